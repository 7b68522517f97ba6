import { DAY } from '../../domain/clock.ts';
import type { ConversationRecord } from '../../domain/conversation.ts';
import type { Finding } from '../../domain/finding.ts';
import { joinHandoff } from '../../domain/handoff.ts';
import type { MessageRow } from '../../domain/message.ts';
import { answerDue } from '../../domain/sla.ts';
import { TIMER_KINDS, type TimerKind } from '../../domain/timer.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { TurnCommit } from '../../store/store.ts';
import { deskAfter } from './desk.ts';
import { contextOf, NOTHING_ASKED } from './read.ts';
import { dedupeKey, runTurn, stepEnv, type TurnInput, textsOf } from './run-turn.ts';

/** What staff read when a text could not be handled. */
const NOTE = '这条消息自动处理失败，请人工查看并答复。';

type Danger = Extract<Finding, { kind: 'emergency' | 'self_harm' }>;

/** Red flags are read apart from everything else; if even that fails, a person sees the text (the note). */
function dangerIn(input: TurnInput, texts: readonly string[]): Danger | undefined {
  const { kit, loaded, at } = input;
  const context = contextOf(kit, loaded.record, { asked: NOTHING_ASKED, language: loaded.record.language, now: at });
  for (const text of texts) {
    try {
      const found = kit
        .readSafety(text, context)
        .find((finding): finding is Danger => finding.kind === 'emergency' || finding.kind === 'self_harm');
      if (found !== undefined) return found;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** The safety text, if it can be put into words. */
function safetyRow(input: TurnInput, danger: Danger, seq: number): MessageRow | undefined {
  const { kit, loaded, at } = input;
  const { id, language, stay } = loaded.record;
  const key = danger.kind === 'emergency' ? 'emergency' : 'selfHarm';
  try {
    const { text, keys, options } = kit.render([{ key }], { language, stay, now: at });
    return {
      conversationId: id,
      seq,
      direction: 'out',
      author: 'bot',
      text,
      at,
      delivery: 'pending',
      phrases: keys,
      options,
      readings: [],
    };
  } catch {
    return undefined;
  }
}

/** A stranger's conversation must begin with a state that can be read again. */
function begun({ kit, at }: TurnInput, record: ConversationRecord): ConversationRecord {
  if (record.version > 0) return record;
  const { snapshot } = kit.flows[record.flow].start(
    { type: 'message', text: '', findings: [] },
    stepEnv(kit, record, at),
  );
  return { ...record, snapshot };
}

/**
 * What is stored when reading or answering a text failed: the text itself, a note that brings a person, and for a red flag the
 * safety text and an urgent work item (design laws 1 and 3). The dialogue stays where it was.
 */
export function brokenTurn(input: TurnInput): TurnCommit {
  const { texts } = textsOf(input);
  const danger = dangerIn(input, texts);
  if (danger === undefined) return storedTurn(input, undefined);
  for (const attempt of [() => input, () => afresh(input)]) {
    try {
      return alarmed(attempt(), danger);
    } catch {
      continue;
    }
  }
  return storedTurn(input, danger);
}

/** Of an entry that was made before: its place, and nothing that anything could be added to. */
const FORGOTTEN = { kind: 'suggestion', concerns: [], bare: false } as const;

/** With a state that can be read. What stands in the record is kept; what only the unreadable state held is lost. */
function afresh(input: TurnInput): TurnInput {
  const { kit, loaded, at } = input;
  const { record } = loaded;
  const event = { type: 'message', text: '', findings: [] } as const;
  const { snapshot } = kit.flows[record.flow].start(event, stepEnv(kit, record, at));
  const { answers, respondent, handoff, entryCount } = record;
  const entries = Array.from({ length: entryCount }, () => FORGOTTEN);
  const known = typeof snapshot.context === 'object' ? snapshot.context : {};
  const context = { ...known, ...(record.flow === 'followup' ? { answers, respondent } : {}), handoff, entries };
  return { ...input, loaded: { ...loaded, record: { ...record, snapshot: { ...snapshot, context } } } };
}

/** The dialogue hears the red flag and nothing else: a person has the conversation, and the bot is silent. */
function alarmed(input: TurnInput, danger: Danger): TurnCommit {
  const kit = { ...input.kit, understand: () => [danger] };
  const turn = runTurn({ ...input, kit });
  if (turn.record.state !== 'with_staff') throw new Error('a red flag that brings nobody');
  return {
    ...turn,
    workItems: [...turn.workItems, { id: input.newId(), kind: 'note', text: NOTE }],
    tallies: [...turn.tallies, 'turn.failed'],
  };
}

/** A red flag stands among the urgent conversations, though the dialogue does not know of it. */
function withHandoff(record: ConversationRecord, danger: Danger | undefined, at: number): ConversationRecord {
  if (danger === undefined) return record;
  const handoff = joinHandoff(record.handoff, { reason: danger.kind, priority: 'urgent' }, at);
  const moved = record.state === 'with_staff' ? 0 : 1;
  const [fence, stateEntry] = [record.fence + moved, record.stateEntry + moved];
  return { ...record, state: 'with_staff', outcome: null, resumeAt: null, handoff, fence, stateEntry };
}

/** Where a person is waited for, the dialogue no longer speaks by itself. */
function timersOver(danger: Danger | undefined): readonly TimerKind[] {
  return danger === undefined ? ['settle'] : TIMER_KINDS;
}

/** Nothing of the dialogue works. */
function storedTurn(input: TurnInput, danger: Danger | undefined): TurnCommit {
  const { loaded, trigger, at } = input;
  const record = withHandoff(begun(input, loaded.record), danger, at);
  const { texts, fresh } = textsOf(input);
  const desk = deskAfter(loaded.record, record.state, { at, heard: true });
  const lastRead = record.lastSeq + (fresh === null ? 0 : 1);
  const reply = danger === undefined ? undefined : safetyRow(input, danger, lastRead + 1);
  const lastSeq = lastRead + (reply === undefined ? 0 : 1);
  const mark = { urgent: true, proactive: false, confirmsOptOut: false, notBefore: at, expiresAt: at + DAY };
  return {
    ...quietCommit(
      { ...record, lastSeq, readSeq: lastSeq, updatedAt: at, ...(desk === undefined ? {} : { desk }) },
      at,
    ),
    contact:
      record.version > 0 ? null : { ...loaded.contact, conversationId: record.id, version: loaded.contact.version + 1 },
    dedupe: trigger.type === 'texts' && trigger.message !== null ? [dedupeKey(trigger.message)] : [],
    messages: [...(fresh === null ? [] : [fresh]), ...(reply === undefined ? [] : [reply])],
    outbox: reply === undefined ? [] : [{ seq: reply.seq, mark }],
    cancelTimers: timersOver(danger),
    handoff:
      danger === undefined
        ? null
        : {
            id: input.newId(),
            reason: danger.kind,
            priority: 'urgent',
            text: texts.join('\n'),
            promise: { due: answerDue(at, 'urgent', input.kit.promises.sla), remindAt: at },
          },
    workItems: [{ id: input.newId(), kind: 'note', text: NOTE }],
    tallies: ['turn', 'turn.failed'],
  };
}
