import type { ConversationRecord } from '../domain/conversation.ts';
import type { TurnCommit } from './store.ts';

/** A commit that changes nothing but the record, and moves its version on: what special cases start from. */
export function quietCommit(record: ConversationRecord, at: number): TurnCommit {
  return {
    at,
    record: { ...record, version: record.version + 1 },
    contact: null,
    dedupe: [],
    messages: [],
    readings: [],
    outbox: [],
    cancelUnsent: false,
    timers: [],
    cancelTimers: [],
    registers: [],
    handoff: null,
    handoffPhone: null,
    workItems: [],
    cancelledWork: [],
    patientMarks: [],
    followUp: null,
    tallies: [],
    audit: [],
  };
}
