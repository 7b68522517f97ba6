import type { TimePrecision } from '../../../domain/finding.ts';

/** Parts of the day that people name, in the order of the clock. */
export type DayPart = 'dawn' | 'morning' | 'noon' | 'after_lunch' | 'afternoon' | 'dusk' | 'evening' | 'night';

/** A stated clock time. `bare` hours ("八点") have two readings. */
export interface ClockReading {
  readonly hour: number;
  readonly minute: number;
  readonly bare: boolean;
  /** Second end of a range ("9~12点半"), in minutes after midnight as written. */
  readonly until?: number;
}

export type DayReading =
  | { readonly type: 'relative'; readonly days: number }
  /** `weeks`: undefined = the next to come, 0 = this week, 1 = next week … (weeks run Monday to Sunday). */
  | { readonly type: 'weekday'; readonly weekday: number; readonly weeks?: number }
  | { readonly type: 'week'; readonly weeks: number }
  | { readonly type: 'month'; readonly months: number }
  | { readonly type: 'month_end'; readonly months: number; readonly month?: number }
  | {
      readonly type: 'date';
      readonly day: number;
      readonly month?: number;
      readonly year?: number;
      readonly months?: number;
    }
  | { readonly type: 'after'; readonly days: number; readonly months: number; readonly loose: boolean }
  /** Every day: a habit, and a time to call only in answer to "when?". */
  | { readonly type: 'daily' }
  /** Yesterday, last week: never a time to call. */
  | { readonly type: 'past' };

export type TokenBody =
  | { readonly kind: 'day'; readonly day: DayReading }
  | { readonly kind: 'part'; readonly part: DayPart }
  | { readonly kind: 'clock'; readonly clock: ClockReading; readonly part?: DayPart }
  /** Minutes from now; `marked` when the wording says so ("过", "后"), else it may be a duration; `loose`: "几个小时". */
  | { readonly kind: 'offset'; readonly minutes: number; readonly marked: boolean; readonly loose: boolean }
  | { readonly kind: 'soon' }
  | { readonly kind: 'vague' }
  | { readonly kind: 'bound'; readonly bound: 'after' | 'before' };

/** A word of time at `[start, end)` of the normalised text. */
export type TimeToken = TokenBody & { readonly start: number; readonly end: number };

/** Adjacent words of time read together: "明天 + 下午 + 三点". */
export interface TimeExpression {
  readonly start: number;
  readonly end: number;
  readonly day?: DayReading;
  readonly part?: DayPart;
  readonly clock?: ClockReading;
  readonly offset?: { readonly minutes: number; readonly marked: boolean; readonly loose: boolean };
  readonly soon?: true;
  readonly vague?: true;
  readonly bound?: 'after' | 'before';
  /** The weekday said beside a date, which it should fall on. */
  readonly weekday?: number;
  /** Its second end has been read ("8点到10点"): what follows at once belongs to that end. */
  readonly ranged?: true;
}

/** What an expression means: epoch ms. `at` is `start` moved into sending hours, always after `now`. */
export interface ParsedTime {
  readonly at: number;
  readonly start: number;
  readonly end?: number;
  readonly precision: TimePrecision;
  readonly vague: boolean;
}

/**
 * How readily a time counts as "call me then": `asked` we asked when · `offered` a call was offered (opening) ·
 * `beside` a grade or a word is asked, and the message gives none · `strict` something else is talked about.
 */
export type Readiness = 'asked' | 'offered' | 'beside' | 'strict';
