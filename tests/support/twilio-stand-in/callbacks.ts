import { setTimeout as sleep } from 'node:timers/promises';
import twilio from 'twilio';
import { assertLoopback } from './loopback.ts';
import type { CallbackStyle, StoredMessage, WebhookResult } from './types.ts';

const CALL_TIMEOUT = 15_000;

export const DEFAULT_CALLBACKS: CallbackStyle = {
  statuses: ['sent', 'delivered'],
  delayMs: 5,
  duplicate: 0,
  drop: 0,
  swap: 0,
};

/** With which token calls are signed, and how the product's public address is reached from here. */
export interface Signing {
  readonly authToken: string;
  readonly appUrl: string | undefined;
  readonly publicBaseUrl: string | undefined;
}

/** Posts a form as Twilio does: signed for the public address, sent to where the product listens. */
export async function postSigned(
  url: string,
  form: Readonly<Record<string, string>>,
  options: Signing,
): Promise<WebhookResult> {
  const signature = twilio.getExpectedTwilioSignature(options.authToken, url, { ...form });
  const target = reachable(url, options);
  assertLoopback(target);
  const response = await fetch(target, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-twilio-signature': signature,
      'user-agent': 'TwilioProxy/1.1',
    },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(CALL_TIMEOUT),
  });
  return { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() };
}

function reachable(url: string, options: Signing): string {
  const { appUrl, publicBaseUrl } = options;
  if (appUrl === undefined || publicBaseUrl === undefined || !url.startsWith(publicBaseUrl)) return url;
  return appUrl + url.slice(publicBaseUrl.length);
}

/** The receipts of one message, in the order in which they will be posted. */
export function planStatuses(
  style: CallbackStyle,
  failure: number | undefined,
  random: () => number,
): readonly string[] {
  const path = failure === undefined ? [...style.statuses] : ['sent', 'undelivered'];
  const planned: string[] = [];
  for (const status of path) {
    if (random() < style.drop) continue;
    planned.push(status);
    if (random() < style.duplicate) planned.push(status);
  }
  for (let index = 0; index + 1 < planned.length; index += 1) {
    const [here, next] = [planned[index], planned[index + 1]];
    if (here === undefined || next === undefined || random() >= style.swap) continue;
    [planned[index], planned[index + 1]] = [next, here];
  }
  return planned;
}

/** Receipts of one message on their way. */
export interface CallbackRun {
  readonly message: StoredMessage;
  readonly statuses: readonly string[];
  readonly delayMs: number;
  readonly accountSid: string;
  readonly report: (status: string, answered: number) => void;
}

/** Sends the receipts of one message; what the product answers is reported, a dead product is not an error. */
export async function sendCallbacks(run: CallbackRun, signing: Signing): Promise<void> {
  const { message, statuses, delayMs, accountSid, report } = run;
  if (message.statusCallback === null) return;
  for (const status of statuses) {
    if (delayMs > 0) await sleep(delayMs);
    const form: Record<string, string> = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      From: message.from,
      MessageSid: message.sid,
      MessageStatus: status,
      SmsSid: message.sid,
      SmsStatus: status,
      To: message.to,
    };
    if (status === 'undelivered' || status === 'failed') form['ErrorCode'] = String(message.errorCode ?? 30008);
    const answered = await postSigned(message.statusCallback, form, signing).then(
      (result) => result.status,
      () => 0,
    );
    report(status, answered);
  }
}
