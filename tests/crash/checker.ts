import type { MessageRow } from '../../src/domain/message.ts';
import { messageId } from '../../src/domain/message.ts';
import type { ConversationView } from '../../src/store/store.ts';
import type { CarrierRecord, Evidence, GotByPatient, SentByPatient } from './evidence.ts';
import { CALL_TIMEOUT } from './tuning.ts';

/** What can be wrong. All counts must be 0. */
export const FAULT_KINDS = [
  'lost inbound',
  'repeated inbound',
  'invented inbound',
  'unanswered',
  'lost outbound',
  'repeated outbound',
  'invented outbound',
  'altered outbound',
  'misreported outbound',
  'out of order',
  'bot text after opt-out',
  'unsettled line',
  'follow-ups per patient',
  'damaged file',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing that is wrong, with ids for a person who looks into it. */
export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
}

/** The service says that the carrier has it. */
const CLAIMED = ['accepted', 'queued', 'sent', 'delivered', 'read'];
const OPEN = ['pending', 'sending', 'uncertain'];
const CARRIER_STOP = 'STOP';
const OPT_OUT_WORDS: readonly string[] = [CARRIER_STOP, '退订'];
/** A call under way when the opt-out was stored may still end. */
const GRACE = CALL_TIMEOUT + 500;

/**
 * Compares what the carrier saw with what the service recorded. Knows neither what was killed nor what the simulator
 * wanted: only the two records and the imported numbers.
 */
export function check(evidence: Evidence): readonly Fault[] {
  const handsets = groupBy(evidence.carrier.outbound, (one) => one.to);
  const faults = [
    ...inboundFaults(evidence),
    ...inboundOrderFaults(evidence),
    ...outboundFaults(evidence),
    ...followUpFaults(evidence),
  ];
  for (const view of evidence.service.conversations) {
    const got = handsets.get(view.record.address) ?? [];
    faults.push(...lineFaults(view, got), ...orderFaults(view, got), ...turnFaults(view));
    faults.push(...optOutFaults(view, got, evidence.carrier.inbound));
  }
  const { outbox, integrity } = evidence.service;
  const left = outbox.pending + outbox.sending + outbox.uncertain;
  if (left > 0) faults.push({ kind: 'unsettled line', detail: `${String(left)} in the outbox` });
  if (integrity !== 'ok') faults.push({ kind: 'damaged file', detail: integrity });
  return faults;
}

/**
 * Looked at while the process is dead: whatever was acknowledged is on disk. Later the sweep of the carrier's list would
 * heal a loss, and hide it.
 */
