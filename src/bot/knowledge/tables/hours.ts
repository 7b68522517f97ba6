import { holidayOn } from '../days/asked-day.ts';
import { type Day, plusDays } from '../days/dates.ts';
import { openOn, type Span, weekOf, within } from '../days/opening.ts';
import type { Named } from '../frames/frames.types.ts';
import type { Slot } from '../knowledge.types.ts';
import { type Desk, emergencyAside, mainPhone } from './desk.ts';

/** Something that is open at times. */
export interface Opens {
  readonly what: Named;
  readonly slots: readonly Slot[];
  /** What happens on public holidays, in words; '' where the file does not say. */
  readonly holidays: string;
  /** The hours in words, where the file has them. */
  readonly words: string;
  /** For the same thing on other days, in words (周日门诊). */
  readonly besides: readonly { readonly slots: readonly Slot[]; readonly text: string }[];
}

/** So many days ahead the next opening is looked for. */
const AHEAD = 8;
/** Holidays on which all is as ever. */
const AS_EVER = /照常|不休|正常/;
const ALL_DAY = 1440;
/** A session that shares so many minutes with a part of the day is one of it. */
const LEAST_SHARED = 60;

/** Sentences about when something is open: on the day that is asked, now, or in general. */
export function hoursOf(desk: Desk, opens: Opens): readonly string[] {
  const { asked } = desk;
  if (isAlways(opens.slots)) return [desk.frames.allDay(opens.what)];
  if (asked === null || (asked.days.length === 0 && asked.holiday === null)) return general(desk, opens);
  if (asked.now) return nowOf(desk, opens);
  if (asked.holiday !== null) return holidayOf(desk, opens);
  return asked.days
    .flatMap((day) => onDay(desk, opens, day))
    .concat(anyClosed(desk, opens) ? [...rest(desk, opens)] : []);
}

export function isAlways(slots: readonly Slot[]): boolean {
  const open = weekOf(slots, 1);
  return (
    open.length === 1 && open[0]?.days.length === 7 && open[0].spans.some(([from, to]) => from === 0 && to >= ALL_DAY)
  );
}

/** The hours in general; of a part of the day only whether it is open then at all. */
function general(desk: Desk, { what, slots, words, besides }: Opens): readonly string[] {
  const week = weekOf(slots, desk.today.month);
  const part = desk.asked?.part ?? null;
  if (part !== null) return onPart(desk, { what, slots, besides }, part);
  if (words !== '' && (desk.frames.chinese || week.length === 0)) return [desk.frames.hoursAsWritten(what, words)];
  return week.length === 0 ? [] : [desk.frames.week(what, week)];
}

/** Sessions in a part of the day, whatever the day; with none of them, when it is open instead. */
function onPart(
  desk: Desk,
  { what, slots, besides }: Pick<Opens, 'what' | 'slots' | 'besides'>,
  [from, to]: Span,
): readonly string[] {
  const { month } = desk.today;
  const inside = (all: readonly Slot[]) =>
    all.filter((slot) => Math.min(slot.to, to) - Math.max(slot.from, from) >= LEAST_SHARED);
  const week = weekOf(inside(slots), month);
  const others = besides.filter((other) => inside(other.slots).length > 0).map(({ text }) => desk.frames.also(text));
  if (week.length > 0 || others.length > 0)
    return [
      week.length > 0 ? desk.frames.week(what, week) : '',
      ...others,
      week.length > 0 ? '' : emergencyAside(desk),
    ];
  return [desk.frames.noneThen(what), desk.frames.week(what, weekOf(slots, month)), emergencyAside(desk)];
}

/** Whether one of the asked days is closed, with nothing else said for it. */
function anyClosed(desk: Desk, opens: Opens): boolean {
  const { asked } = desk;
  return (asked?.days ?? []).some(
    (day) => !isHoliday(day, opens) && within(openOn(opens.slots, day), asked?.part ?? null).length === 0,
  );
}

function isHoliday(day: Day, { holidays }: Opens): boolean {
  return holidayOn(day)?.sure === true && !AS_EVER.test(holidays);
}

/** On which days it is open, and where to go with what cannot wait. */
function rest(desk: Desk, opens: Opens): readonly string[] {
  const week = weekOf(opens.slots, desk.today.month);
  return [week.length === 0 ? '' : desk.frames.week(opens.what, week), emergencyAside(desk)];
}

function onDay(desk: Desk, opens: Opens, day: Day): readonly string[] {
  const { frames, asked } = desk;
  const holiday = holidayOn(day);
  if (holiday?.sure === true && !AS_EVER.test(opens.holidays)) return [closedFor(desk, opens)];
  const spans = openOn(opens.slots, day);
  const asWanted = within(spans, asked?.part ?? null);
  const near = holiday === null || AS_EVER.test(opens.holidays) ? [] : [frames.nearHoliday(day, mainPhone(desk))];
  const besides = opens.besides
    .filter(({ slots }) => within(openOn(slots, day), asked?.part ?? null).length > 0)
    .filter(() => tells(opens, day, asked?.part ?? null))
    .map(({ text }) => frames.also(text));
  if (asWanted.length > 0) return [frames.openOn(opens.what, day, asWanted), ...besides, ...near];
  if (besides.length > 0) return [spans.length > 0 ? frames.openOn(opens.what, day, spans) : '', ...besides, ...near];
  return [spans.length > 0 ? frames.closedThen(opens.what, day, spans) : frames.closedOn(opens.what, day), ...near];
}

/** The night clinic is told beside the day's hours only when the evening is asked. */
function tells({ slots }: Opens, day: Day, part: Span | null): boolean {
  return part !== null || openOn(slots, day).length === 0 || day.weekday >= SATURDAY;
}
const SATURDAY = 6;

function closedFor({ frames, ...desk }: Desk, { holidays }: Opens): string {
  const announced = frames.holidayAnnounced(mainPhone({ frames, ...desk }));
  return holidays === '' ? announced : frames.sentence([frames.onHoliday(holidays), announced]);
}

/** A holiday in general, or one of which the hospital has told nothing yet. */
function holidayOf(desk: Desk, opens: Opens): readonly string[] {
  const { frames } = desk;
  if (AS_EVER.test(opens.holidays))
    return [frames.onHoliday(`${opens.what.name}${opens.holidays}`), ...general(desk, opens)];
  return [closedFor(desk, opens), emergencyAside(desk)];
}

function nowOf(desk: Desk, opens: Opens): readonly string[] {
  const { frames, today, minute } = desk;
  if (isHoliday(today, opens)) return [closedFor(desk, opens), emergencyAside(desk)];
  const open = openOn(opens.slots, today).find(([from, to]) => from <= minute && minute < to);
  if (open !== undefined) return [frames.openNow(opens.what, open[1])];
  return [frames.closedNow(opens.what), nextOpening(desk, opens), emergencyAside(desk)];
}

function nextOpening({ frames, today, minute }: Desk, { slots }: Opens): string {
  for (let ahead = 0; ahead < AHEAD; ahead += 1) {
    const day = plusDays(today, ahead);
    const next = openOn(slots, day).find(([from]) => ahead > 0 || from > minute);
    if (next !== undefined) return frames.next(day, next[0]);
  }
  return '';
}
