import type { StoredMessage } from './types.ts';

/** What the real API answers to a bad request: status and code. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
}

/** Twilio's documented test numbers (channels.md 2.10), so that fixtures read like theirs. */
const MAGIC_TO: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};

/** Twilio's rules for a create request, in the order in which they are checked: code and what breaks it. */
const RULES: readonly (readonly [code: number, broken: (form: URLSearchParams) => boolean])[] = [
  [21604, (form) => empty(form, 'To')],
  [21211, (form) => !/^\+[1-9]\d{6,14}$/.test(form.get('To') ?? '')],
  [21603, (form) => empty(form, 'From') && empty(form, 'MessagingServiceSid')],
  [21602, (form) => empty(form, 'Body')],
  [21617, (form) => (form.get('Body') ?? '').length > 1600],
  [21624, (form) => !inRange(form.get('ValidityPeriod') ?? '1', 1, 36_000)],
  [21609, (form) => form.has('StatusCallback') && !URL.canParse(form.get('StatusCallback') ?? '')],
];

function empty(form: URLSearchParams, name: string): boolean {
  return (form.get(name) ?? '') === '';
}

function inRange(value: string, from: number, to: number): boolean {
  return Number(value) >= from && Number(value) <= to;
}

/** Why the real API would refuse this request; undefined if it would not. */
export function refusalOf(form: URLSearchParams): Refusal | undefined {
  const magic = MAGIC_TO[form.get('To') ?? ''];
  const code = magic ?? RULES.find(([, broken]) => broken(form))?.[0];
  return code === undefined ? undefined : { status: 400, code };
}

/** The message that a good create request makes. */
export function messageOf(form: URLSearchParams, sid: string, number: string, now: number): StoredMessage {
  const callback = form.get('StatusCallback');
  const validity = form.get('ValidityPeriod');
  return {
    sid,
    direction: 'outbound-api',
    from: form.get('From') ?? number,
    to: form.get('To') ?? '',
    body: form.get('Body') ?? '',
    createdAt: now,
    messagingServiceSid: form.get('MessagingServiceSid'),
    numMedia: 0,
    statusCallback: callback,
    validityPeriod: validity === null ? null : Number(validity),
    ourId: callback === null ? null : new URL(callback).searchParams.get('m'),
    status: 'queued',
    errorCode: null,
  };
}
