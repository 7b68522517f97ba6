import type { ContactRecord, ConversationRecord, RegisterEntry, WorkItem } from '../../domain/conversation.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { DeliveryState, MessageRow } from '../../domain/message.ts';
import { DELIVERY_STATES } from '../../domain/message.ts';
import type { TimerKind } from '../../domain/timer.ts';
import { TIMER_KINDS } from '../../domain/timer.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import { CHANNEL_IDS } from '../../domain/vocabulary.ts';
import type { Row, Value } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';

/** A row that cannot be read names its conversation and nothing of what is in it. */
function damaged(conversationId: string): HuifangError {
  return new HuifangError('SNAPSHOT_INVALID', [`conversation ${conversationId}`]);
}

/** JSON that we wrote ourselves; what cannot be read back is damage in the conversation named. */
export function parseJson(json: string, conversationId: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw damaged(conversationId);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The stored record; checked only as far as damage would otherwise surface far away. */
export function decodeRecord(json: string, conversationId: string): ConversationRecord {
  const record = parseJson(json, conversationId);
  if (!isObject(record) || record['id'] !== conversationId || !isObject(record['snapshot']))
    throw damaged(conversationId);
  return record as unknown as ConversationRecord;
}

function list(json: string | null, conversationId: string): readonly string[] {
  return json === null ? [] : (parseJson(json, conversationId) as readonly string[]);
}

/** Empty lists are stored as NULL: most lines have none. */
export function encodeList(items: readonly unknown[]): string | null {
  return items.length === 0 ? null : JSON.stringify(items);
}

export const CONTACT_COLUMNS = 'channel, address, version, conversation_id, opted_out_at, unreachable, proactive_at';

/** Reads CONTACT_COLUMNS, beginning at column `from`. */
export function decodeContact(row: Row, from = 0): ContactRecord {
  const proactive = textOrNull(row, from + 6);
  return {
    channel: asChannel(text(row, from)),
    address: text(row, from + 1),
    version: number(row, from + 2),
    conversationId: textOrNull(row, from + 3),
    optedOutAt: numberOrNull(row, from + 4),
    unreachable: textOrNull(row, from + 5),
    proactiveAt: proactive === null ? [] : (JSON.parse(proactive) as readonly number[]),
  };
}

/** What holds for an address that no turn has written about. */
export function blankContact(channel: ChannelId, address: string): ContactRecord {
  return { channel, address, version: 0, conversationId: null, optedOutAt: null, unreachable: null, proactiveAt: [] };
}

export const MESSAGE_COLUMNS =
  'm.seq, m.direction, m.author, m.text, m.at, m.delivery, m.phrases, m.options, m.readings, m.failure, m.provider_id, m.by_account';

/** Reads MESSAGE_COLUMNS, beginning at column `from`. */
export function decodeMessage(row: Row, conversationId: string, from = 0): MessageRow {
  const failure = textOrNull(row, from + 9);
  const providerId = textOrNull(row, from + 10);
  const by = textOrNull(row, from + 11);
  return {
    conversationId,
    seq: number(row, from),
    direction: text(row, from + 1) === 'in' ? 'in' : 'out',
    author: asAuthor(text(row, from + 2)),
    text: text(row, from + 3),
    at: number(row, from + 4),
    delivery: asDelivery(text(row, from + 5)),
    phrases: list(textOrNull(row, from + 6), conversationId),
    options: list(textOrNull(row, from + 7), conversationId),
    readings: list(textOrNull(row, from + 8), conversationId),
    ...(failure === null ? {} : { failure: parseJson(failure, conversationId) as { code: string; detail: string } }),
    ...(providerId === null ? {} : { providerId }),
    ...(by === null ? {} : { by }),
  };
}

/** Values in the order of the columns of `messages` from `seq` on. */
export function encodeMessage(message: MessageRow): Value[] {
  return [
    message.seq,
    message.direction,
    message.author,
    message.text,
    message.at,
    message.delivery,
    encodeList(message.phrases),
    encodeList(message.options),
    encodeList(message.readings),
    message.failure === undefined ? null : JSON.stringify(message.failure),
    message.providerId ?? null,
    message.by ?? null,
  ];
}

export const REGISTER_COLUMNS = 'kind, year, number, idx, text, concerns, at, status';

/** Reads REGISTER_COLUMNS. */
export function decodeRegister(row: Row, conversationId: string): RegisterEntry {
  return {
    number: `${String(number(row, 1))}-${String(number(row, 2)).padStart(4, '0')}`,
    conversationId,
    index: number(row, 3),
    kind: text(row, 0) as RegisterEntry['kind'],
    text: text(row, 4),
    concerns: list(text(row, 5), conversationId),
    at: number(row, 6),
    status: text(row, 7) as RegisterEntry['status'],
  };
}

export const WORK_COLUMNS = 'id, kind, reason, priority, text, at, status, details';

/** Reads WORK_COLUMNS. */
export function decodeWorkItem(row: Row, conversationId: string): WorkItem {
  const details = textOrNull(row, 7);
  return {
    id: text(row, 0),
    conversationId,
    kind: text(row, 1) as WorkItem['kind'],
    reason: textOrNull(row, 2) as WorkItem['reason'],
    priority: text(row, 3) as WorkItem['priority'],
    text: text(row, 4),
    at: number(row, 5),
    status: text(row, 6) as WorkItem['status'],
    details: details === null ? {} : (parseJson(details, conversationId) as WorkItem['details']),
  };
}

function oneOf<T extends string>(values: readonly T[], value: string): T {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new HuifangError('STORE_CORRUPT', [`a value that is not one of ${values.join(', ')}`]);
  return found;
}

export function asChannel(value: string): ChannelId {
  return oneOf(CHANNEL_IDS, value);
}

export function asDelivery(value: string): DeliveryState {
  return oneOf(DELIVERY_STATES, value);
}

export function asTimerKind(value: string): TimerKind {
  return oneOf(TIMER_KINDS, value);
}

function asAuthor(value: string): MessageRow['author'] {
  return oneOf(['contact', 'bot', 'staff'] as const, value);
}
