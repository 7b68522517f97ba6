import type { HalfDay, Named } from '../../domain/appointment.ts';

/** A doctor with the department in which he or she is seen. */
export interface NamedDoctor extends Named {
  readonly department: Named;
}

/** What a message wants done about an appointment. */
export type AppointmentWish = 'book' | 'change' | 'cancel';

/** A calendar day that was named. `past`: it lies before today. */
export interface AskedDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly past: boolean;
}

/** Facts of an appointment that a message holds, in whatever order; nothing is guessed. */
export interface Details {
  readonly wish: AppointmentWish | null;
  /** 算了，不去了: what is being made is given up. */
  readonly givesUp: boolean;
  /** The wish is about one made before (我上次约的). */
  readonly earlier: boolean;
  /** One: that one. Several: the word means any of them. */
  readonly departments: readonly Named[];
  /** The departments are named by half a name only (体检, 嗓子), which may be a trouble as well. */
  readonly shortened: boolean;
  readonly doctors: readonly NamedDoctor[];
  /** Something is named that is no department: an examination, an office, opening hours. */
  readonly namesOther: boolean;
  /** Nearest first; several where a word leaves it open (周末, 下周): the first open one is meant, or one of them is asked for. */
  readonly days: readonly AskedDay[];
  /** The days are a stretch (下周, 下个月) of which one has to be chosen. */
  readonly stretch: boolean;
  readonly half: HalfDay | null;
  /** 越快越好, 哪天都行: the first open day. */
  readonly anyDay: boolean;
  readonly name: string | null;
  /** As written, digits only but for a leading +. */
  readonly phone: string | null;
  /** Digits that look like a phone number with some missing or too many. */
  readonly brokenPhone: string | null;
  /** The contact says that what was said before was wrong (说错了, 不对). */
  readonly corrects: boolean;
}

/** What the talk has asked for last, so that a bare 李芳 is a name and a bare 20 is a day. */
export type AskedFor = 'place' | 'day' | 'name' | 'phone' | 'confirm' | null;

/** A day on which somebody can be seen. */
export interface OpenDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** At least one, in the order of the day. */
  readonly halves: readonly HalfDay[];
}

/**
 * Where appointments are asked for. The built-in desk queue offers the sessions of the knowledge base, and the work item of a
 * confirmed request is its queue; a hospital's booking system takes its place with the same port.
 */
export interface AppointmentBook {
  /** False for departments without outpatients, and those that take no requests. */
  isBookable(departmentId: string): boolean;
  /** A public holiday, on which the sessions of ordinary weeks do not hold. */
  isHoliday(date: string): boolean;
  /**
   * Open days from now on (a session that is over today does not count), nearest first, within `within` days (inclusive).
   * `doctorId` null: any session of the department.
   */
  openDays(of: { departmentId: string; doctorId: string | null }, now: number, within: number): readonly OpenDay[];
}
