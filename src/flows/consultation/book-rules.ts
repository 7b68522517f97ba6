import type { Details } from '../../bot/appointment/appointment.types.ts';
import type { Appointment, Named } from '../../domain/appointment.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import { phrase } from '../shared/acks.ts';
import { holds } from '../shared/digest.ts';
import { type Filled, fill, type Hitch, lacks } from './booking.ts';
import { type Draft, NO_DRAFT } from './context.ts';
import { replyWords } from './reply-words.ts';
import { handOver } from './talk-rules.ts';
import type { Principal, Rule, Turn } from './turn.ts';
import { askWords, hitchWords, summaryVars, summaryWords } from './words.ts';

/** So often the same may be asked before a person helps. */
const PATIENCE = 3;

const inBooking = ({ state }: Turn): boolean => state === 'booking' || state === 'confirming';

/** 算了，不约了 while an appointment is made; 取消我约的号 afterwards. */
const callOff: Rule = (turn) => {
  const { before, after, consulted, message, effects } = turn;
  const { wish, earlier } = consulted.details;
  const drops = before.draft !== null && inBooking(turn) && !earlier;
  if (drops && (wish === 'cancel' || holds(message, 'refuse', 'opt_out'))) {
    after.draft = null;
    after.asked = null;
    return { type: 'REPLY', parts: [phrase('bookingDropped')] };
  }
  if (wish !== 'cancel') return null;
  const ref = meant(before.booked, consulted.details);
  const booked = ref === null ? null : before.booked[ref];
  if (ref === null || booked === null || booked === undefined) return nothingBooked(turn);
  after.booked = before.booked.with(ref, null);
  after.draft = null;
  effects.push({ type: 'cancelRequest', ref });
  return { type: 'REPLY', parts: [phrase('appointmentCancelled', summaryVars(booked))] };
};

/** Not asked for here: the entry on cancelling tells how, or else where one calls. */
function nothingBooked({ consulted: { reply } }: Turn): Principal | null {
  return reply.type === 'answer' ? null : { type: 'REPLY', parts: [phrase('nothingBooked')] };
}

/** The confirmed request that a message means: the one whose place it names, else the newest. */
function meant(booked: Turn['before']['booked'], { departments, doctors }: Details): number | null {
  const open = booked.flatMap((one, ref) => (one === null ? [] : [{ ref, one }]));
  const named = open.findLast(
    ({ one }) =>
      departments.some(({ id }) => id === one.department.id) || doctors.some(({ id }) => id === one.doctor?.id),
  );
  return (named ?? open.at(-1))?.ref ?? null;
}

/** 我约的是哪天？ */
const status: Rule = (turn) => {
  const { before, consulted } = turn;
  const { wish, earlier } = consulted.details;
  if (!earlier || wish !== null || inBooking(turn)) return null;
  const ref = meant(before.booked, consulted.details);
  const booked = ref === null ? null : before.booked[ref];
  if (booked === null || booked === undefined) return null;
  return { type: 'REPLY', parts: [phrase('appointmentStatus', summaryVars(booked))] };
};

/** 我上次约的改到周五. */
const change: Rule = (turn) => {
  const { before, consulted } = turn;
  const { wish, earlier } = consulted.details;
  if (before.draft !== null && inBooking(turn)) return null;
  const { corrects, days, name, phone } = consulted.details;
  const corrected = corrects && (days.length > 0 || name !== null || phone !== null);
  const again = earlier && wish === 'book' && days.length > 0;
  if (wish !== 'change' && !again && !(corrected && before.booked.length > 0)) return null;
  const ref = meant(before.booked, consulted.details);
  const booked = ref === null ? undefined : before.booked[ref];
  if (ref === null || booked === null || booked === undefined) return nothingBooked(turn);
  const draft: Draft = { ...booked, changes: ref };
  return goOn(turn, fill(draft, consulted.details, turn.desk), consulted.details);
};