export function notOnDisk(carrier: CarrierRecord, dedupeKeys: ReadonlySet<string>): readonly Fault[] {
  return carrier.inbound
    .filter(({ sid, acknowledgedAt }) => acknowledgedAt !== null && !dedupeKeys.has(`sms:${sid}`))
    .map(({ sid }): Fault => ({ kind: 'lost inbound', detail: `${sid} was acknowledged and is not on disk` }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const textKey = (address: string, text: string) => `${address} ${JSON.stringify(text)}`;

function inboundFaults({ carrier, service }: Evidence): Fault[] {
  const lines = service.conversations.flatMap(({ record, messages }) =>
    messages
      .filter((line) => line.direction === 'in')
      .map((line) => ({ line, key: textKey(record.address, line.text) })),
  );
  const stored = groupBy(lines, ({ key }) => key);
  const faults: Fault[] = [];
  for (const { sid, from, body, acknowledgedAt } of carrier.inbound) {
    const key = textKey(from, body);
    const times = stored.get(key)?.length ?? 0;
    stored.delete(key);
    const how = acknowledgedAt === null ? 'only listed' : 'acknowledged';
    if (times === 0) faults.push({ kind: 'lost inbound', detail: `${sid} (${how})` });
    if (times > 1) faults.push({ kind: 'repeated inbound', detail: `${sid} stands ${String(times)} times` });
  }
  for (const [, [first]] of stored) {
    const { conversationId, seq } = first?.line ?? { conversationId: '?', seq: 0 };
    faults.push({ kind: 'invented inbound', detail: messageId(conversationId, seq) });
  }
  return faults;
}

function outboundFaults({ carrier, service }: Evidence): Fault[] {
  const lines = new Map<string, MessageRow>();
  for (const { messages } of service.conversations) {
    for (const line of messages)
      if (line.direction === 'out') lines.set(messageId(line.conversationId, line.seq), line);
  }
  const faults: Fault[] = [];
  for (const [id, got] of groupBy(carrier.outbound, ({ ourId, sid }) => ourId ?? sid)) {
    const line = lines.get(id);
    if (got.length > 1) faults.push({ kind: 'repeated outbound', detail: `${id} came ${String(got.length)} times` });
    if (line === undefined) faults.push({ kind: 'invented outbound', detail: id });
    else if (got.some(({ body }) => body !== line.text)) faults.push({ kind: 'altered outbound', detail: id });
  }
  return faults;
}

/** Each imported number gets one follow-up, and it begins with our opening. */
function followUpFaults({ patients, service }: Evidence): Fault[] {
  const opened = groupBy(
    service.conversations.filter(({ record }) => record.flow === 'followup'),
    ({ record }) => record.address,
  );
  return patients.flatMap((address): Fault[] => {
    const found = opened.get(address) ?? [];
    const begins = found.every(({ messages }) => messages[0]?.direction === 'out');
    if (found.length === 1 && begins) return [];
    return [{ kind: 'follow-ups per patient', detail: `${address.slice(-5)}: ${String(found.length)}` }];
  });
}

/** What each line of the service says about itself against what the handset got. */
function lineFaults({ record, messages }: ConversationView, got: readonly GotByPatient[]): Fault[] {
  const ids = new Set(got.map(({ ourId }) => ourId));
  // Only a change of owner or an opt-out may take a line back.
  const mayCancel = record.fence > 0 || record.outcome === 'opted_out';
  return messages.flatMap((line): Fault[] => {
    if (line.direction === 'in') return [];
    const id = messageId(record.id, line.seq);
    const detail = `${id} is ${line.delivery}`;
    const arrived = ids.has(id);
    if (OPEN.includes(line.delivery)) return [{ kind: 'unsettled line', detail }];
    if (CLAIMED.includes(line.delivery)) return arrived ? [] : [{ kind: 'lost outbound', detail }];
    if (arrived) return [{ kind: 'misreported outbound', detail: `${detail}, yet it arrived` }];
    return line.delivery === 'cancelled' && mayCancel ? [] : [{ kind: 'lost outbound', detail }];
  });
}

/** Every text is read, every waiting patient answered, and nothing is answered twice. */
function turnFaults({ record, messages, timers }: ConversationView): Fault[] {
  const faults: Fault[] = [];
  const unread = messages.filter((line) => line.direction === 'in' && line.seq > record.readSeq).length;
  const waiting = timers.map(({ kind, due }) => `${kind} ${String(due - record.updatedAt)} ms after it`).join(', ');
  if (unread > 0)
    faults.push({ kind: 'unanswered', detail: `${record.id}: ${String(unread)} unread, timers: ${waiting}` });
  else if (record.state === 'waiting' && messages.at(-1)?.direction === 'in') {
    faults.push({ kind: 'unanswered', detail: `${record.id} waits though the patient wrote last` });
  }
  messages.forEach((line, index) => {
    const next = messages[index + 1];
    if (line.direction === 'out' && next?.direction === 'out') {
      faults.push({ kind: 'repeated outbound', detail: `${messageId(record.id, next.seq)} answers nothing new` });
    }
  });
  return faults;
}

function isUrgent(line: MessageRow | undefined): boolean {
  return line?.phrases.some((key) => key.startsWith('emergency') || key.startsWith('selfHarm')) ?? false;
}

function seqOf(id: string | null): number {
  return Number(id?.slice(id.lastIndexOf('.') + 1));
}

/** The handset's order is the transcript's; a safety text may overtake. */
function orderFaults({ record, messages }: ConversationView, got: readonly GotByPatient[]): Fault[] {
  const bySeq = new Map(messages.map((line) => [line.seq, line]));
  const faults: Fault[] = [];
  let last = 0;
  for (const { ourId } of got) {
    if (ourId?.startsWith(`${record.id}.`) !== true) continue;
    const seq = seqOf(ourId);
    if (isUrgent(bySeq.get(seq))) continue;
    if (seq < last) faults.push({ kind: 'out of order', detail: `${ourId} came after line ${String(last)}` });
    last = Math.max(last, seq);
  }
  return faults;
}

/** Pairs of texts of one patient of which the first was acknowledged before the second was sent. */
function pairsInOrder(texts: readonly SentByPatient[]): readonly (readonly [SentByPatient, SentByPatient])[] {
  return texts.flatMap((earlier, index) =>
    texts
      .slice(index + 1)
      .filter(({ postedAt }) => earlier.acknowledgedAt !== null && earlier.acknowledgedAt <= postedAt)
      .map((later) => [earlier, later] as const),
  );
}

/** Of such a pair the first stands first. Texts that were on their way together may stand either way. */
function inboundOrderFaults({ carrier, service }: Evidence): Fault[] {
  const places = new Map<string, MessageRow>();
  for (const { record, messages } of service.conversations) {
    for (const line of messages) if (line.direction === 'in') places.set(textKey(record.address, line.text), line);
  }
  const swapped = (earlier: SentByPatient, later: SentByPatient): boolean => {
    const [a, b] = [earlier, later].map(({ from, body }) => places.get(textKey(from, body)));
    return a !== undefined && b !== undefined && a.conversationId === b.conversationId && a.seq > b.seq;
  };
  return [...groupBy(carrier.inbound, ({ from }) => from).values()]
    .flatMap(pairsInOrder)
    .filter(([earlier, later]) => swapped(earlier, later))
    .map(([earlier, later]) => ({ kind: 'out of order', detail: `${earlier.sid} stands after ${later.sid}` }));
}

/** After an opt-out one confirmation, none where the carrier has answered itself, and nothing else. */
function optOutFaults(view: ConversationView, got: readonly GotByPatient[], sent: readonly SentByPatient[]): Fault[] {
  const { record, messages } = view;
  const word = messages.find((line) => line.direction === 'in' && OPT_OUT_WORDS.includes(line.text.trim()));
  if (word === undefined) return [];
  const byCarrier = word.text.trim() === CARRIER_STOP;
  const later = messages.filter((line) => line.direction === 'out' && line.seq > word.seq);
  const allowed = byCarrier ? undefined : later[0];
  const faults = later
    .filter((line) => line !== allowed || !line.phrases.includes('optedOut'))
    .map(
      (line): Fault => ({ kind: 'bot text after opt-out', detail: `${messageId(record.id, line.seq)} was written` }),
    );

  const confirmation = allowed === undefined ? null : messageId(record.id, allowed.seq);
  const place = got.findIndex(({ ourId }) => ourId === confirmation);
  const stopped = sent.find(({ from, body }) => from === record.address && body === word.text)?.acknowledgedAt ?? null;
  // A word that is read together with other texts opts out when it is read, at the latest with its confirmation.
  const late = byCarrier
    ? got.filter(({ at }) => stopped !== null && at > stopped + GRACE)
    : got.filter((_, index) => place >= 0 && index > place);
  return [
    ...faults,
    ...late.map(({ sid }): Fault => ({ kind: 'bot text after opt-out', detail: `${sid} reached the handset` })),
  ];
}
