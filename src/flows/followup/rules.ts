import { nextAllowed } from '../../domain/sending-hours.ts';
import { atLocal, minuteOfDay } from '../../domain/zoned-time.ts';
import { phrase } from '../shared/acks.ts';
import { asksBack, holds } from '../shared/digest.ts';
import type { Principal } from './events.ts';
import { nextQuestion, openRatings, placeOf, type State } from './place.ts';
import { handoff } from './rules-first.ts';
import { isMute } from './take-in.ts';
import type { Rule, Turn } from './turn.ts';

/** Unread messages in a row that bring a person (situation 21). */
const MISSES = 2;
/** Replies in a row to "which grade?" without one, before a person reads along. */
const VAGUE = 3;
/** A doubtful grade at or above this is put as "you mean …?"; below, the contact is asked which grade it is. */
const CONFIRM = 0.65;

/** Next day, same hour and minute, inside sending hours (handbook section 8). */
function nextDay({ env: { now, settings } }: Turn): number {
  return nextAllowed(
    atLocal(now, settings.zone, 1, minuteOfDay(now, settings.zone)),
    settings.sendingHours,
    settings.zone,
  );
}

/** Replies to "when would suit?" that are answered first, and the question put again. */
const ASIDES = [
  'who_are_you',
  'scam_doubt',
  'not_understood',
  'misunderstood',
  'hospital_question',
  'appointment',
  'unreadable',
  'abuse',
] as const;

/** 改天, 有空 said unasked names no time (it is read as the next day): when would suit? Until then the agreed time stands. */
function isNoTime(turn: Turn): boolean {
  const { time } = turn.message;
  return time?.precision === 'vague' && time.at === nextDay(turn);
}

/** A time that was agreed before stands until another is named. */
function agreedOrNextDay(turn: Turn): number {
  const agreed = turn.after.resumeAt;
  return agreed !== null && agreed > turn.env.now ? agreed : nextDay(turn);
}

/** Told by the family or the patient; a time that they name themselves stands (3). */
export const readmission: Rule = ({ message, after }) => {
  if (!message.readmitted || message.time !== null || after.deceased || after.outcome !== null) return null;
  return { type: 'READMITTED' };
};

/** 3, 2. */
export const reschedule: Rule = (turn) => {
  const { message, state, after, env } = turn;
  const over = placeOf({ ...after, resumeAt: null }, env.settings) === 'end';
  if (over || after.outcome !== null || holds(message, 'refuse')) return null;
  const asked = state === 'when';
  if (state === 'scheduled' && isNoTime(turn)) return { type: 'BUSY' };
  if (message.time !== null) {
    after.resumeAt = message.time.at;
    return { type: 'RESCHEDULE', at: message.time.at, vague: false };
  }
  if (!asked && holds(message, 'busy')) return state === 'scheduled' ? { type: 'HEARD' } : { type: 'BUSY' };
  if (!asked || holds(message, 'available', 'rating', 'decline', ...ASIDES)) return null;
  const at = agreedOrNextDay(turn);
  after.resumeAt = at;
  return { type: 'RESCHEDULE', at, vague: true };
};

/** A no to these is no refusal: it says "not now" or answers the question itself. */
function declines({ state, message, before }: Turn): boolean {
  if (!holds(message, 'decline')) return false;
  if (state === 'when' || state === 'consent') return true;
  const opening = openingRead(state, before) && !holds(message, 'self', 'relative');
  if (opening && holds(message, 'thanks')) return true;
  return before.surveyed && (opening || state === 'interview.rating') && message.ratings.length === 0;
}

