import type { Details, NamedDoctor } from '../../bot/appointment/appointment.types.ts';
import type { Named } from '../../domain/appointment.ts';
import type { Draft } from './context.ts';
import type { Turn } from './turn.ts';

/**
 * The facts of the message, with what a number, a name or a trouble means that answers our list: 2, or 怀孕的, said to two
 * departments.
 */
export function factsOf({ before, consulted, message }: Turn): Details {
  const { details, reply } = consulted;
  const { among } = before;
  if (among.length === 0) return details;
  const number = /^\D{0,3}([1-9])\D{0,3}$/u.exec(message.text.normalize('NFKC'))?.[1];
  const [likely] = reply.type === 'departments' ? reply.suggestions : [];
  const chosen =
    among[Number(number ?? 0) - 1] ??
    among.find(({ name }) => message.text.includes(name)) ??
    among.find(({ id }) => id === likely?.department.id);
  if (chosen === undefined) return details;
  return isDoctor(chosen)
    ? { ...details, departments: [], doctors: [chosen] }
    : { ...details, departments: [chosen], doctors: [] };
}

function isDoctor(one: Named | NamedDoctor): one is NamedDoctor {
  return 'department' in one;
}

/** No department or doctor is named. */
export function namesNoPlace({ departments, doctors }: Details): boolean {
  return departments.length + doctors.length === 0;
}

/** A department or doctor is named that the draft does not hold. */
function namesNewPlace({ departments, doctors }: Details, draft: Draft): boolean {
  return departments.some(({ id }) => id !== draft.department?.id) || doctors.some(({ id }) => id !== draft.doctor?.id);
}

/** The person, the day: facts that nobody names in a mere question. */
function hasOwnFacts({ days, half, anyDay, name, phone, brokenPhone }: Details, draft: Draft): boolean {
  const person = (name ?? phone ?? brokenPhone) !== null;
  return person || days.length > 0 || half !== null || (anyDay && draft.date === null);
}

/** Something of the appointment is in it that the draft does not hold yet. */
export function hasFacts(details: Details, draft: Draft): boolean {
  return namesNewPlace(details, draft) || hasOwnFacts(details, draft);
}

/** 抽血要空着肚子不 names a place, and means to ask: an answer is there, and nothing else of an appointment. */
export function onlyAsks({ consulted, message, desk }: Turn, details: Details, draft: Draft): boolean {
  const { type } = consulted.reply;
  if (type !== 'answer' && type !== 'choose' && type !== 'which') return false;
  if (hasOwnFacts(details, draft) || details.wish !== null || details.corrects) return false;
  if (!namesNewPlace(details, draft)) return true;
  const bookable = details.doctors.length > 0 || details.departments.some(({ id }) => desk.book.isBookable(id));
  return type === 'answer' && draft.department !== null && (message.question !== null || !bookable);
}
