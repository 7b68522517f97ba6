import { DAY, HOUR } from '../../domain/clock.ts';
import type { ConversationRecord } from '../../domain/conversation.ts';
import type { InboundMessage, MessageRow, OutboxMark } from '../../domain/message.ts';
import type { TimerKind } from '../../domain/timer.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import { atLocal } from '../../domain/zoned-time.ts';
import type { Consulted, ConsultingMemory, FlowEvent, StepEnv, StepResult } from '../../flows/flow.ts';
import type { LoadedConversation, TurnCommit } from '../../store/store.ts';
import { withProactive } from '../campaign/caps.ts';
import { step } from '../engine/step.ts';
import { newDraft, nextRecord, type TurnDraft, toCommit } from './draft.ts';
import { applyEffects } from './effects/index.ts';
import type { TurnKit } from './kit.ts';
import { isOptedOutOf, noteLeftOpen } from './opted-out.ts';
import { type Reading, readingLines, readTexts } from './read.ts';
import { takeVerdict, verdictIn } from './settled.ts';
import { givenBack } from './spoken-in.ts';

/** A reply that cannot leave for so long is staff's to decide about. */
export const REPLY_LIFE = 6 * HOUR;
/** A safety text is right even when late. */
const URGENT_LIFE = DAY;

/** What a turn is about: an event of the dialogue as it is, or texts, which are read first. */
export type TurnTrigger =
  | Exclude<FlowEvent, { type: 'message' }>
  /** `message` is new; without it the texts stored earlier are read. */
  | { readonly type: 'texts'; readonly message: InboundMessage | null };

export interface TurnInput {
  readonly kit: TurnKit;
  readonly loaded: LoadedConversation;
  readonly trigger: TurnTrigger;
  /** Epoch ms. */
  readonly at: number;
  readonly newId: () => string;
}

/** De-duplication key of an inbound message. */
export function dedupeKey(message: Pick<InboundMessage, 'channel' | 'externalId'>): string {
  return `${message.channel}:${message.externalId}`;
}

/** The transcript line of a text that just came in. */
export function inboundRow(record: ConversationRecord, message: InboundMessage): MessageRow {
  return {
    conversationId: record.id,
    seq: record.lastSeq + 1,
    direction: 'in',
    author: 'contact',
    text: message.text,
    at: message.receivedAt,
    delivery: 'none',
    phrases: [],
    options: [],
    readings: [],
  };
}

/** When nobody wrote. */
function nothingRead({ language }: ConversationRecord): Reading {
  return { text: '', findings: [], language };
}

/** What a talk that knows nothing yet is read with. */
const NOTHING_TALKED: ConsultingMemory = { topic: null, offered: [], asked: null, trouble: null };

/** An answer is a courtesy: a knowledge base that fails costs the answer, never the turn. */
function consult({ kit, loaded: { record }, at }: TurnInput, { text, language }: Reading): Consulted | undefined {
  const flow = kit.flows[record.flow];
  const memory = record.version === 0 ? NOTHING_TALKED : (flow.consulting?.(record.snapshot) ?? NOTHING_TALKED);
  try {
    return kit.consult(text, memory, { now: at, language });
  } catch {
    return undefined;
  }
}

/** Where an answer came from, for staff: `answer faq:visit-hours 2026-11-18`. */
function sourceLines(event: FlowEvent): readonly string[] {
  const reply = event.type === 'message' ? event.consulted?.reply : undefined;
  if (reply?.type === 'answer') return reply.sources.map(({ id, updatedOn }) => `answer ${id} ${updatedOn}`);
  if (reply?.type !== 'departments') return [];
  return reply.suggestions.map(({ department, score }) => `suggests department:${department.id} ${score.toFixed(2)}`);
}

/** For a flow that asks its own questions: the answer only, if there is one. */
function knowledgeOf(consulted: Consulted | undefined): { id: string; answer: string } | undefined {
  if (consulted?.reply.type !== 'answer') return undefined;
  const { sources, text } = consulted.reply;
  return { id: sources[0]?.id ?? '', answer: text };
}

