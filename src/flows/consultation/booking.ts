import type {
  AppointmentBook,
  AskedFor,
  Details,
  NamedDoctor,
  OpenDay,
} from '../../bot/appointment/appointment.types.ts';
import type { HalfDay, Named } from '../../domain/appointment.ts';
import { DAY } from '../../domain/clock.ts';
import type { Draft } from './context.ts';

/** How far ahead an appointment can be asked for, in days. */
const HORIZON = 60;
/** Open days that are named in one message. */
const SHOWN = 3;

/** The desk as one step sees it. */
export interface Desk {
  readonly book: AppointmentBook;
  /** Epoch ms. */
  readonly now: number;
}

/** Why the facts of a message cannot be taken as they are, and what has to be asked instead. */
export type Hitch =
  | {
      readonly type: 'choose';
      readonly about: 'department' | 'doctor';
      readonly among: readonly (Named | NamedDoctor)[];
    }
  | { readonly type: 'notBookable'; readonly place: { readonly place: readonly Named[] } }
  | { readonly type: 'past'; readonly date: string; readonly open: readonly OpenDay[] }
  | { readonly type: 'far'; readonly open: readonly OpenDay[] }
  /** Nobody is there on that day, or not in that half of it. */
  | { readonly type: 'closed'; readonly date: string; readonly half: HalfDay | null; readonly open: readonly OpenDay[] }
  | { readonly type: 'holiday'; readonly date: string; readonly open: readonly OpenDay[] }
  /** 下周: which day of it? */
  | { readonly type: 'pick'; readonly open: readonly OpenDay[] }
  | { readonly type: 'brokenPhone' };

export interface Filled {
  readonly draft: Draft;
  readonly hitch: Hitch | null;
}

/** Takes the facts of a message into a draft; what cannot stand is left open and told as a hitch, the rest is kept. */
export function fill(before: Draft, details: Details, desk: Desk): Filled {
  const person = {
    ...before,
    name: details.name ?? before.name,
    phone: details.phone ?? before.phone,
  };
  const placed = place(person, details, desk);
  if (placed.hitch !== null) return { ...placed, draft: keepDay(placed.draft, details) };
  const dated = day(placed.draft, details, desk);
  if (dated.hitch !== null) return dated;
  if (details.phone === null && details.brokenPhone !== null)
    return { draft: dated.draft, hitch: { type: 'brokenPhone' } };
  return dated;
}

/** What is still to be asked, in the order of asking; null when all is known. */
export function lacks({ department, date, name, phone }: Draft): Exclude<AskedFor, 'confirm'> {
  if (department === null) return 'place';
  if (date === null) return 'day';
  if (name === null) return 'name';
  return phone === null ? 'phone' : null;
}

/** Department and doctor, as far as they are known. */
export function placeOf({ department, doctor }: Pick<Draft, 'department' | 'doctor'>): {
  readonly place: readonly Named[];
} {
  return { place: [department, doctor].filter((one) => one !== null) };
}

/** The next open days of the draft's place. */
export function nextOpen(draft: Draft, desk: Desk, count = SHOWN): readonly OpenDay[] {
  return openDays(draft, desk).slice(0, count);
}

function openDays({ department, doctor }: Draft, { book, now }: Desk): readonly OpenDay[] {
  if (department === null) return [];
  return book.openDays({ departmentId: department.id, doctorId: doctor?.id ?? null }, now, HORIZON);
}

function place(draft: Draft, { departments, doctors }: Details, { book }: Desk): Filled {
  const [doctor, ...others] = doctors;
  if (doctor !== undefined && others.length > 0)
    return { draft, hitch: { type: 'choose', about: 'doctor', among: doctors } };
  if (doctor !== undefined) {
    const { id, name, department } = doctor;
    return bookable(draft, { ...draft, department, doctor: { id, name } }, book);
  }
  const [department, ...more] = departments;
  if (department === undefined) return { draft, hitch: null };
  const open = departments.filter(({ id }) => book.isBookable(id));
  if (more.length > 0 && open.length > 1) return { draft, hitch: { type: 'choose', about: 'department', among: open } };
  const chosen = open[0] ?? department;
  const stays = chosen.id === draft.department?.id;
  return bookable(draft, { ...draft, department: chosen, doctor: stays ? draft.doctor : null }, book);
}

const NO_PLACE = (draft: Draft): Draft => ({ ...draft, department: null, doctor: null });

