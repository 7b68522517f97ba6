import type { Outcome } from '../../domain/vocabulary.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { nameHandoff, reasonsFor } from '../shared/handoffs.ts';
import { placeOf } from './place.ts';
import type { Rule, Turn } from './turn.ts';

/** What a death reported after closing turns into `deceased`: talks that ended without an interview. */
const UNFINISHED: ReadonlySet<Outcome | null> = new Set(['expired', 'declined', 'not_reached']);

/** While staff have the conversation a further reason only raises it. */
export const staffPerson: Rule = ({ message, after }) => {
  const named = nameHandoff(reasonsFor(message, after.insults));
  return named === undefined ? null : { type: 'HANDOFF', ...named };
};

/** 11, 12, 26, 29 reopen. After an opt-out the wish for a person is a note, and nobody is told anything. */
export const latePerson: Rule = ({ message, before, after, effects }) => {
  const reasons = reasonsFor(message, 0).filter((reason) => !(before.optedOut && reason === 'human_requested'));
  if (before.optedOut && holds(message, 'human')) effects.push({ type: 'note', text: message.text });
  const named = nameHandoff(reasons);
  if (named === undefined) return null;
  after.factsOwed = null;
  return { type: 'HANDOFF', ...named };
};

/** A death or a wrong number that we learn of late. */
export const lateNews: Rule = ({ message, news, before, after, effects, first }) => {
  const unfinished = UNFINISHED.has(before.outcome);
  if (news.death) {
    first.push(phrase('condolenceAck'));
    if (unfinished) {
      after.outcome = 'deceased';
      effects.push({ type: 'close', outcome: 'deceased' });
    }
    return null;
  }
  const stranger = unfinished && message.sure.has('wrong_number') && Object.keys(after.answers).length === 0;
  return stranger ? { type: 'WRONG_NUMBER' } : null;
};

/** A grade after `expired` goes on with the interview; a complaint without facts is asked for them; the rest stays closed. */
export const lateAnswer: Rule = ({ before, after, news, env }) => {
  if (before.optedOut) return null;
  if (before.outcome === 'expired' && (news.graded.length > 0 || news.noOpinion)) {
    after.outcome = null;
    after.resumeAt = null;
    after.started = true;
    after.consented = after.deceased;
    return { type: 'ANSWER', place: placeOf(after, env.settings) };
  }
  return after.factsOwed === null ? null : { type: 'ANSWER', place: 'interview.facts' };
};

/** 刚才说错了, and not what is meant instead: the interview is over, so a person asks. */
function takesBack({ message, news }: Turn): boolean {
  return holds(message, 'correction') && news.graded.length === 0;
}

/** What is said to a message that is neither an opinion nor a question. */
function courtesy(turn: Turn): 'noted' | 'closing' | 'whoWeAre' | 'unreadable' | null {
  const { message, news, before, after } = turn;
  if (before.outcome === 'wrong_number') return null;
  if (takesBack(turn)) return 'noted';
  if (news.graded.length > 0 && !news.corrected) return 'noted';
  if (holds(message, 'available', 'contact_time')) return 'closing';
  if (holds(message, 'greeting', 'not_understood')) return 'whoWeAre';
  const lost = message.kinds.size === 0 || holds(message, 'unreadable');
  return lost && after.misses === 1 && !isNod(message.text) ? 'unreadable' : null;
}

/** 好的, 嗯嗯, 收到, ok after the goodbye: a nod asks for nothing, least of all to be written again. */
const LONGEST_NOD = 8;
function isNod(text: string): boolean {
  const words = text.trim();
  return (
    words.length <= LONGEST_NOD &&
    /^[\p{L}\p{Emoji}\p{P}\s]+$/u.test(words) &&
    /[\p{L}\p{Emoji}]/u.test(words) &&
    !words.startsWith('[')
  );
}

/** 32: nothing is ignored, and it stays closed. */
export const late: Rule = (turn) => {
  const { message, before, after, first, effects } = turn;
  after.factsOwed = null;
  after.owed = [];
  after.reopened = null;
  after.misses = message.kinds.size === 0 || holds(message, 'unreadable') ? before.misses + 1 : 0;
  if (takesBack(turn)) effects.push({ type: 'note', text: message.text });
  const said = courtesy(turn);
  if (said !== null && first.length === 0) first.push(phrase(said));
  return { type: 'HEARD' };
};
