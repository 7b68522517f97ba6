import type { ConversationRecord, Correction } from '../../domain/conversation.ts';
import { type Desk, isSlip } from '../../domain/desk.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import type { Answer, Outcome } from '../../domain/vocabulary.ts';
import type { StaffMove } from '../../flows/flow.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { StaffDraft, Store, TurnCommit } from '../../store/store.ts';
import { deskOf } from '../turn/desk.ts';
import { runTurn, type TurnInput } from '../turn/run-turn.ts';
import type { Acted, TurnService } from '../turn/service.ts';
import { type StaffWords, staffLine } from '../turn/staff-line.ts';

/** Why something that staff wanted was not done; nothing was changed. */
type Refusal =
  /** Somebody else was faster. */
  | { readonly type: 'taken'; readonly owner: string }
  /** The account does not have the conversation (any more); `owner` null: nobody has it. */
  | { readonly type: 'not_owner'; readonly owner: string | null }
  /** The contact wants no more messages (handbook 25). */
  | { readonly type: 'opted_out' }
  /** The carrier says that the address cannot be reached. */
  | { readonly type: 'unreachable' }
  /** Answers are put right while staff have the talk, or after its end; until then the dialogue itself is asking. */
  | { readonly type: 'bot_is_asking' }
  /** It was not closed by staff so that nobody is written to, or the contact has said so themselves. */
  | { readonly type: 'no_slip' };

export type StaffResult = { readonly type: 'done' } | { readonly type: 'missing' } | Refusal;

/** What somebody of the staff is told to say to a contact, in words of their own or in phrases of the phrase book. */
type Words = { readonly text: string } | { readonly parts: readonly PhraseRef[] };

/**
 * What staff do with conversations. Each is one turn in one commit, on the conversation as it is in that moment (design law 4): one
 * owner at a time, and the bot is silent from the take-over to the hand-back. `account`: who does it.
 */
export interface StaffActions {
  /** Takes a conversation that nobody has; from the bot, too. Taking what one has already is done. */
  claim(conversationId: string, account: string): Promise<StaffResult>;
  /** Puts it back among those that wait for a person. */
  release(conversationId: string, account: string): Promise<StaffResult>;
  /** Gives it to a colleague; `force`: whoever has it now (a supervisor). */
  give(conversationId: string, to: { account: string; to: string; force: boolean }): Promise<StaffResult>;
  /**
   * Says something. `id` is the page's: the same again is not said twice. Refused words are kept as a draft of that id, so that
   * nothing that was typed is lost.
   */
  reply(conversationId: string, reply: { account: string; text: string; id: string }): Promise<StaffResult>;
  /** The bot goes on with the question that stands open. */
  handBack(conversationId: string, account: string): Promise<StaffResult>;
  close(conversationId: string, account: string, outcome: Outcome): Promise<StaffResult>;
  /** Out of the queues until `until` (epoch ms), or until the contact writes; null brings it back. */
  snooze(conversationId: string, account: string, until: number | null): Promise<StaffResult>;
  label(conversationId: string, labels: readonly string[]): Promise<StaffResult>;
  /** `answer` null: the contact gave none. */
  correctAnswer(
    conversationId: string,
    given: { account: string; question: string; answer: Answer | null; why: string },
  ): Promise<StaffResult>;
  /** Closed by mistake as deceased, wrong number or opted out: that does not hold any more, and `account` has it. */
  takeBack(conversationId: string, account: string): Promise<StaffResult>;
  /** Tells a contact something that nobody in the talk waits for (a result, an appointment), within sending hours. */
  tell(conversationId: string, message: { account: string; words: Words; id: string }): Promise<StaffResult>;
  /** Tells the result of complaint `index` of the conversation, and asks once whether it is settled (handbook section 6). */
  tellResult(
    conversationId: string,
    result: { account: string; index: number; number: string; text: string; id: string },
  ): Promise<StaffResult>;
  /** Sends a draft whose time has come, or leaves it with its author when they do not have the conversation any more. */
  sendDraft(draft: StaffDraft): Promise<StaffResult>;
}

type Decide = (input: TurnInput) => Acted<Refusal>;