/** A place that takes no appointments leaves the one chosen before as it was. */
function bookable(before: Draft, draft: Draft, book: AppointmentBook): Filled {
  if (draft.department !== null && book.isBookable(draft.department.id)) return { draft, hitch: null };
  const hitch: Hitch = { type: 'notBookable', place: placeOf(draft) };
  return { draft: before.department === null ? NO_PLACE(draft) : before, hitch };
}

/** The place has to be asked for first; the day that was said is kept until then. */
function keepDay(draft: Draft, { days, stretch, half }: Details): Draft {
  const [only] = days;
  const date = only !== undefined && !stretch && !only.past ? only.date : draft.date;
  return { ...draft, date, half: half ?? draft.half };
}

function day(draft: Draft, details: Details, desk: Desk): Filled {
  const half = details.half ?? (details.days.length > 0 ? null : draft.half);
  const wanted = { ...draft, half };
  const open = openDays(draft, desk);
  const shown = open.slice(0, SHOWN);
  if (details.anyDay && details.days.length === 0) return anyDay(wanted, open);
  if (details.stretch) return stretch(wanted, details, open);
  const named = details.days[0];
  if (named?.past === true)
    return { draft: { ...wanted, date: null }, hitch: { type: 'past', date: named.date, open: shown } };
  const date = named?.date ?? draft.date;
  if (date === null || draft.department === null) return { draft: { ...wanted, date }, hitch: null };
  return onDate({ ...wanted, date }, date, open, desk);
}

function onDate(draft: Draft, date: string, open: readonly OpenDay[], { now, book }: Desk): Filled {
  const shown = open.slice(0, SHOWN);
  const late = Date.parse(date) - now > HORIZON * DAY;
  if (late) return { draft: { ...draft, date: null }, hitch: { type: 'far', open: shown } };
  const found = open.find((one) => one.date === date);
  const { half } = draft;
  if (found === undefined) {
    const near = nearest(open, date);
    const hitch: Hitch = book.isHoliday(date)
      ? { type: 'holiday', date, open: near }
      : { type: 'closed', date, half: null, open: near };
    return { draft: { ...draft, date: null, half: null }, hitch };
  }
  if (half !== null && !found.halves.includes(half)) {
    const others = open.filter((one) => one.date !== date && one.halves.includes(half)).slice(0, SHOWN - 1);
    const hitch: Hitch = { type: 'closed', date, half, open: [found, ...others] };
    // The day may stay: who then says 那就上午, or simply goes on, sees in the summary what it came to.
    return { draft: { ...draft, date, half: found.halves.length === 1 ? (found.halves[0] ?? null) : null }, hitch };
  }
  const only = found.halves.length === 1 ? (found.halves[0] ?? null) : null;
  return { draft: { ...draft, date, half: half ?? only }, hitch: null };
}

/** The open days next to a date, before and after it. */
function nearest(open: readonly OpenDay[], date: string): readonly OpenDay[] {
  const away = (one: OpenDay) => Math.abs(Date.parse(one.date) - Date.parse(date));
  const near = [...open].sort((a, b) => away(a) - away(b)).slice(0, SHOWN);
  return near.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function anyDay(draft: Draft, open: readonly OpenDay[]): Filled {
  const { half } = draft;
  const first = open.find((one) => half === null || one.halves.includes(half));
  if (first === undefined) return { draft, hitch: null };
  const only = first.halves.length === 1 ? (first.halves[0] ?? null) : null;
  return { draft: { ...draft, date: first.date, half: half ?? only }, hitch: null };
}

/** 周末, 下周: the one open day of it, or which of them? */
function stretch(draft: Draft, { days, half }: Details, open: readonly OpenDay[]): Filled {
  const inside = open.filter((one) => days.some(({ date }) => date === one.date));
  const fitting = inside.filter((one) => half === null || one.halves.includes(half));
  const [only, ...more] = fitting;
  if (only !== undefined && more.length === 0 && days.length <= 2) return anyDay(draft, [only]);
  const [first] = days;
  if (inside.length === 0 && first !== undefined && draft.department !== null) {
    const hitch: Hitch = { type: 'closed', date: first.date, half: null, open: open.slice(0, SHOWN) };
    return { draft: { ...draft, date: null, half: null }, hitch };
  }
  if (draft.department === null) return { draft, hitch: null };
  const list = (fitting.length > 0 ? fitting : inside).slice(0, days.length <= 2 ? SHOWN : 6);
  return { draft: { ...draft, date: null }, hitch: { type: 'pick', open: list } };
}