/** A wish for an appointment, or yes to our offer of one. */
const begin: Rule = (turn) => {
  const { state, before, message, consulted } = turn;
  if (inBooking(turn)) return null;
  const { details, reply } = consulted;
  const accepts = state === 'offering' && holds(message, 'agree') && !holds(message, 'decline');
  const daysAfterOffer = state === 'offering' && details.days.length > 0 && reply.type !== 'answer';
  const wishes = details.wish === 'book' && !details.earlier && turn.news.complaint === undefined;
  if (!wishes && !accepts && !daysAfterOffer) return null;
  const fresh = { ...NO_DRAFT, phone: before.phone ?? turn.env.phone };
  const draft = { ...(before.draft ?? fresh), ...recentPlace(turn) };
  const filled = fill(draft, details, turn.desk);
  const { hitch } = filled;
  // 多少钱？→ 哪一项？→ 挂号: the answer to our question, no wish for an appointment.
  if (state === 'choosing' && reply.type === 'answer' && details.days.length === 0) return null;
  // 想预约核磁: nobody books it here, and an entry tells how it is done.
  if (hitch?.type === 'notBookable' && reply.type === 'answer') return null;
  // 约明天抽血: no department takes it, and an entry tells how it is done.
  if (filled.draft.department === null && details.namesOther && reply.type === 'answer') return null;
  // 想挂个号，肚子疼看什么科: the department comes first.
  if (filled.draft.department === null && hitch === null && reply.type === 'departments') return null;
  return goOn(turn, filled, details);
};

/** The department that was suggested, or whom the talk was about; nothing where this message names another. */
function recentPlace({ state, before, consulted, desk }: Turn): Partial<Pick<Draft, 'department' | 'doctor'>> {
  const { departments, doctors } = consulted.details;
  if (departments.length > 0 || doctors.length > 0) return {};
  const [first] = before.suggested;
  const suggested = state === 'offering' || before.topic?.entities.includes(`department:${first?.id ?? ''}`) === true;
  if (suggested && first !== undefined) return { department: first };
  const { recent } = consulted;
  return recent !== null && desk.book.isBookable(recent.department.id) ? recent : {};
}

/** An appointment is under way: its facts, a yes or no to its summary, or a question in between. */
const proceed: Rule = (turn) => {
  const { before, state, consulted, message } = turn;
  if (!inBooking(turn) || before.draft === null) return null;
  const details = withChoice(turn);
  const facts = hasFacts(details, before.draft);
  const yesOrNo = holds(message, 'agree', 'decline') && consulted.reply.type !== 'answer';
  if (!facts && !yesOrNo && asks(turn)) return inBetween(turn, before.draft);
  if (state === 'confirming' && !facts) {
    if (holds(message, 'decline', 'misunderstood', 'correction') || details.wish === 'change' || details.corrects)
      return again(turn, [phrase('askWhatToChange')], before.draft);
    if (holds(message, 'agree')) return confirm(turn, before.draft);
  }
  // Asked where to, somebody tells what troubles them: a department is suggested first, and the facts so far are kept.
  if (before.draft.department === null && isNew(details) && consulted.reply.type === 'departments') return null;
  return goOn(turn, fill(before.draft, details, turn.desk), details);
};

/** 2, said to a list of departments or doctors. */
function withChoice({ before, consulted, message }: Turn): Details {
  const { details } = consulted;
  if (before.offered.length === 0) return details;
  const number = /^\D{0,3}([1-9])\D{0,3}$/u.exec(message.text.normalize('NFKC'))?.[1];
  const chosen =
    before.offered[Number(number ?? 0) - 1] ?? before.offered.find(({ label }) => message.text.includes(label));
  if (chosen === undefined) return details;
  const id = chosen.id.slice(chosen.id.indexOf(':') + 1);
  const among = { departments: details.departments, doctors: details.doctors };
  if (chosen.id.startsWith('department:'))
    return { ...details, ...among, departments: [{ id, name: chosen.label }], doctors: [] };
  const doctor = details.doctors.find((one) => one.id === id);
  return doctor === undefined ? details : { ...details, doctors: [doctor] };
}

/** No department or doctor is named. */
function isNew({ departments, doctors }: Details): boolean {
  return departments.length + doctors.length === 0;
}