function eventOf(input: TurnInput, reading: Reading): FlowEvent {
  const { trigger, kit } = input;
  if (trigger.type !== 'texts') return trigger;
  const { text, findings } = reading;
  const consults = kit.flows[input.loaded.record.flow].consulting !== undefined;
  const asks = findings.some((finding) => finding.kind === 'hospital_question' || finding.kind === 'appointment');
  const consulted = consults || asks ? consult(input, reading) : undefined;
  const knowledge = knowledgeOf(consulted);
  const keyword = trigger.message?.carrierKeyword;
  return {
    type: 'message',
    text,
    findings,
    ...(keyword === undefined ? {} : { carrierKeyword: keyword }),
    ...(knowledge === undefined ? {} : { knowledge }),
    ...(consulted === undefined ? {} : { consulted }),
  };
}

/** What a step may look at besides its snapshot. */
export function stepEnv({ settings, book }: TurnKit, record: ConversationRecord, now: number): StepEnv {
  const phone = PHONE_CHANNELS.has(record.channel) ? record.address : null;
  return { now, settings, record, phone, book };
}
/** Channels whose addresses are phone numbers. */
const PHONE_CHANNELS: ReadonlySet<ChannelId> = new Set(['sms', 'simulator']);

/** The same, with what the number says of opting out. */
function envOf({ kit, loaded, at }: TurnInput, record: ConversationRecord): StepEnv {
  return { ...stepEnv(kit, record, at), optedOut: loaded.contact.optedOutAt !== null };
}

function takeStep(input: TurnInput, record: ConversationRecord, event: FlowEvent): StepResult {
  const env = envOf(input, record);
  return step(input.kit.flows[record.flow], record.version === 0 ? null : record.snapshot, event, env);
}

function markOf(draft: TurnDraft, kit: TurnKit): OutboxMark {
  const { urgent, proactive, confirmsOptOut, at } = draft;
  const replyLife = urgent ? URGENT_LIFE : REPLY_LIFE;
  const expiresAt = proactive ? Math.max(endOfDay(at, kit.settings), at + HOUR) : at + replyLife;
  return { urgent, proactive, confirmsOptOut, notBefore: at, expiresAt };
}

/** End of today's sending hours. */
function endOfDay(at: number, { zone, sendingHours }: TurnKit['settings']): number {
  return atLocal(at, zone, 0, sendingHours.to + 1);
}

function outboundRow(
  draft: TurnDraft,
  input: TurnInput,
  record: Pick<ConversationRecord, 'id' | 'language' | 'stay'>,
  seq: number,
): MessageRow {
  const { text, keys, options } = input.kit.render(draft.parts, {
    language: record.language,
    stay: record.stay,
    now: input.at,
  });
  return {
    conversationId: record.id,
    seq,
    direction: 'out',
    author: 'bot',
    text,
    at: input.at,
    delivery: 'pending',
    phrases: keys,
    options,
    readings: [],
  };
}

/** The texts of this turn, oldest first, and the transcript line of the new one. */
export function textsOf(input: TurnInput): { texts: readonly string[]; fresh: MessageRow | null } {
  const { trigger, loaded } = input;
  if (trigger.type !== 'texts') return { texts: [], fresh: null };
  const fresh = trigger.message === null ? null : inboundRow(loaded.record, trigger.message);
  const unread = loaded.unread.map((row) => row.text);
  return { texts: fresh === null ? unread : [...unread, fresh.text], fresh };
}

/**
 * What the turn says of the contact: when we last began a talk, whose conversation it is now. A number that cannot be
 * reached is left alone until somebody writes from it.
 */
function updateContact(draft: TurnDraft, { trigger, loaded, at }: TurnInput): void {
  const change = (fields: Partial<TurnDraft['contact']>) => {
    draft.contact = { ...draft.contact, ...fields };
  };
  if (draft.proactive) change({ proactiveAt: withProactive(draft.contact.proactiveAt, at) });
  if (trigger.type === 'undeliverable' && trigger.why === 'unreachable') change({ unreachable: 'unreachable' });
  if (trigger.type === 'texts' && draft.contact.unreachable !== null) change({ unreachable: null });
  // Whoever is spoken to answers to what was said last.
  const speaks = loaded.record.version === 0 || draft.parts.length > 0;
  if (speaks && draft.contact.conversationId !== loaded.record.id) change({ conversationId: loaded.record.id });
}

/** Which stored line the readings of this turn belong to; those of a new line stand in the line itself. */
function readingsOf(
  { trigger, loaded }: TurnInput,
  fresh: MessageRow | null,
  lines: readonly string[],
): TurnCommit['readings'] {
  const last = loaded.unread.at(-1);
  return trigger.type !== 'texts' || fresh !== null || last === undefined ? [] : [{ seq: last.seq, readings: lines }];
}

