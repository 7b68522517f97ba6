import { parseDate } from '../domain/zoned-time.ts';
import type { RepairCode } from './codes.ts';

/** A date cell, read: `date` is `YYYY-MM-DD`. */
export type DateReading =
  | { readonly ok: true; readonly date: string; readonly repair: RepairCode | null }
  | { readonly ok: false };

const CLOCK = String.raw`\d{1,2}(?::\d{1,2}(?::\d{1,2}(?:\.\d+)?)?|[时点](?:\d{1,2}分?(?:\d{1,2}秒)?)?)?Z?`;
const TIME = String.raw`([ T\u3000]+${CLOCK})?`;
const FORMS: readonly { readonly form: RegExp; readonly repair: RepairCode }[] = [
  { form: new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}$`), repair: 'date_padding' },
  { form: new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${TIME}$`), repair: 'date_slash' },
  { form: new RegExp(String.raw`^(\d{4})\.(\d{1,2})\.(\d{1,2})${TIME}$`), repair: 'date_dot' },
  {
    form: new RegExp(String.raw`^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日([ T\u3000]*${CLOCK})?$`),
    repair: 'date_chinese',
  },
  { form: /^(\d{4})(\d{2})(\d{2})((?:[ T]*\d{2}:?\d{2}(?::?\d{2})?)?)$/, repair: 'date_compact' },
];
/** A discharge list has no older dates; a year below is a slip of the keyboard. */
const FIRST_YEAR = 1900;

/** Reads a date in one of the accepted forms; a time of day is dropped; the day must exist. `cell` is trimmed. */
export function readDate(cell: string): DateReading {
  for (const { form, repair } of FORMS) {
    const match = form.exec(cell);
    if (match === null) continue;
    const [, year = '', month = '', day = '', time = ''] = match;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (parseDate(date) === undefined || Number(year) < FIRST_YEAR) return { ok: false };
    return { ok: true, date, repair: date === cell ? null : time !== '' ? 'date_time' : repair };
  }
  return { ok: false };
}