/** 24; after a death the refusal to answer. With every rating answered, "leave me alone" is "nothing more". */
export const refusal: Rule = (turn) => {
  const { message, after, env, state } = turn;
  const unsureOptOut = holds(message, 'opt_out');
  const bye =
    holds(message, 'farewell') && state !== 'scheduled' && turn.news.graded.length === 0 && !turn.news.freeText;
  if (!holds(message, 'refuse') && !unsureOptOut && !declines(turn) && !bye) return null;
  after.factsOwed = null;
  if (after.outcome !== null) return { type: 'ANSWER', place: 'closed' };
  const done = state.startsWith('interview') && openRatings(after, env.settings).length === 0 && !after.deceased;
  if (!done) return { type: 'REFUSE' };
  after.owed = [];
  after.done = env.settings.questions.map((question) => question.id);
  return { type: 'ANSWER', place: placeOf(after, env.settings) };
};

/** True where a reply is read as at the opening: before the interview, and after the greeting at the agreed time. */
function openingRead(state: Turn['state'], before: Turn['before']): boolean {
  return state === 'opening' || before.greeted;
}

/** A no at the opening says nothing about ever: when would suit? */
export const notNow: Rule = ({ message, state, before, news }) => {
  const answered = news.graded.length > 0 || news.freeText;
  return openingRead(state, before) && holds(message, 'decline') && !answered ? { type: 'BUSY' } : null;
};

function takesTheTime({ message, news }: Turn): boolean {
  return holds(message, 'available') || news.graded.length > 0 || news.noOpinion;
}

/** The contact's view of the service, which answers whatever stands open. */
function opines({ message, news }: Turn): boolean {
  return Object.keys(news.registers).length > 0 && !holds(message, 'complaint_status');
}

/** At a question for free words: an empty yes, no or courtesy. It was put once; on we go. */
function saysNothing({ message }: Turn): boolean {
  if (asksBack(message)) return false;
  return (
    isMute(message) ||
    holds(message, 'agree', 'decline', 'no_opinion', 'thanks', 'rating', 'apology', 'greeting', 'abuse') ||
    message.doubtful.length > 0
  );
}

type Answers = (turn: Turn) => boolean;
const yes: Answers = ({ message }) => holds(message, 'agree', 'available');
const never: Answers = () => false;
const inWords: Answers = (turn) => opines(turn) || saysNothing(turn);

/** What answers the open question, besides a grade or the word that now is a good time. */
const ANSWERED_BY: Readonly<Record<State, Answers>> = {
  idle: opines,
  opening: (turn) => yes(turn) || opines(turn) || holds(turn.message, 'self', 'relative'),
  when: never,
  scheduled: ({ news }) => news.registers.complaint === 'bare',
  consent: yes,
  'interview.rating': (turn) => opines(turn) || turn.message.ratings.length > 0,
  'interview.reason': inWords,
  'interview.facts': inWords,
  'interview.suggestions': opines,
  'check.grade': opines,
  'check.deceased': (turn) => opines(turn) || holds(turn.message, 'decline', 'self'),
  'check.safety': () => true,
  withStaff: never,
  closed: never,
};

function answers(turn: Turn): boolean {
  const { state, before, news } = turn;
  if (takesTheTime(turn) || news.told || news.freeText) return true;
  return before.greeted ? yes(turn) || opines(turn) : ANSWERED_BY[state](turn);
}

/** States that ask something on the side: an answer there does not begin the interview. */
const ASIDE_STATES: ReadonlySet<State> = new Set(['check.safety', 'check.deceased', 'scheduled']);

/** What the memory settles when the open question is answered. */
function settle(turn: Turn): void {
  const { state, before, after, news } = turn;
  const direct = !before.greeted || news.told || before.owed.some((id) => news.graded.includes(id));
  const asked = (state === 'interview.reason' || state === 'interview.facts') && direct;
  if (asked) {
    after.factsOwed = after.factsOwed === before.factsOwed ? null : after.factsOwed;
    after.reasonAsked = [...new Set([...after.reasonAsked, ...before.owed])];
    after.owed = after.owed.filter((id) => !before.owed.includes(id));
  }
  if (takesTheTime(turn)) after.resumeAt = null;
  if (state === 'consent') after.consented = true;
  if (!takesTheTime(turn) && ASIDE_STATES.has(state)) return;
  after.started = true;
  after.identified = true;
}