function cancelledTimers(trigger: TurnTrigger): readonly TimerKind[] {
  if (trigger.type === 'texts') return ['settle'];
  return trigger.type === 'timer' ? [trigger.timer] : [];
}

/** The answer to "is it settled so?" is no part of the dialogue, which stands where it stood: with its question, asked once more. */
function unmoved(input: TurnInput, record: ConversationRecord): StepResult {
  const env = envOf(input, record);
  const { snapshot, state, outcome, resumeAt, respondent, answers, handoff } = record;
  const status = { state, outcome, resumeAt, respondent, answers, handoff };
  return input.kit.flows[record.flow].repeat?.(snapshot, env) ?? { snapshot, effects: [], status, entered: false };
}

/**
 * A red flag whose turn broke is with staff, though the dialogue does not know of it (broken-turn.ts). Before anything else it
 * follows: it must not take the talk back from them, and what they do with it has to be legal there.
 */
function caughtUp(input: TurnInput): TurnInput {
  const { record } = input.loaded;
  if (record.state !== 'with_staff') return input;
  const { entered, snapshot } = takeStep(input, record, { type: 'staff', act: { type: 'take' } });
  if (!entered || typeof snapshot.context !== 'object') return input;
  const context = { ...snapshot.context, handoff: record.handoff };
  return { ...input, loaded: { ...input.loaded, record: { ...record, snapshot: { ...snapshot, context } } } };
}

/** Steps the machine and gathers what that and the message want done. */
function stepped(input: TurnInput, addressed: ConversationRecord, reading: Reading) {
  const verdict = input.trigger.type === 'texts' ? verdictIn(input, reading) : null;
  const event = eventOf(input, reading);
  const result = verdict?.alone === true ? unmoved(input, addressed) : takeStep(input, addressed, event);
  const draft = newDraft(input.at, input.loaded, reading.text);
  if (verdict !== null) takeVerdict(draft, verdict, result.effects.length > 0);
  applyEffects(result.effects, draft);
  if (isOptedOutOf(addressed, result.status)) noteLeftOpen(draft);
  updateContact(draft, input);
  return { event, result, draft };
}

/**
 * One turn, pure: understands, steps the machine, gathers the effects and gives back everything that is to be stored in
 * one commit (design.md law 2).
 */
export function runTurn(given: TurnInput): TurnCommit {
  const input = caughtUp(given);
  const { loaded, trigger, at } = input;
  const before = loaded.record;
  const { texts, fresh } = textsOf(input);
  const reading = trigger.type === 'texts' ? readTexts(input.kit, before, texts, at) : nothingRead(before);
  const { language } = reading;
  const addressed = language === before.language ? before : { ...before, language };
  const { event, result, draft } = stepped(input, addressed, reading);
  const readings = [...readingLines(reading.findings), ...sourceLines(event)];
  const inbound = fresh === null ? [] : [{ ...fresh, readings }];
  const lastRead = before.lastSeq + inbound.length;
  const outbound = draft.parts.length === 0 ? [] : [outboundRow(draft, input, addressed, lastRead + 1)];
  const lastSeq = lastRead + outbound.length;
  const heard = trigger.type === 'texts';
  const change = {
    snapshot: result.snapshot,
    language,
    lastSeq,
    readSeq: heard || before.readSeq === before.lastSeq ? lastSeq : before.readSeq,
    entryCount: before.entryCount + draft.registers.filter(({ type }) => type === 'add').length,
    updatedAt: at,
  };
  const record = nextRecord(before, result.status, change, { entered: result.entered, heard });
  const commit = toCommit(draft, {
    record,
    messages: [...inbound, ...outbound],
    readings: readingsOf(input, fresh, readings),
    dedupe: heard && trigger.message !== null ? [dedupeKey(trigger.message)] : [],
    mark: outbound.length === 0 ? null : markOf(draft, input.kit),
    cancelUnsent: record.fence !== before.fence || trigger.type === 'withdraw',
    extraCancel: cancelledTimers(trigger),
    newId: input.newId,
    promises: input.kit.promises,
  });
  const optedOut = isOptedOutOf(before, result.status);
  return givenBack(optedOut ? { ...commit, endHandoff: true, endedByContact: true } : commit, loaded.contact);
}
