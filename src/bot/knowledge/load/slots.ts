import type { ClinicPeriod, Slot, Weekday } from '../knowledge.types.ts';
import type { Faults, Item } from './reader.ts';
import { RULES } from './rules.ts';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

const PERIODS: Readonly<Record<string, ClinicPeriod>> = { 上午: 'morning', 下午: 'afternoon', 晚上: 'evening' };
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const NOON = 12 * 60;
/** Slots from here on are the night clinic. */
const NIGHT = 17 * 60 + 30;
const MIDNIGHT = 24 * 60;
/** Less of a slot is only the end of the session before it. */
const SESSION_MINUTES = 60;
/** A slot of the afternoon that lasts until here has an evening too. */
const LATE = 19 * 60 + 30;

/** 周一 is 1. */
export function weekdayOf(value: unknown): Weekday | undefined {
  const at = WEEKDAYS.findIndex((name) => name === value);
  return at < 0 ? undefined : ((at + 1) as Weekday);
}

/** Minutes after midnight of "08:00"; undefined if it is no time. */
function minutesOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !TIME.test(value)) return undefined;
  return Number(value.slice(0, 2)) * 60 + Number(value.slice(3));
}

export function periodOf(value: unknown): ClinicPeriod | undefined {
  return typeof value === 'string' && Object.hasOwn(PERIODS, value) ? PERIODS[value] : undefined;
}

function time(item: Item, key: string): number | undefined {
  const minutes = minutesOf(item.get(key));
  if (minutes === undefined) item.fault(key, RULES.time);
  return minutes;
}

function days(item: Item, faults: Faults): readonly Weekday[] {
  const read = item.list('days', (value, path) => {
    const day = weekdayOf(value);
    if (day === undefined) faults.add(path, value, RULES.weekday);
    return day;
  });
  const known = read.filter((day) => day !== undefined);
  if (Array.isArray(item.get('days')) && read.length === 0) item.fault('days', RULES.some);
  item.once(
    'days',
    read.map((day) => (day === undefined ? '' : (WEEKDAYS[day - 1] ?? ''))),
  );
  return known;
}

function months(item: Item, faults: Faults): readonly number[] {
  const read = item.list('months', (value, path) => {
    if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12) return Number(value);
    faults.add(path, value, RULES.month);
    return '';
  });
  if (Array.isArray(item.get('months')) && read.length === 0) item.fault('months', RULES.some);
  item.once('months', read);
  return read.filter((month) => month !== '');
}

/** One stretch of opening hours. */
export function readSlot(value: unknown, path: string, faults: Faults): Slot {
  const item = faults.object(value, path, ['days', 'from', 'to', 'months']);
  const [from, to] = [time(item, 'from'), time(item, 'to')];
  if (from !== undefined && to !== undefined && from >= to) item.fault('to', RULES.later);
  const slot = { days: days(item, faults), from: from ?? 0, to: to ?? 0 };
  return item.has('months') ? { ...slot, months: months(item, faults) } : slot;
}

/** Whether a slot holds the morning, afternoon or evening of a day, in some month at least. */
export function holdsSession(slot: Slot, weekday: Weekday, period: ClinicPeriod): boolean {
  if (!slot.days.includes(weekday)) return false;
  const within = (from: number, to: number) => Math.min(slot.to, to) - Math.max(slot.from, from);
  if (period === 'morning') return within(0, NOON) >= SESSION_MINUTES;
  if (period === 'afternoon') return within(NOON, NIGHT) >= SESSION_MINUTES;
  return within(NIGHT, MIDNIGHT) >= SESSION_MINUTES && (slot.from >= NIGHT || slot.to >= LATE);
}