export function createStaffActions(
  turns: Pick<TurnService, 'act'>,
  store: Pick<Store, 'desk' | 'turns'>,
  now: () => number,
): StaffActions {
  const act = async (conversationId: string, decide: Decide): Promise<StaffResult> => {
    const result = await turns.act(conversationId, decide);
    if (result === 'done' || result === 'duplicate') return { type: 'done' };
    return result === 'missing' ? { type: 'missing' } : result;
  };
  /** What was said before is not refused when it is asked for again: it has left, whoever has the conversation by now. */
  const once = async (id: string, acting: Promise<StaffResult>): Promise<StaffResult> => {
    const result = await acting;
    if (result.type === 'done' || result.type === 'missing') return result;
    return (await store.turns.seen(keyOf(id))) ? { type: 'done' } : result;
  };
  /** Says a draft; one that may not leave stays with its author. */
  const say = async ({ id, conversationId, author, text }: Said, stored: boolean): Promise<StaffResult> => {
    const words: StaffWords = { by: author, text, key: keyOf(id) };
    const decide: Decide = stored ? (input) => taking(id, said(input, words)) : (input) => said(input, words);
    const result = await once(id, act(conversationId, owned(author, decide)));
    const refused = REFUSED[result.type];
    if (refused !== undefined)
      await store.desk.saveDraft({ id, conversationId, author, text, at: now(), sendAt: null, refused });
    return result;
  };
  return {
    claim: (id, account) => act(id, (input) => claim(input, account)),
    release: (id, account) =>
      act(
        id,
        owned(account, (input) => give(input, null)),
      ),
    give: (id, { account, to, force }) => {
      const decide: Decide = (input) => handOver(input, to);
      return act(id, force ? decide : owned(account, decide));
    },
    reply: (conversationId, { account, text, id }) => say({ id, conversationId, author: account, text }, false),
    handBack: (id, account) => act(id, ending(account, { type: 'handBack' })),
    close: (id, account, outcome) => act(id, closing(account, outcome)),
    snooze: (id, account, until) =>
      act(
        id,
        owned(account, (input) => desk(input, { snoozedUntil: until })),
      ),
    label: (id, labels) => act(id, (input) => desk(input, { labels })),
    correctAnswer: (id, given) => act(id, (input) => correct(input, given)),
    takeBack: (id, account) => act(id, (input) => takeBack(input, account)),
    tell: (conversationId, message) =>
      once(
        message.id,
        act(conversationId, (input) => tell(input, message)),
      ),
    tellResult: (conversationId, result) =>
      once(
        result.id,
        act(conversationId, (input) => tellResult(input, result)),
      ),
    sendDraft: (draft) => say(draft, true),
  };
}

const keyOf = (id: string): string => `staff:${id}`;

type Said = Pick<StaffDraft, 'id' | 'conversationId' | 'author' | 'text'>;

/** What a draft says of why it did not leave. */
const REFUSED: Partial<Record<StaffResult['type'], NonNullable<StaffDraft['refused']>>> = {
  taken: 'not_owner',
  not_owner: 'not_owner',
  opted_out: 'opted_out',
  unreachable: 'unreachable',
};

const ownerOf = ({ loaded: { record } }: TurnInput): string | null =>
  record.state === 'with_staff' ? (record.desk?.owner ?? null) : null;

/** Only who has the conversation may. */
function owned(account: string, decide: Decide): Decide {
  return (input) => {
    const owner = ownerOf(input);
    return owner === account ? decide(input) : { refused: { type: 'not_owner', owner } };
  };
}

/** A commit that changes the desk alone. */
function desk({ loaded: { record }, at }: TurnInput, change: Partial<Desk>): Acted<Refusal> {
  return { commit: quietCommit({ ...record, desk: { ...deskOf(record, at), ...change }, updatedAt: at }, at) };
}

function give(input: TurnInput, to: string | null): Acted<Refusal> {
  return desk(input, { owner: to, ownerSince: input.at, snoozedUntil: null });
}

function claim(input: TurnInput, account: string): Acted<Refusal> {
  const owner = ownerOf(input);
  if (owner !== null && owner !== account) return { refused: { type: 'taken', owner } };
  return owner === account ? desk(input, {}) : handOver(input, account);
}

/** To somebody, from whoever has it; from the bot by a move of the dialogue in the same commit. */
function handOver(input: TurnInput, to: string): Acted<Refusal> {
  if (input.loaded.record.state === 'with_staff') return give(input, to);
  const commit = runTurn({ ...input, trigger: { type: 'staff', act: { type: 'take' } } });
  return { commit: withDesk(commit, { owner: to, ownerSince: input.at }) };
}

function withDesk(commit: TurnCommit, change: Partial<Desk>): TurnCommit {
  const { record, at } = commit;
  return { ...commit, record: { ...record, desk: { ...deskOf(record, at), ...change } } };
}

