import type { PhraseRef } from '../../domain/effect.ts';
import type { FindingKind } from '../../domain/finding.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { noteQuestion } from './number-rules.ts';
import { replyWords } from './reply-words.ts';
import { missed } from './talk-rules.ts';
import type { Principal, Rule, Turn } from './turn.ts';

/** Words that need no answer once they know who we are. */
const NO_REPLY: readonly FindingKind[] = ['agree', 'decline', 'farewell', 'refuse', 'no_opinion'];
/** Said around a question as well as without one. */
const COURTESIES: readonly FindingKind[] = ['thanks', 'greeting', 'farewell', 'apology'];
/** What the message is about instead of a question, so that no answer is owed to one. */
const NO_QUESTION: readonly FindingKind[] = [
  'complaint',
  'praise',
  'suggestion',
  'abuse',
  'who_are_you',
  'scam_doubt',
  'complaint_status',
];

/** Characters of a trouble that later words are read together with. */
const MOST_TOLD = 200;

/** The emergency department takes no appointments: one goes there. */
function offer(turn: Turn, words: readonly PhraseRef[]): Principal {
  const { after, desk } = turn;
  const [first] = after.suggested;
  if (first !== undefined && !desk.book.isBookable(first.id))
    return { type: 'REPLY', parts: [phrase('suggestDirectly', { department: { names: [first] } })] };
  after.trouble = toldSoFar(turn);
  return { type: 'OFFER', parts: words };
}

/** What was told before and now. */
function toldSoFar({ state, before, message }: Turn): string {
  const earlier = state === 'offering' ? before.trouble : null;
  return (earlier === null ? message.text : `${earlier}，${message.text}`).slice(-MOST_TOLD);
}

/** The last of the rules: the knowledge base's answer, or a word that fits. */
export const answer: Rule = (turn) => {
  const { consulted, after, message, state } = turn;
  const { reply } = consulted;
  after.stuck = 0;
  const words = replyWords(reply, after);
  if (reply.type === 'choose' || reply.type === 'which') {
    after.choosingFor = message.text;
    return { type: 'CHOOSE', parts: words };
  }
  if (reply.type === 'departments') return offer(turn, words);
  if (words.length > 0) return { type: 'REPLY', parts: words };
  if (state === 'choosing' && noneOfThese(turn)) return noteQuestion(turn, turn.before.choosingFor ?? message.text);
  return isOwedAnswer(turn) ? noteQuestion(turn) : smallTalk(turn);
};

/** A question that nothing answers. 您好，英文的接种证明能开吗: the greeting before it changes nothing. */
function isOwedAnswer({ consulted: { reply }, message, state }: Turn): boolean {
  const unanswered = reply.type === 'unanswered';
  if (!unanswered && (message.question === null || state === 'offering')) return false;
  const besides = unanswered && message.question !== null ? [] : COURTESIES;
  return !holds(message, ...NO_QUESTION, ...besides);
}

/** 都不是: what was asked is none of the entries we named. */
function noneOfThese({ before, message }: Turn): boolean {
  return before.offered.length > 0 && (holds(message, 'decline') || NONE.test(message.text));
}
const NONE = /都不(?:是|对)|没有(?:我|一个|哪)|不是这|以上都|none|neither/i;

/** Digits that might have been the number we asked for, and were not, have not been counted as a miss yet. */
function unreadable(turn: Turn): Principal {
  const person = turn.after.misses === 0 ? missed(turn) : null;
  return person ?? { type: 'REPLY', parts: [phrase('unreadable')] };
}

function smallTalk(turn: Turn): Principal {
  const { message, before, after } = turn;
  if (holds(message, 'unreadable')) return unreadable(turn);
  if (isAcknowledged(turn)) return { type: 'REPLY', parts: [] };
  if (holds(message, 'not_understood', 'misunderstood')) return { type: 'REPLY', parts: [phrase('askAgainOrPerson')] };
  if (holds(message, 'thanks')) return { type: 'REPLY', parts: [phrase('modest')] };
  const offer = toOffer(turn);
  if (offer !== null) return offer;
  if (before.welcomed && holds(message, ...NO_REPLY)) return { type: 'REPLY', parts: [] };
  if (before.welcomed && holds(message, 'off_topic'))
    return { type: 'REPLY', parts: [phrase('offTopic'), phrase('helpAgain')] };
  after.welcomed = true;
  return { type: 'REPLY', parts: [phrase(before.welcomed ? 'helpAgain' : 'unknownContact')] };
}

/** The acknowledgement before it says all. */
function isAcknowledged({ message, news }: Turn): boolean {
  const opinion = Object.keys(news).length > 0;
  return opinion || holds(message, 'who_are_you', 'scam_doubt', 'abuse', 'apology', 'complaint_status');
}

/** Neither yes nor a question to "shall we book?". */
function toOffer({ state, message, before }: Turn): Principal | null {
  const [offered] = before.suggested;
  if (state !== 'offering' || offered === undefined) return null;
  if (holds(message, 'decline')) return { type: 'REPLY', parts: [phrase('offerDeclined')] };
  return { type: 'OFFER', parts: [phrase('offerAgain', { department: { names: [offered] } })] };
}
