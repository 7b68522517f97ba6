import type { Details } from '../../bot/appointment/appointment.types.ts';
import type { Topic } from '../../bot/knowledge/inquiry.types.ts';
import type { Appointment } from '../../domain/appointment.ts';
import { localDate } from '../../domain/zoned-time.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { factsOf, hasFacts, namesNoPlace, onlyAsks } from './book-facts.ts';
import { again, confirm, goOn, inBetween } from './book-steps.ts';
import { type Filled, fill } from './booking.ts';
import { type Draft, NO_DRAFT } from './context.ts';
import { isWholeYes, saysYesAgain } from './says-yes.ts';
import type { Principal, Rule, Turn } from './turn.ts';
import { summaryVars } from './words.ts';

const inBooking = ({ state }: Turn): boolean => state === 'booking' || state === 'confirming';

/** 算了，不约了 while an appointment is made. Of a change only the change is dropped, unless the whole is called off. */
const drop: Rule = (turn) => {
  const { before, after, consulted, message } = turn;
  const { draft } = before;
  const { wish, givesUp, earlier } = consulted.details;
  if (draft === null || !inBooking(turn) || earlier || namesAnother(turn, draft)) return null;
  if (!givesUp && wish !== 'cancel' && !holds(message, 'refuse')) return null;
  if (draft.changes !== null && wish === 'cancel') return null;
  if (changesDay(turn)) return null;
  after.draft = null;
  after.asked = null;
  return { type: 'REPLY', parts: [phrase(draft.changes === null ? 'bookingDropped' : 'changeDropped')] };
};

/** 算了，改后天 changes the day; 明天家里有客，先不挂了 tells why. */
function changesDay({ consulted: { details }, message }: Turn): boolean {
  return details.days.length > 0 && (details.wish !== 'cancel' || MOVES.test(message.text));
}
const MOVES = /改|换|換|挪|推|\b(?:change|move)\b/iu;

/** 取消骨科的号, while one at another department is made. */
function namesAnother({ consulted: { details } }: Turn, { department, doctor }: Draft): boolean {
  if (namesNoPlace(details)) return false;
  const same =
    details.departments.some(({ id }) => id === department?.id) || details.doctors.some(({ id }) => id === doctor?.id);
  return !same;
}

/** 取消我约的号, once it was asked for. */
const cancel: Rule = (turn) => {
  const { before, after, consulted, effects } = turn;
  if (consulted.details.wish !== 'cancel') return null;
  const found = meant(turn);
  if (!('ref' in found)) return found.several ? whichOne : nothingBooked(turn);
  after.booked = before.booked.with(found.ref, null);
  after.draft = null;
  effects.push({ type: 'cancelRequest', ref: found.ref, appointment: found.booked });
  return { type: 'REPLY', parts: [phrase('appointmentCancelled', summaryVars(found.booked))] };
};

const whichOne: Principal = { type: 'REPLY', parts: [phrase('whichAppointment')] };

/** Not asked for here: the entry on cancelling tells how, or else where one calls. */
function nothingBooked({ consulted: { reply } }: Turn): Principal | null {
  return reply.type === 'answer' ? null : { type: 'REPLY', parts: [phrase('nothingBooked')] };
}

/**
 * The confirmed request that a message means, by whatever it names of it: place, day (`byDay`), person. What is over does not
 * count; where several are left nobody guesses.
 */
function meant(
  { before, consulted, env }: Turn,
  byDay = true,
): { ref: number; booked: Appointment } | { several: boolean } {
  const { departments, doctors, days, name } = consulted.details;
  const today = localDate(env.now, env.settings.zone);
  const open = before.booked.flatMap((booked, ref) =>
    booked === null || booked.date < today ? [] : [{ ref, booked }],
  );
  const changing = before.draft?.changes ?? null;
  const fits = ({ booked, ref }: (typeof open)[number]): boolean =>
    (changing === null || ref === changing) &&
    (departments.length === 0 || departments.some(({ id }) => id === booked.department.id)) &&
    (doctors.length === 0 || doctors.some(({ id }) => id === booked.doctor?.id)) &&
    (!byDay || days.length === 0 || days.some(({ date }) => date === booked.date)) &&
    (!byDay || name === null || name === booked.name);
  const [found, ...more] = open.filter(fits);
  return found === undefined || more.length > 0 ? { several: more.length > 0 } : found;
}

/** 我约的是哪天？ */
const status: Rule = (turn) => {
  const { wish, earlier } = turn.consulted.details;
  if (!earlier || wish !== null || inBooking(turn)) return null;
  const found = meant(turn);
  if (!('ref' in found)) return found.several ? whichOne : null;
  return { type: 'REPLY', parts: [phrase('appointmentStatus', summaryVars(found.booked))] };
};

/** 我上次约的改到周五; or a fact of it was wrong. */
const change: Rule = (turn) => {
  if (inBooking(turn) || !wantsChange(turn)) return null;
  // The day, the name, the place that it names are the new ones; another place only where nothing else could be meant.
  const found = meant(turn, false);
  if (!('ref' in found)) return found.several ? whichOne : nothingBooked(turn);
  const draft: Draft = { ...found.booked, changes: found.ref };
  return goOn(turn, fill(draft, turn.consulted.details, turn.desk), turn.consulted.details);
};

function wantsChange({ before, consulted }: Turn): boolean {
  const { wish, earlier, corrects, days, name, phone } = consulted.details;
  if (wish === 'change') return true;
  if (earlier && wish === 'book') return days.length > 0;
  return corrects && before.booked.length > 0 && (days.length > 0 || (name ?? phone) !== null);
}

