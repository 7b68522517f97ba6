import type { ContactRecord, ConversationRecord, ConversationStatus, WorkItem } from '../../domain/conversation.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import type { MessageRow, OutboxMark } from '../../domain/message.ts';
import { type Promised, type PromiseRules, promiseDue } from '../../domain/promises.ts';
import type { FlowTimerKind, Timer, TimerKind } from '../../domain/timer.ts';
import type { HandoffReason, Priority } from '../../domain/vocabulary.ts';
import type { FollowUpState, LoadedConversation, OutboxDraft, RegisterChange, TurnCommit } from '../../store/store.ts';
import { deskAfter } from './desk.ts';

/** What the effects of one turn add up to, before it becomes a commit. Lives only inside a turn. */
export interface TurnDraft {
  readonly at: number;
  readonly loaded: LoadedConversation;
  /** The contact's words of this turn (several texts joined by newline); empty when nobody wrote. */
  readonly text: string;
  readonly parts: PhraseRef[];
  urgent: boolean;
  proactive: boolean;
  confirmsOptOut: boolean;
  contact: ContactRecord;
  readonly registers: RegisterChange[];
  handoff: { reason: HandoffReason; priority: Priority } | null;
  /** `promised`: what its time is counted by; a callback's own unless it says so. */
  readonly workItems: {
    kind: 'callback' | 'note';
    text: string;
    priority?: Priority;
    details?: WorkItem['details'];
    promised?: Promised;
  }[];
  /** Appointments asked for, changed or called off, by their number in the conversation. */
  readonly appointments: Map<number, { text: string; details: WorkItem['details'] } | null>;
  handoffPhone: string | null;
  readonly timers: { kind: FlowTimerKind; due: number }[];
  cancelFlowTimers: boolean;
  readonly patientMarks: TurnCommit['patientMarks'][number][];
  followUp: FollowUpState | null;
  readonly tallies: string[];
}

export function newDraft(at: number, loaded: LoadedConversation, text: string): TurnDraft {
  return {
    at,
    loaded,
    text,
    parts: [],
    urgent: false,
    proactive: false,
    confirmsOptOut: false,
    contact: loaded.contact,
    registers: [],
    handoff: null,
    workItems: [],
    appointments: new Map(),
    handoffPhone: null,
    timers: [],
    cancelFlowTimers: false,
    patientMarks: [],
    followUp: null,
    tallies: ['turn'],
  };
}

/** The parts of a commit that the caller of `finish` knows: the new record and the transcript. */
export interface Finished {
  readonly record: ConversationRecord;
  readonly messages: readonly MessageRow[];
  readonly readings: TurnCommit['readings'];
  readonly dedupe: readonly string[];
  readonly mark: OutboxMark | null;
  readonly cancelUnsent: boolean;
  readonly extraCancel: readonly TimerKind[];
  readonly newId: () => string;
  readonly promises: PromiseRules;
}

/** Turns a draft into the one commit. */
export function toCommit(draft: TurnDraft, done: Finished): TurnCommit {
  const { record } = done;
  const last = done.messages.at(-1);
  const due = (what: Promised) => {
    const promise = promiseDue(what, draft.at, done.promises);
    return promise === null ? {} : { promise };
  };
  const outbox: OutboxDraft[] =
    last?.direction === 'out' && done.mark !== null ? [{ seq: last.seq, mark: done.mark }] : [];
  const contact =
    draft.contact === draft.loaded.contact ? null : { ...draft.contact, version: draft.loaded.contact.version + 1 };
  return {
    at: draft.at,
    record,
    contact,
    dedupe: done.dedupe,
    messages: done.messages,
    readings: done.readings,
    outbox,
    cancelUnsent: done.cancelUnsent,
    timers: draft.timers.map(
      ({ kind, due }): Timer => ({ conversationId: record.id, kind, due, stateEntry: record.stateEntry }),
    ),
    cancelTimers: [
      ...done.extraCancel,
      ...(draft.cancelFlowTimers ? (['reminder', 'expiry', 'resume', 'bereavement'] as const) : []),
    ],
    registers: draft.registers,
    handoff:
      draft.handoff === null
        ? null
        : { id: done.newId(), ...draft.handoff, text: draft.text, ...due({ kind: 'handoff', ...draft.handoff }) },
    handoffPhone: draft.handoffPhone,
    workItems: [
      ...draft.workItems.map(({ promised, ...item }) => ({
        id: done.newId(),
        ...item,
        ...(item.kind === 'note' ? {} : due(promised ?? { kind: item.kind })),
      })),
      ...appointmentsOf(draft, record.id).flatMap(({ id, asked }) =>
        asked === null ? [] : [{ id, kind: 'appointment' as const, ...asked, ...due({ kind: 'appointment' }) }],
      ),
    ],
    cancelledWork: appointmentsOf(draft, record.id).flatMap(({ id, asked }) => (asked === null ? [id] : [])),
    patientMarks: draft.patientMarks,
    followUp: draft.followUp,
    tallies: draft.tallies,
    audit: [],
  };
}

/** An appointment keeps its id when it is changed: the desk has one item for it. */
function appointmentsOf({ appointments }: TurnDraft, conversationId: string) {
  return [...appointments].map(([ref, asked]) => ({ id: `${conversationId}.a${String(ref)}`, asked }));
}

/** Told once, asked once: whatever is said next is no answer to it any more. What waits for the morning is not told yet. */
function afterTold(record: ConversationRecord, at: number): ConversationRecord {
  const { resultTold, ...lasting } = record;
  return resultTold === undefined || at < resultTold.from ? record : lasting;
}

/** The record after this step: status of the flow, counters moved on. A change of owner moves the fence. */
export function nextRecord(
  before: ConversationRecord,
  status: ConversationStatus,
  change: Pick<ConversationRecord, 'snapshot' | 'lastSeq' | 'readSeq' | 'language' | 'entryCount' | 'updatedAt'>,
  { entered, heard }: { readonly entered: boolean; readonly heard: boolean },
): ConversationRecord {
  const desk = deskAfter(before, status.state, { at: change.updatedAt, heard });
  const ownerChanged = (before.state === 'with_staff') !== (status.state === 'with_staff');
  const goesOn = heard || change.lastSeq > before.lastSeq;
  return {
    ...(goesOn ? afterTold(before, change.updatedAt) : before),
    ...status,
    ...change,
    version: before.version + 1,
    fence: before.fence + (ownerChanged ? 1 : 0),
    stateEntry: before.stateEntry + (entered ? 1 : 0),
    ...(desk === undefined ? {} : { desk }),
  };
}
