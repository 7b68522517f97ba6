import { z } from 'zod';
import { isWorkday } from '../domain/working-days.ts';
import { parseDate } from '../domain/zoned-time.ts';

const MAX_SPANS = 40;
const MAX_HOLIDAY_DAYS = 31;
const DAY_MS = 86_400_000;

const day = z
  .string()
  .refine((text) => parseDate(text) !== undefined, { error: 'a day that exists, written YYYY-MM-DD', abort: true });

const holiday = z
  .strictObject({
    from: day.describe('First day off, YYYY-MM-DD.'),
    to: day.describe('Last day off, YYYY-MM-DD; the same as from for a single day.'),
  })
  .refine(({ from, to }) => from <= to, { message: 'a day not before from', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_HOLIDAY_DAYS * DAY_MS, {
    message: `at most ${String(MAX_HOLIDAY_DAYS)} days in a row`,
    path: ['to'],
  });

const year = z
  .strictObject({
    year: z.int().min(2020).max(2100).describe('The year of the notice.'),
    holidays: z.array(holiday).max(MAX_SPANS).describe('Days off as spans, weekends inside them included.'),
    makeUpDays: z.array(day).max(MAX_SPANS).default([]).describe('Saturdays and Sundays that are worked instead.'),
  })
  .superRefine((known, context) => {
    const fault = (path: (string | number)[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };
    const inYear = (text: string) => text.startsWith(`${String(known.year)}-`);
    for (const [index, { from, to }] of known.holidays.entries()) {
      if (!inYear(from)) fault(['holidays', index, 'from'], `a day of ${String(known.year)}`);
      if (!inYear(to)) fault(['holidays', index, 'to'], `a day of ${String(known.year)}`);
    }
    for (const [index, text] of known.makeUpDays.entries()) {
      const isOff = known.holidays.some(({ from, to }) => from <= text && text <= to);
      if (!inYear(text)) fault(['makeUpDays', index], `a day of ${String(known.year)}`);
      else if (isOff || isWorkday(text, { years: [] }))
        fault(['makeUpDays', index], 'a Saturday or Sunday outside the holidays');
    }
  });

/** 2026 of the mainland: notice of the State Council of 2025-11-04 (standards.md section 4). */
const MAINLAND_2026: z.input<typeof year> = {
  year: 2026,
  holidays: [
    { from: '2026-01-01', to: '2026-01-03' },
    { from: '2026-02-15', to: '2026-02-23' },
    { from: '2026-04-04', to: '2026-04-06' },
    { from: '2026-05-01', to: '2026-05-05' },
    { from: '2026-06-19', to: '2026-06-21' },
    { from: '2026-09-25', to: '2026-09-27' },
    { from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

/** Which days are worked: deadlines of complaints and waiting times are counted in them. */
export const calendarSchema = z
  .strictObject({
    years: z
      .array(year)
      .max(50)
      .refine((years) => new Set(years.map((known) => known.year)).size === years.length, 'each year once')
      .describe('Years whose holidays are known. A deadline past them is shown as provisional.'),
  })
  .prefault({ years: [MAINLAND_2026] })
  .describe('Working days: Monday to Friday, but for holidays and make-up workdays.');