/** A wish for an appointment, or yes to our offer of one. */
const begin: Rule = (turn) => {
  if (inBooking(turn) || !wantsAppointment(turn)) return null;
  const { before, consulted, env, desk } = turn;
  const fresh = { ...NO_DRAFT, phone: before.phone ?? env.phone };
  const filled = fill({ ...(before.draft ?? fresh), ...recentPlace(turn) }, consulted.details, desk);
  if (!asksInstead(turn, filled)) return goOn(turn, filled, consulted.details);
  // 我妈头晕得很，想约明天上午: a department is suggested first, and the day is kept.
  if (consulted.reply.type === 'departments') turn.after.draft = filled.draft;
  return null;
};

function wantsAppointment({ state, message, consulted, news }: Turn): boolean {
  const { details, reply } = consulted;
  if (details.wish === 'book' && !details.earlier && news.complaint === undefined) return true;
  if (state !== 'offering') return false;
  if (holds(message, 'agree') && !holds(message, 'decline')) return true;
  if (reply.type !== 'answer') return details.days.length > 0 || (details.name ?? details.phone) !== null;
  return isTable(reply) && takesUp(details, reply, message.text);
}

/** 骨科, to "shall we book?": there, then; 骨科在几楼 asks. 后天上午去: then; 后天上午去行不行 asks. */
function takesUp(details: Details, { topic }: { readonly topic: Topic }, text: string): boolean {
  if (details.days.length > 0 && GOES.test(text)) return true;
  return !namesNoPlace(details) && topic.attribute === null && topic.day === null;
}

const GOES = /(?:去|来|來|过去|過去|吧|就行|有空|有时间|有時間)[了的。！!]?$/u;
const isTable = ({ sources }: { sources: readonly { id: string }[] }): boolean =>
  sources.every(({ id }) => !id.startsWith('faq:'));

/** What sounds like an appointment is a question: the knowledge base answers it. */
function asksInstead({ state, consulted: { reply, details } }: Turn, { draft, hitch }: Filled): boolean {
  // 想挂个号，肚子疼看什么科: the department comes first.
  if (reply.type === 'departments') return draft.department === null && hitch === null;
  if (reply.type !== 'answer') return false;
  // 多少钱？→ 哪一项？→ 挂号: the answer to our question.
  if (state === 'choosing' && details.days.length === 0) return true;
  // 想预约核磁, 约明天抽血: no department takes it, and an entry tells how it is done.
  return hitch?.type === 'notBookable' || (draft.department === null && details.namesOther);
}

/** The department that was suggested, or whom the talk was about; nothing where this message names another. */
function recentPlace({ state, before, consulted, desk }: Turn): Partial<Pick<Draft, 'department' | 'doctor'>> {
  if (!namesNoPlace(consulted.details)) return {};
  const [first] = before.suggested;
  const suggested = state === 'offering' || before.topic?.entities.includes(`department:${first?.id ?? ''}`) === true;
  if (suggested && first !== undefined) return { department: first };
  const { recent } = consulted;
  return recent !== null && desk.book.isBookable(recent.department.id) ? recent : {};
}

/** An appointment is under way: its facts, a yes or no to its summary, or a question in between. */
const proceed: Rule = (turn) => {
  const { draft } = turn.before;
  if (!inBooking(turn) || draft === null) return null;
  const details = factsOf(turn);
  if (onlyAsks(turn, details, draft) && !saysYesOrNo(turn)) return inBetween(turn, draft);
  const settled =
    turn.state === 'confirming' && saysNothingNew(turn, details, draft) ? settle(turn, draft, details) : null;
  if (settled !== null) return settled;
  // Asked where to, somebody tells what troubles them: a department is suggested first, and the facts so far are kept.
  const troubled = draft.department === null && namesNoPlace(details);
  return troubled && turn.consulted.reply.type === 'departments'
    ? null
    : goOn(turn, fill(draft, details, turn.desk), details);
};

/** No fact, or, after a yes, those that the summary holds already: 对，就周六上午. */
function saysNothingNew({ message, desk }: Turn, details: Details, draft: Draft): boolean {
  if (!hasFacts(details, draft) || isWholeYes(message.text)) return true;
  if (details.stretch || !saysYesAgain(message.text, wordsOf(draft))) return false;
  const { draft: filled, hitch } = fill(draft, details, desk);
  return hitch === null && JSON.stringify(filled) === JSON.stringify(draft);
}

const wordsOf = ({ department, doctor, name, phone }: Draft): readonly string[] =>
  [department?.name, doctor?.name, name, phone].filter((word) => typeof word === 'string');

/** 对 is near to many an entry; only a real answer outweighs it. */
function saysYesOrNo({ message, consulted }: Turn): boolean {
  return holds(message, 'agree', 'decline') && consulted.reply.type !== 'answer';
}

/** Yes or no to the summary. */
function settle(turn: Turn, draft: Draft, details: Details): Principal | null {
  const { message } = turn;
  if (holds(message, 'decline', 'misunderstood', 'correction') || details.wish === 'change' || details.corrects)
    return again(turn, draft);
  if (!turn.saysYes && !saysYesAgain(message.text, wordsOf(draft))) return null;
  // Asked yesterday: the day may be over, the doctor's session too.
  const still = fill(draft, details, turn.desk);
  return still.hitch === null && turn.before.asked !== 'name' ? confirm(turn, draft) : goOn(turn, still, details);
}

/** In this order: what ends an appointment, what changes one, what begins one, what goes on with it. */
export const bookingRules: readonly Rule[] = [drop, cancel, change, status, begin, proceed];
