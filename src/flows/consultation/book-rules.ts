import type { Details } from '../../bot/appointment/appointment.types.ts';
import type { Appointment } from '../../domain/appointment.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { factsOf, hasFacts, namesNoPlace, onlyAsks } from './book-facts.ts';
import { again, confirm, goOn, inBetween } from './book-steps.ts';
import { type Filled, fill } from './booking.ts';
import { type Draft, NO_DRAFT } from './context.ts';
import type { Principal, Rule, Turn } from './turn.ts';
import { summaryVars } from './words.ts';

const inBooking = ({ state }: Turn): boolean => state === 'booking' || state === 'confirming';

/** 算了，不约了 while an appointment is made. */
const drop: Rule = (turn) => {
  const { before, after, consulted, message } = turn;
  const { wish, earlier } = consulted.details;
  if (before.draft === null || !inBooking(turn) || earlier) return null;
  if (wish !== 'cancel' && !holds(message, 'refuse')) return null;
  after.draft = null;
  after.asked = null;
  return { type: 'REPLY', parts: [phrase('bookingDropped')] };
};

/** 取消我约的号, once it was asked for. */
const cancel: Rule = (turn) => {
  const { before, after, consulted, effects } = turn;
  if (consulted.details.wish !== 'cancel') return null;
  const found = meant(turn);
  if (found === null) return nothingBooked(turn);
  after.booked = before.booked.with(found.ref, null);
  after.draft = null;
  effects.push({ type: 'cancelRequest', ref: found.ref });
  return { type: 'REPLY', parts: [phrase('appointmentCancelled', summaryVars(found.booked))] };
};

/** Not asked for here: the entry on cancelling tells how, or else where one calls. */
function nothingBooked({ consulted: { reply } }: Turn): Principal | null {
  return reply.type === 'answer' ? null : { type: 'REPLY', parts: [phrase('nothingBooked')] };
}

/** The confirmed request that a message means: the one whose place it names, else the newest. */
function meant({ before, consulted }: Turn): { ref: number; booked: Appointment } | null {
  const { departments, doctors } = consulted.details;
  const open = before.booked.flatMap((booked, ref) => (booked === null ? [] : [{ ref, booked }]));
  const named = open.findLast(
    ({ booked }) =>
      departments.some(({ id }) => id === booked.department.id) || doctors.some(({ id }) => id === booked.doctor?.id),
  );
  return named ?? open.at(-1) ?? null;
}

/** 我约的是哪天？ */
const status: Rule = (turn) => {
  const { wish, earlier } = turn.consulted.details;
  if (!earlier || wish !== null || inBooking(turn)) return null;
  const found = meant(turn);
  return found === null ? null : { type: 'REPLY', parts: [phrase('appointmentStatus', summaryVars(found.booked))] };
};

/** 我上次约的改到周五; or a fact of it was wrong. */
const change: Rule = (turn) => {
  if (inBooking(turn) || !wantsChange(turn)) return null;
  const found = meant(turn);
  if (found === null) return nothingBooked(turn);
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
  return asksInstead(turn, filled) ? null : goOn(turn, filled, consulted.details);
};

function wantsAppointment({ state, message, consulted, news }: Turn): boolean {
  const { details, reply } = consulted;
  if (details.wish === 'book' && !details.earlier && news.complaint === undefined) return true;
  if (state !== 'offering') return false;
  if (holds(message, 'agree') && !holds(message, 'decline')) return true;
  return details.days.length > 0 && reply.type !== 'answer';
}

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
  const settled = turn.state === 'confirming' && !hasFacts(details, draft) ? settle(turn, draft, details) : null;
  if (settled !== null) return settled;
  // Asked where to, somebody tells what troubles them: a department is suggested first, and the facts so far are kept.
  const troubled = draft.department === null && namesNoPlace(details);
  return troubled && turn.consulted.reply.type === 'departments'
    ? null
    : goOn(turn, fill(draft, details, turn.desk), details);
};

/** 对 is near to many an entry; only a real answer outweighs it. */
function saysYesOrNo({ message, consulted }: Turn): boolean {
  return holds(message, 'agree', 'decline') && consulted.reply.type !== 'answer';
}

/** Yes or no to the summary. */
function settle(turn: Turn, draft: Draft, details: Details): Principal | null {
  const { message } = turn;
  if (holds(message, 'decline', 'misunderstood', 'correction') || details.wish === 'change' || details.corrects)
    return again(turn, [phrase('askWhatToChange')], draft);
  return holds(message, 'agree') ? confirm(turn, draft) : null;
}

/** In this order: what ends an appointment, what changes one, what begins one, what goes on with it. */
export const bookingRules: readonly Rule[] = [drop, cancel, change, status, begin, proceed];
