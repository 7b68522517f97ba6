import { describe, expect, test } from 'vitest';
import { spokenTime } from '../../../../src/bot/understanding/taught/time-words.ts';
import { taughtBy } from '../../../support/taught.ts';
import { read } from '../readers/ask.ts';

const hospital = taughtBy({
  timeWords: { 收工后: '18:30', 早班前: '07:00', 交班那会: '11:30', 赶集那天: '周六', 收工: '19:30' },
});

/** Asked on Wednesday, 18 November 2026, at 10:00. */
const timeOf = (text: string, question = 'when') => {
  const found = read(question, text, hospital).find(({ kind }) => kind === 'contact_time');
  return found?.kind === 'contact_time'
    ? [new Date(found.at + 8 * 3_600_000).toISOString().slice(0, 16), text.slice(...found.span)]
    : undefined;
};

describe('own words of time', () => {
  test.each([
    ['收工后', '2026-11-18T18:30', '收工后'],
    ['明天收工后打给我吧', '2026-11-19T18:30', '明天收工后'],
    ['我收工再说', '2026-11-18T19:30', '收工'],
    // Outside sending hours: the next minute that is allowed.
    ['早班前', '2026-11-19T09:00', '早班前'],
    // Never 23:30.
    ['交班那會兒吧', '2026-11-18T11:30', '交班那會'],
    ['赶集那天下午', '2026-11-21T15:00', '赶集那天下午'],
    ['下周一收工后', '2026-11-23T18:30', '下周一收工后'],
  ])('%s', (text, at, words) => {
    expect(timeOf(text)).toEqual([at, words]);
  });

  test('digits beside them stay apart', () => {
    expect(timeOf('收工后10分钟')?.[0]).toBe('2026-11-18T18:30');
  });

  test('where nobody was asked, a word of time is still no request', () => {
    expect(timeOf('收工后护士才来换药', 'doctor')).toBeUndefined();
  });
});

test.each([
  ['18:30', '18:30'],
  ['12:05', '中午12:05'],
  ['下周一', '下周一'],
  ['24:30', null],
  ['8:30', null],
  ['昨天', null],
  ['改天', null],
  ['八点以后', null],
  ['收工后再说', null],
  ['随便', null],
])('%s stands for %s', (value, spoken) => {
  expect(spokenTime(value)).toBe(spoken);
});