/** A move of the dialogue that ends what its owner had: the handoff's work item is done. */
function ending(account: string, act: StaffMove): Decide {
  return owned(account, (input) => {
    const commit = runTurn({ ...input, trigger: { type: 'staff', act } });
    return { commit: { ...commit, endHandoff: true } };
  });
}

/** Who closed it and as what stands by it: it may have been a slip. */
function closing(by: string, outcome: Outcome): Decide {
  const end = ending(by, { type: 'close', outcome });
  return (input) => {
    const acted = end(input);
    if ('refused' in acted) return acted;
    const { commit } = acted;
    return { commit: withDesk(commit, { closed: { by, at: commit.at, outcome, seq: commit.record.lastSeq } }) };
  };
}

function takeBack(input: TurnInput, account: string): Acted<Refusal> {
  const { record, contact } = input.loaded;
  const closed = record.desk?.closed;
  if (closed === undefined || !isSlip(record)) return { refused: { type: 'no_slip' } };
  const { outcome, at } = closed;
  // Whoever had opted out before that has done so themselves.
  if (outcome === 'opted_out' && contact.optedOutAt !== at) return { refused: { type: 'no_slip' } };
  const commit = runTurn({ ...input, trigger: { type: 'staff', act: { type: 'takeBack', outcome } } });
  return { commit: { ...withDesk(commit, { owner: account, ownerSince: input.at }), takenBack: at } };
}

function correct(
  input: TurnInput,
  { account, question, answer, why }: Parameters<StaffActions['correctAnswer']>[1],
): Acted<Refusal> {
  const { state, answers, corrections = [] } = input.loaded.record;
  if (state !== 'with_staff' && state !== 'closed') return { refused: { type: 'bot_is_asking' } };
  const commit = runTurn({ ...input, trigger: { type: 'staff', act: { type: 'correct', question, answer } } });
  const done: Correction = { question, from: answers[question] ?? null, to: answer, by: account, at: input.at, why };
  return { commit: { ...commit, record: { ...commit.record, corrections: [...corrections, done] } } };
}

/** Why nothing can be said to the contact. */
function muted({ loaded: { contact } }: TurnInput): Refusal | null {
  if (contact.optedOutAt !== null) return { type: 'opted_out' };
  return contact.unreachable === null ? null : { type: 'unreachable' };
}

/** A line of the owner: the contact waits no longer. */
function said(input: TurnInput, words: StaffWords): Acted<Refusal> {
  const refused = muted(input);
  if (refused !== null) return { refused };
  const { at, loaded } = input;
  const answeredAt = deskOf(loaded.record, at).answeredAt ?? at;
  return { commit: withDesk(staffLine(input, words), { waitingSince: null, snoozedUntil: null, answeredAt }) };
}

function taking(draftId: string, acted: Acted<Refusal>): Acted<Refusal> {
  return 'commit' in acted ? { commit: { ...acted.commit, takenDrafts: [draftId] } } : acted;
}

function tell(input: TurnInput, { account, words, id }: Parameters<StaffActions['tell']>[1]): Acted<Refusal> {
  const refused = muted(input);
  if (refused !== null) return { refused };
  return { commit: staffLine(input, { ...inWords(input, words), by: account, key: keyOf(id), unasked: true }) };
}

/** In the contact's language. */
function inWords(
  { kit, loaded: { record }, at }: TurnInput,
  words: Words,
): Pick<StaffWords, 'text' | 'phrases' | 'options'> {
  if ('text' in words) return words;
  const { text, keys, options } = kit.render(words.parts, { language: record.language, stay: record.stay, now: at });
  return { text, phrases: keys, options };
}

function tellResult(input: TurnInput, given: Parameters<StaffActions['tellResult']>[1]): Acted<Refusal> {
  const { account, index, number, text, id } = given;
  const parts = [{ key: 'complaintResult', vars: { number, result: asSentence(text, input.loaded.record) } }];
  const told = tell(input, { account, words: { parts }, id });
  if ('refused' in told) return told;
  const { record, outbox, at } = told.commit;
  const resultTold = { index, number, seq: record.lastSeq, from: outbox[0]?.mark.notBefore ?? at };
  return { commit: { ...told.commit, record: { ...record, resultTold } } };
}

/** The question follows it. */
function asSentence(text: string, { language }: Pick<ConversationRecord, 'language'>): string {
  const words = text.trim();
  if (/[。！？.!?]$/u.test(words)) return words;
  return language === 'en' ? `${words}.` : `${words}。`;
}
