import { expect, test } from 'vitest';
import { render } from '../../src/bot/phrases/render.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { isWorking } from '../../src/domain/sla.ts';
import type { WorkCalendar, WorkSpan } from '../../src/domain/working-days.ts';
import { workingMinutesBetween } from '../../src/domain/working-days.ts';
import { handoffPhrase } from '../../src/flows/shared/handoffs.ts';
import { shippedBook } from '../bot/phrases/book.ts';
import { at, ENV } from './talk.ts';

/** The National Day of 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked. */
const CALENDAR: WorkCalendar = {
  years: [
    {
      year: 2026,
      holidays: [{ from: '2026-10-01', to: '2026-10-07' }],
      makeUpDays: ['2026-09-20', '2026-10-10'],
    },
  ],
};
const ZONE = 'Asia/Shanghai';
const EVERY_DAY: readonly WorkSpan[] = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], hours: { from: 540, to: 1260 } }];
const WEEKDAYS: readonly WorkSpan[] = [{ weekdays: [1, 2, 3, 4, 5], hours: { from: 480, to: 1050 } }];
/** 00:00–12:00 and 12:01–23:59, as such hours are written. */
const AROUND_THE_CLOCK: readonly WorkSpan[] = [
  { weekdays: [1, 2, 3, 4, 5, 6, 7], hours: { from: 0, to: 720 } },
  { weekdays: [1, 2, 3, 4, 5, 6, 7], hours: { from: 721, to: 1439 } },
];

/** What somebody reads who asks for a person then, in all three languages. */
function told(local: string, staffHours: readonly WorkSpan[]): readonly string[] {
  const now = at(local);
  const { settings, ...env } = ENV(now);
  const phrase = handoffPhrase('human_requested', {
    ...env,
    settings: { ...settings, staffHours, calendar: CALENDAR },
  });
  const context = { book: shippedBook(), now, zone: ZONE, stay: null };
  return LANGUAGES.map((language) => render([phrase], { ...context, language }).text);
}

test('on a holiday nobody is promised a colleague before the first day that is worked, though the centre works every day', () => {
  expect(told('2026-10-01T10:00', EVERY_DAY)).toEqual([
    '好的，已转给同事，10月8日（周四）上午9点上班后会与您联系。急事请拨打0000-8810000。',
    '好的，已轉給同事，10月8日（週四）上午9點上班後會與您聯絡。急事請撥打0000-8810000。',
    'A colleague, back Thu 8 Oct at 9:00 am, will contact you. If urgent, please call 0000-8810000.',
  ]);
  expect(told('2026-09-30T22:00', EVERY_DAY)[0]).toContain('10月8日（周四）上午9点');
});

test('a weekend day that is worked counts, with the hours of a Monday', () => {
  expect(told('2026-10-09T18:00', WEEKDAYS)[0]).toContain('明天上午8点');
  expect(told('2026-10-10T10:00', WEEKDAYS)[0]).toContain('由同事接着与您联系');
  expect(told('2026-10-10T18:00', WEEKDAYS)[0]).toContain('后天（10月12日）上午8点');
});

test('where somebody is there around the clock, holidays too, a colleague takes over now, and time to answer runs', () => {
  for (const local of ['2026-10-01T03:00', '2026-10-04T23:59', '2026-10-10T12:00'])
    expect(told(local, AROUND_THE_CLOCK)[0]).toContain('由同事接着与您联系');
  const place = { calendar: CALENDAR, zone: ZONE };
  expect(isWorking(at('2026-10-01T03:00'), { ...place, spans: AROUND_THE_CLOCK })).toBe(true);
  const [from, to] = [at('2026-10-01T23:00'), at('2026-10-02T01:00')];
  expect(workingMinutesBetween(from, to, AROUND_THE_CLOCK, place)).toBe(120);
  expect(workingMinutesBetween(from, to, EVERY_DAY, place)).toBe(0);
});

test('what the clock of the inbox calls working time is when a colleague takes over now', () => {
  for (const spans of [EVERY_DAY, WEEKDAYS, AROUND_THE_CLOCK])
    for (const local of [
      '2026-09-20T10:00',
      '2026-09-30T10:00',
      '2026-10-03T10:00',
      '2026-10-08T10:00',
      '2026-10-11T10:00',
    ]) {
      const isOpen = isWorking(at(local), { zone: ZONE, calendar: CALENDAR, spans });
      expect([local, told(local, spans)[0]?.includes('由同事接着与您联系')]).toEqual([local, isOpen]);
    }
});
