import type { ContactRecord, ConversationRecord } from '../../../src/domain/conversation.ts';
import type { MessageRow, OutboxMark } from '../../../src/domain/message.ts';
import type { StayFacts } from '../../../src/domain/patient.ts';
import type { Timer, TimerKind } from '../../../src/domain/timer.ts';
import { quietCommit } from '../../../src/store/quiet-commit.ts';
import type { StayRow, Store, TurnCommit } from '../../../src/store/store.ts';

/** 2026-03-10 10:00 in Shanghai. */
export const T0 = Date.UTC(2026, 2, 10, 2, 0, 0);
export const ZONE = 'Asia/Shanghai';

export function stayFacts(n = 1): StayFacts {
  return {
    stayId: `stay-${String(n)}`,
    patientId: `patient-${String(n)}`,
    patientName: '王小明',
    gender: 'male',
    ageYears: 61,
    department: '心内科',
    doctor: '李医生',
    dischargedOn: '2026-03-07',
    minor: false,
  };
}

export function address(n: number): string {
  return `+86138${String(n).padStart(8, '0')}`;
}

/** The record of a conversation before its first commit. */
export function newRecord(n: number, change: Partial<ConversationRecord> = {}): ConversationRecord {
  return {
    id: `c${String(n)}`,
    flow: 'followup',
    channel: 'sms',
    address: address(n),
    language: 'zh-CN',
    version: 0,
    lastSeq: 0,
    readSeq: 0,
    fence: 0,
    stateEntry: 0,
    entryCount: 0,
    snapshot: {
      format: 1,
      flow: 'followup',
      flowVersion: 1,
      value: { asking: 'doctor' },
      context: { asked: ['doctor'], reminders: 0 },
    },
    stay: stayFacts(n),
    relation: { relation: '本人' },
    state: 'waiting',
    outcome: null,
    resumeAt: null,
    respondent: null,
    answers: {},
    handoff: null,
    createdAt: T0,
    updatedAt: T0,
    ...change,
  };
}

export function newContact(record: ConversationRecord, change: Partial<ContactRecord> = {}): ContactRecord {
  return {
    channel: record.channel,
    address: record.address,
    version: 1,
    conversationId: record.id,
    optedOutAt: null,
    unreachable: null,
    proactiveAt: [],
    ...change,
  };
}

const MARK: OutboxMark = {
  urgent: false,
  proactive: false,
  confirmsOptOut: false,
  notBefore: T0,
  expiresAt: T0 + 86_400_000,
};

export interface Lines {
  readonly in?: readonly string[];
  readonly out?: readonly (string | { readonly text: string; readonly mark: Partial<OutboxMark> })[];
}

/** A commit that writes nothing but the conversation, as it is handed in. */
export function emptyCommit(record: ConversationRecord, change: Partial<TurnCommit> = {}): TurnCommit {
  return { ...quietCommit(record, T0), record, ...change };
}

/** The next turn after `before`: version and line numbers follow; `lines` are added, inbound ones first. */
export function nextTurn(
  before: ConversationRecord,
  lines: Lines = {},
  change: Partial<TurnCommit> & { record?: ConversationRecord } = {},
): TurnCommit {
  let seq = before.lastSeq;
  const at = change.at ?? T0;
  const base = { conversationId: before.id, at, phrases: [], options: [], readings: [] };
  const messages: MessageRow[] = (lines.in ?? []).map((text) => {
    seq += 1;
    return { ...base, seq, direction: 'in', author: 'contact', text, delivery: 'none' };
  });
  const outbox = (lines.out ?? []).map((line) => {
    seq += 1;
    const text = typeof line === 'string' ? line : line.text;
    messages.push({
      ...base,
      seq,
      direction: 'out',
      author: 'bot',
      text,
      delivery: 'pending',
      phrases: ['ask.doctor'],
      options: ['满意'],
    });
    return { seq, mark: { ...MARK, notBefore: at, ...(typeof line === 'string' ? {} : line.mark) } };
  });
  const changed = change.record ?? before;
  const record = {
    ...changed,
    version: before.version + 1,
    lastSeq: seq,
    readSeq: change.record?.readSeq ?? seq,
    updatedAt: at,
  };
  return emptyCommit(record, { at, messages, outbox, ...change, record });
}

/** Stores a first turn with its contact; the stored record. */
export async function begin(
  store: Store,
  n: number,
  lines: Lines = {},
  change: Partial<TurnCommit> = {},
): Promise<ConversationRecord> {
  const record = newRecord(n);
  const turn = nextTurn(record, lines, { contact: newContact(record), ...change });
  const result = await store.turns.commit(turn);
  if (result !== 'committed') throw new Error(`the first turn was a ${result}`);
  return turn.record;
}

export function timer(conversationId: string, kind: TimerKind, due: number, stateEntry = 0): Timer {
  return { conversationId, kind, due, stateEntry };
}

export function stayRow(n: number, change: Partial<StayRow> = {}): StayRow {
  return {
    facts: stayFacts(n),
    recordNo: `R${String(n)}`,
    admittedOn: '2026-03-01',
    disposition: '医嘱离院',
    channel: 'sms',
    address: address(n),
    secondPhone: null,
    relation: { relation: '本人' },
    flags: [],
    followUpAt: T0,
    followUp: 'planned',
    cancelReason: null,
    windowEnd: T0 + 30 * 86_400_000,
    ...change,
  };
}
