import { expect, test } from 'vitest';
import { timeInWords } from '../../../src/bot/phrases/time-words.ts';
import { fromLocal } from '../../../src/domain/zoned-time.ts';

const ZONE = 'Asia/Shanghai';
function at(
  month: number,
  day: number,
  hour: number,
  [minute, year, zone] = [0, 2026, ZONE] as [number, number, string],
): number {
  return fromLocal({ year, month, day }, hour * 60 + minute, zone);
}
const NOW = at(11, 18, 10);

test.each([
  [at(11, 18, 20), '今天晚上8点', '今天晚上8點', 'today at 8:00 pm'],
  [at(11, 18, 11), '今天上午11点', '今天上午11點', 'today at 11:00 am'],
  [at(11, 18, 12), '今天中午12点', '今天中午12點', 'today at 12:00 pm'],
  [at(11, 19, 10), '明天上午10点', '明天上午10點', 'tomorrow (19 Nov) at 10:00 am'],
  [at(11, 19, 15, [30, 2026, ZONE]), '明天下午3:30', '明天下午3:30', 'tomorrow (19 Nov) at 3:30 pm'],
  [at(11, 20, 9), '后天（11月20日）上午9点', '後天（11月20日）上午9點', 'Fri 20 Nov at 9:00 am'],
  [at(11, 21, 20, [5, 2026, ZONE]), '11月21日（周六）晚上8:05', '11月21日（週六）晚上8:05', 'Sat 21 Nov at 8:05 pm'],
  [
    at(1, 3, 9, [0, 2027, ZONE]),
    '2027年1月3日（周日）上午9点',
    '2027年1月3日（週日）上午9點',
    'Sun 3 Jan 2027 at 9:00 am',
  ],
])('a confirmation names day and hour: %s', (time, simplified, traditional, english) => {
  expect(timeInWords(time, NOW, ZONE, 'zh-CN')).toBe(simplified);
  expect(timeInWords(time, NOW, ZONE, 'zh-TW')).toBe(traditional);
  expect(timeInWords(time, NOW, ZONE, 'en')).toBe(english);
});

test('tomorrow is the next day of the calendar there, not 24 hours on', () => {
  const zone = 'America/New_York';
  const evening = at(3, 7, 23, [30, 2026, zone]);
  expect(timeInWords(at(3, 8, 9, [0, 2026, zone]), evening, zone, 'en')).toBe('tomorrow (8 Mar) at 9:00 am');
  expect(timeInWords(at(1, 1, 9, [0, 2027, ZONE]), at(12, 31, 22), ZONE, 'zh-CN')).toBe('明天上午9点');
});