/** Something of the appointment is in it that the draft does not hold yet. */
function hasFacts(details: Details, draft: Draft): boolean {
  const { departments, doctors, days, half, anyDay, name, phone, brokenPhone } = details;
  const place =
    departments.some(({ id }) => id !== draft.department?.id) || doctors.some(({ id }) => id !== draft.doctor?.id);
  const person = (name ?? phone ?? brokenPhone) !== null;
  return place || person || days.length > 0 || half !== null || (anyDay && draft.date === null);
}

/** A question to the knowledge base, and no fact that was asked for. */
function asks({ consulted: { reply } }: Turn): boolean {
  return reply.type === 'answer' || reply.type === 'choose' || reply.type === 'which';
}

/** The question is answered, then the appointment goes on. */
function inBetween(turn: Turn, draft: Draft): Principal {
  const { after, consulted } = turn;
  const answer = replyWords(consulted.reply, after);
  const asked = lacks(draft);
  after.draft = draft;
  return asked === null
    ? { type: 'CONFIRM', parts: [...answer, phrase('confirmAgain')] }
    : { type: 'BOOK', parts: [...answer, askWords(asked, draft, turn.desk)] };
}

/** Takes the facts in and asks for what is next: the next fact, or whether the whole is right. */
function goOn(turn: Turn, { draft, hitch }: Filled, details: Details): Principal {
  const { before, after } = turn;
  const wasKnown = before.draft === null ? null : lacks(before.draft);
  after.draft = draft;
  if (draft.department !== null) {
    after.suggested = [draft.department];
    after.topic = topicOf(draft.department, draft.doctor);
  }
  if (hitch !== null) return hindered(turn, draft, hitch);
  const asked = lacks(draft);
  const gained = before.draft === null || asked !== wasKnown || hasFacts(details, before.draft);
  after.stuck = gained ? 0 : before.stuck + 1;
  if (after.stuck >= PATIENCE) return handOver(turn, { reason: 'not_understood', priority: 'normal' });
  after.asked = asked ?? 'confirm';
  const words = asked === null ? summaryWords(draft) : askWords(asked, draft, turn.desk);
  return { type: asked === null ? 'CONFIRM' : 'BOOK', parts: [words] };
}

/** 他的号多少钱, asked in between, is about the doctor of the appointment. */
function topicOf(department: Named, doctor: Named | null): Turn['after']['topic'] {
  const entity = doctor === null ? `department:${department.id}` : `doctor:${doctor.id}`;
  return { entities: [entity], attribute: null, day: null };
}

function hindered(turn: Turn, draft: Draft, hitch: Hitch): Principal {
  const { after } = turn;
  after.stuck = 0;
  after.asked = ASKED[hitch.type];
  if (hitch.type === 'choose')
    after.offered = hitch.among.map(({ id, name }: Named) => ({ id: `${hitch.about}:${id}`, label: name }));
  return { type: 'BOOK', parts: [hitchWords(hitch, draft)] };
}
const ASKED = {
  choose: 'place',
  notBookable: 'place',
  past: 'day',
  far: 'day',
  closed: 'day',
  holiday: 'day',
  pick: 'day',
  brokenPhone: 'phone',
} as const satisfies Record<Hitch['type'], string>;

function again({ after, before }: Turn, parts: readonly PhraseRef[], draft: Draft): Principal {
  after.draft = draft;
  after.stuck = before.stuck + 1;
  return { type: 'CONFIRM', parts };
}

/** The contact has said yes to the summary: only now the request exists. */
function confirm(turn: Turn, draft: Draft): Principal {
  const { before, after, effects } = turn;
  const { department, doctor, date, half, name, phone, changes } = draft;
  if (department === null || date === null || name === null || phone === null)
    throw new Error('an appointment is confirmed before it is complete');
  const appointment: Appointment = { department, doctor, date, half, name, phone };
  const ref = changes ?? before.booked.length;
  after.booked = changes === null ? [...before.booked, appointment] : before.booked.with(changes, appointment);
  after.draft = null;
  after.asked = null;
  after.phone = phone;
  effects.push({ type: 'request', kind: 'appointment', ref, appointment });
  return { type: 'REPLY', parts: [phrase(changes === null ? 'appointmentNoted' : 'appointmentChanged')] };
}

/** In this order: what ends an appointment, what changes one, what begins one, what goes on with it. */
export const bookingRules: readonly Rule[] = [callOff, change, status, begin, proceed];