/** 1, 4, 8, 9, 13 and every answer: on to what stands open. */
export const answer: Rule = (turn) => {
  if (!answers(turn)) return null;
  settle(turn);
  return { type: 'ANSWER', place: placeOf(turn.after, turn.env.settings) };
};

/** True where a doubtful grade has to wait for something weightier, or cannot be one. */
function doubtWaits({ state, after }: Turn): boolean {
  if (state === 'scheduled' || state === 'interview.reason' || after.outcome !== null) return true;
  return (
    after.factsOwed !== null || after.owed.length > 0 || (after.deceased && !after.consented && state !== 'consent')
  );
}

/** 22. */
export const doubtful: Rule = (turn) => {
  const { doubt, after, message, before } = turn;
  if (doubt === null || doubtWaits(turn)) return null;
  settle(turn);
  const same = message.doubtful.filter((f) => f.question === doubt.question);
  const split = same.some((f) => f.grade !== doubt.grade);
  if ((same[0]?.confidence ?? 0) < CONFIRM || split || before.doubt !== null) return askGrade(turn, doubt.question);
  after.doubt = doubt;
  return { type: 'CHECK_GRADE', doubt };
};

function askGrade(turn: Turn, question: string): Principal | null {
  const { after, before, env } = turn;
  after.vague = before.vague + 1;
  if (after.vague >= VAGUE) return handoff(turn, ['not_understood']);
  if (nextQuestion(after, env.settings)?.id !== question) after.reopened = question;
  return { type: 'ASK_GRADE', question };
}

/** The question of a grade that was read wrongly, or is taken back without a new one (19, and a no in 22). */
function takenBack({ state, message, before }: Turn): string | undefined {
  if (state === 'check.grade' && holds(message, 'decline')) return before.doubt?.question;
  if (state === 'interview.reason' && holds(message, 'misunderstood', 'correction')) return before.owed[0];
  const back = holds(message, 'correction', 'wrong_number') && message.ratings.length === 0;
  return back ? (before.lastAnswered ?? undefined) : undefined;
}

/** Which grade is meant: of an answer that is taken back, or of a bare yes or no where a grade was asked. */
export const whichGrade: Rule = (turn) => {
  const { state, message, after, env } = turn;
  if (after.outcome !== null || state === 'scheduled') return null;
  const back = takenBack(turn);
  if (back !== undefined && state === 'interview.reason') after.owed = [];
  if (back !== undefined) return askGrade(turn, back);
  if (state !== 'interview.rating' || !holds(message, 'agree', 'decline')) return null;
  const open = nextQuestion(after, env.settings);
  return open === undefined ? null : askGrade(turn, open.id);
};

/** 18, 19, 21 and words nobody could read: the question again, simpler; the second time a person. */
export const unread: Rule = (turn) => {
  const { message, after, before, news, first, state } = turn;
  if (state === 'scheduled' && (message.kinds.size === 0 || holds(message, 'unreadable'))) return { type: 'HEARD' };
  if (news.unsure || holds(message, 'not_understood')) {
    if (!news.unsure) first.push(phrase('notClear'));
    return { type: 'REPEAT', manner: 'simpler' };
  }
  if (message.kinds.size > 0 && !holds(message, 'unreadable')) return null;
  after.misses = before.misses + 1;
  if (after.misses >= MISSES) return handoff(turn, ['not_understood']);
  first.push(phrase(message.kinds.size > 0 ? 'unreadable' : 'notClear'));
  return { type: 'REPEAT', manner: 'simpler' };
};

/** Everything else is talk: acknowledged, and the open question is put again. */
export const talk: Rule = ({ message, before, after, state }) => {
  if (state === 'interview.suggestions' && holds(message, 'agree')) after.vague = before.vague + 1;
  return { type: 'REPEAT', manner: holds(message, 'misunderstood') ? 'simpler' : 'plain' };
};
