import { DAY, MINUTE } from '../../domain/clock.ts';
import type { ConversationRecord } from '../../domain/conversation.ts';
import type { Finding } from '../../domain/finding.ts';
import type { MessageRow } from '../../domain/message.ts';
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
  try {
    return alarmed(input, danger);
  } catch {
    return storedTurn(input, danger);
  }
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

/** Nothing of the dialogue works. */
function storedTurn(input: TurnInput, danger: Danger | undefined): TurnCommit {
  const { loaded, trigger, at } = input;
  const record = begun(input, loaded.record);
  const { texts, fresh } = textsOf(input);
  const desk = deskAfter(record, record.state, { at, heard: true });
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
    cancelTimers: ['settle'],
    handoff:
      danger === undefined
        ? null
        : {
            id: input.newId(),
            reason: danger.kind,
            priority: 'urgent',
            text: texts.join('\n'),
            promise: { due: at + input.kit.promises.urgent * MINUTE, remindAt: at },
          },
    workItems: [{ id: input.newId(), kind: 'note', text: NOTE }],
    tallies: ['turn', 'turn.failed'],
  };
}
