import { HALF_DAYS, type HalfDay } from '../../domain/appointment.ts';
import { localDate, minuteOfDay } from '../../domain/zoned-time.ts';
import { holidayOn } from '../knowledge/days/asked-day.ts';
import { readDate } from '../knowledge/days/dates.ts';
import type { Department, Doctor, Knowledge, Slot } from '../knowledge/knowledge.types.ts';
import type { AppointmentBook, OpenDay } from './appointment.types.ts';
import { following } from './days.ts';

const NOON = 12 * 60;
const NIGHT_CLINIC = 17 * 60 + 30;
/** Minutes after midnight at which a half-day's session is over, where only the half-day is known (doctors[].clinic). */
const ENDS: Readonly<Record<HalfDay, number>> = { morning: NOON, afternoon: 18 * 60, evening: 21 * 60 };

/** A session of one half-day on one kind of day. */
interface Session {
  readonly half: HalfDay;
  /** Minutes after midnight. */
  readonly to: number;
}

/**
 * The appointment desk of the hospital itself: what can be asked for are the sessions of the knowledge base, and staff of the
 * desk settle each request by hand. On public holidays only some departments are open, which the knowledge base tells in words:
 * nothing can be asked for then.
 */
export function createDesk(knowledge: Knowledge, zone: string): AppointmentBook {
  const departments = new Map(knowledge.departments.map((one) => [one.id, one]));
  const doctors = new Map(knowledge.doctors.map((one) => [one.id, one]));
  return {
    isBookable(departmentId) {
      const department = departments.get(departmentId);
      return department !== undefined && department.bookable && department.open.length > 0;
    },
    isHoliday,
    openDays({ departmentId, doctorId }, now, within) {
      const department = departments.get(departmentId);
      const doctor = doctorId === null ? null : doctors.get(doctorId);
      if (department?.bookable !== true || doctor === undefined) return [];
      const today = localDate(now, zone);
      const minute = minuteOfDay(now, zone);
      return following(today, within).flatMap((date): readonly OpenDay[] => {
        if (isHoliday(date)) return [];
        const all = doctor === null ? ofDepartment(department, date) : ofDoctor(doctor, date);
        const open = date === today ? all.filter(({ to }) => to > minute) : all;
        const halves = HALF_DAYS.filter((half) => open.some((session) => session.half === half));
        return halves.length === 0 ? [] : [{ date, halves }];
      });
    },
  };
}

function isHoliday(date: string): boolean {
  return holidayOn(readDate(date))?.sure === true;
}

function ofDepartment({ open }: Department, date: string): readonly Session[] {
  const { weekday, month } = readDate(date);
  return open
    .filter(
      ({ days, months }) => days.some((day) => day === weekday) && (months === undefined || months.includes(month)),
    )
    .flatMap(sessionsOf);
}

/** A session that runs over noon is one of the morning and one of the afternoon. */
function sessionsOf({ from, to }: Slot): readonly Session[] {
  if (from >= NIGHT_CLINIC) return [{ half: 'evening', to }];
  const morning: Session[] = from < NOON ? [{ half: 'morning', to: Math.min(to, NOON) }] : [];
  return to > NOON + 60 || from >= NOON ? [...morning, { half: 'afternoon', to }] : morning;
}

function ofDoctor({ clinic }: Doctor, date: string): readonly Session[] {
  const { weekday } = readDate(date);
  return clinic.filter((one) => one.weekday === weekday).map(({ period }) => ({ half: period, to: ENDS[period] }));
}
