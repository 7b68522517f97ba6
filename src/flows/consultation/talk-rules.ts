import type { KnowledgeReply } from '../../bot/knowledge/inquiry.types.ts';
import type { HandoffReason } from '../../domain/vocabulary.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { handoffPhrase, nameHandoff, reasonsFor } from '../shared/handoffs.ts';
import { safetyEvent } from '../shared/safety.ts';
import type { Principal, Rule, Turn } from './turn.ts';

/** Messages in a row that could not be read, until a person reads them (situation 21). */
const MISSES = 2;
/** Reasons after which somebody calls, so that a number is needed (handbook section 4). */
const CALLED: ReadonlySet<HandoffReason> = new Set([
  'beyond_authority',
  'threat',
  'human_requested',
  'medical_question',
  'not_understood',
]);

/** 没有，我就是想问挂什么科: no, and then what is really asked. */
const CLEAR_NO = /^(?:现在|并|真的)?(?:没有?|不是|不)[啊呀的了]?[，,。！!；\s]|^(?:no|not)\b[,.! ]/iu;

const safety: Rule = ({ message, before, state, after, effects }) => {
  const denied = message.redFlag === null && CLEAR_NO.test(message.text);
  const asked = state === 'check' && !denied ? before.danger : null;
  return safetyEvent({ message, after, effects, asked, withStaff: state === 'withStaff' });
};

const optOut: Rule = ({ message, before, effects }) => {
  if (message.carrier !== 'stop' && !message.sure.has('opt_out')) return null;
  if (reasonsFor(message, 0).length > 0) effects.push({ type: 'note', text: message.text });
  return { type: 'OPT_OUT', confirm: message.carrier !== 'stop' && !before.optedOut };
};

const optIn: Rule = ({ message, before }) => {
  if (!before.optedOut || (message.carrier !== 'start' && !holds(message, 'opt_in'))) return null;
  return { type: 'OPT_IN', confirm: message.carrier !== 'start' };
};

const person: Rule = (turn) => {
  const { message, before, after, effects } = turn;
  const note = before.optedOut && holds(message, 'human');
  if (note) effects.push({ type: 'note', text: message.text });
  const reasons = reasonsFor(message, after.insults).filter(
    (reason) => !(note && reason === 'human_requested') && !(reason === 'medical_question' && isAnswered(turn)),
  );
  const named = nameHandoff(reasons);
  return named === undefined ? null : handOver(turn, named);
};

/**
 * A trouble for which a department was asked, or what an entry of the knowledge base answers, needs no doctor to call; 我能不能自己停药
 * does, whatever entry speaks of medicines (handbook section 4).
 */
function isAnswered({ consulted, needsDoctor, state, message }: Turn): boolean {
  const { reply, asksDepartment, details } = consulted;
  if (reply.type === 'answer') return needsDoctor !== 'surely' && answersAll(reply, message.text);
  if (state === 'booking' || state === 'confirming' || details.wish === 'book') return needsDoctor === 'no';
  return reply.type === 'departments' || reply.type === 'describe' ? asksDepartment || needsDoctor === 'no' : false;
}

/**
 * An entry answers, unless beside the part of the message that it is for a worry stands. A table tells when somebody is there
 * (叶主任哪几天上班), and nothing of when a patient may work again.
 */
function answersAll({ sources, of }: KnowledgeReply & { readonly type: 'answer' }, text: string): boolean {
  if (!sources.some(({ id }) => id.startsWith('faq:'))) return ON_DUTY.test(text) && !WORRY.test(withoutPast(text));
  return (
    of === undefined || !WORRY.test(withoutPast(of.split('\n').reduce((left, part) => left.replace(part, ''), text)))
  );
}
const ON_DUTY =
  /有[^,，。\s]{0,4}(?:大夫|医生|人)[吗没不么]|(?:是|在)(?:哪个|什么|啥)科|(?:几天|哪天|几号|[周期拜]几|几点|什么时候|啥时候|多会儿|天天|每天|还|在)[^,，。\s]{0,4}(?:上班|出诊|坐诊|门诊|值班|看诊)/u;
/** 去年晕倒过，早就好了，卢大夫现在是哪个科的: what is over, or only feared, worries nobody. */
function withoutPast(text: string): string {
  return text
    .split(/[，,。.；;！!？?\s]+/u)
    .filter((clause) => !PAST.test(clause))
    .join('，');
}
const PAST = /要是|如果|万一|假如|去年|前年|以前|上次|那会儿|早就|已经好|过一?[回次]/u;
const WORRY =
  /要紧|严重|嚴重|正常|偏[高低]|[高低]了|阳性|怎么(?:办|回事)|咋(?:办|整|回事)|[疼痛肿痒麻晕脓崴摔伤]|[发高低]烧|[出流便]血|难受|不舒服|刀口|手术后|术后/u;

/** A person takes over; who has no number yet is asked for one in the same reply. */
export function handOver(
  turn: Turn,
  named: Pick<Extract<Principal, { type: 'HANDOFF' }>, 'reason' | 'priority'>,
): Principal {
  const { after, env, consulted, effects, before } = turn;
  after.factsOwed = null;
  after.draft = null;
  after.asked = null;
  const { phone } = consulted.details;
  const known = phone ?? before.phone;
  if (known !== null) effects.push({ type: 'handoffPhone', phone: known });
  const words = [handoffPhrase(named.reason, env)];
  if (known !== null || env.phone !== null || !CALLED.has(named.reason)) return { type: 'HANDOFF', ...named, words };
  after.owesNumber = true;
  return { type: 'HANDOFF', ...named, words: [...words, phrase('askNumberForStaff')] };
}

/** Somebody of the staff has the talk, or nothing more may be said; a number that they wait for is passed on. */
const quiet: Rule = ({ state, before, after, message, consulted, effects }) => {
  const silent = state === 'withStaff' || (before.optedOut && state !== 'check') || message.carrier !== null;
  if (!silent) return null;
  const { phone, wish } = consulted.details;
  const moves = (wish === 'cancel' || wish === 'change') && before.booked.some((booked) => booked !== null);
  if (state === 'withStaff' && moves) effects.push({ type: 'note', text: message.text });
  if (state === 'withStaff' && phone !== null) {
    effects.push({ type: 'handoffPhone', phone });
    after.owesNumber = false;
  }
  return { type: 'HEARD' };
};

const facts: Rule = ({ news, after }) =>
  news.complaint === 'bare' && after.factsOwed !== null
    ? { type: 'ASK_FACTS', parts: [phrase('complaintAskFacts')] }
    : null;

/** Digits alone are noise, unless they are the number or the choice that we asked for. */
function answersUs({ before, state, consulted: { details } }: Turn): boolean {
  const { phone, brokenPhone, days, name } = details;
  const asked = state === 'booking' || state === 'confirming' || state === 'number';
  const owed = before.unanswered !== null && phone !== null;
  return (
    owed ||
    before.offered.length + before.among.length > 0 ||
    (asked && ((phone ?? brokenPhone ?? name) !== null || days.length > 0))
  );
}

/** A message that nobody could read; the second in a row is for a person. */
export function missed(turn: Turn): Principal | null {
  const { before, after } = turn;
  after.misses = before.misses + 1;
  return after.misses >= MISSES ? handOver(turn, { reason: 'not_understood', priority: 'normal' }) : null;
}

const unread: Rule = (turn) => (holds(turn.message, 'unreadable') && !answersUs(turn) ? missed(turn) : null);

/** What holds in every talk, in the order of handbook section 3. */
export const talkRules: readonly Rule[] = [safety, optOut, optIn, person, quiet, facts, unread];
