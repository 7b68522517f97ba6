const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EVERY_DAY = '每天';
/** Fewer are written one by one. */
const SHORTEST_RANGE = 3;

/** Runs of neighbours, as `join` writes first and last; others one by one. The order stays as it is. */
function inRuns<T>(list: readonly T[], follows: (one: T, next: T) => boolean, join: (first: T, last: T) => string) {
  const runs: T[][] = [];
  for (const item of list) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && follows(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const short = run.length < SHORTEST_RANGE || first === undefined || last === undefined;
    return short ? run.map(String) : [join(first, last)];
  });
}

/** 周一至周五; 周六、周日; 每天. */
export function daysText(days: readonly string[]): string {
  if (days.join() === DAYS.join()) return EVERY_DAY;
  const follows = (one: string, next: string) => DAYS.indexOf(next) === DAYS.indexOf(one) + 1;
  return inRuns(days, follows, (first, last) => `${first}至${last}`).join('、');
}

/** 10-4月; 7、8月. A range may go over the end of the year. */
export function monthsText(months: readonly number[]): string {
  const runs = inRuns(
    months,
    (one, next) => next === (one % 12) + 1,
    (first, last) => `${String(first)}-${String(last)}`,
  );
  return `${runs.join('、')}月`;
}

const RANGE = /[-–—~至到]/;

/** Days in words (plain characters); undefined if one of them is none. */
export function daysOf(words: string): readonly string[] | undefined {
  if (words === EVERY_DAY) return DAYS;
  const parts = words
    .replace(/星期|礼拜/g, '周')
    .replaceAll('周天', '周日')
    .split(/[、,]/);
  const read = parts.map((part) => rangeOf(part.split(RANGE).map(dayIndex)));
  return read.includes(undefined) ? undefined : read.flatMap((range) => range ?? []);
}

/** 周五, and 五 as in 周一至五; -1 if it is no day. */
function dayIndex(word: string): number {
  const name = word.trim();
  return DAYS.indexOf(name.startsWith('周') ? name : `周${name}`);
}

function rangeOf([from = -1, to = from, ...more]: readonly number[]): readonly string[] | undefined {
  if (from < 0 || to < from || more.length > 0) return undefined;
  return DAYS.slice(from, to + 1);
}

/** Months in words (plain characters), without the brackets; undefined if one of them is none. */
export function monthsOf(words: string): readonly number[] | undefined {
  const parts = words.replace(/[月\s]/g, '').split(/[、,]/);
  const read = parts.map((part) => yearRange(part.split(RANGE)));
  return read.includes(undefined) ? undefined : read.flatMap((range) => range ?? []);
}

function yearRange([first = '', last = first, ...more]: readonly string[]): readonly number[] | undefined {
  const [from, to] = [Number(first), Number(last)];
  const real = [from, to].every((month) => Number.isInteger(month) && month >= 1 && month <= 12);
  if (!real || more.length > 0) return undefined;
  const length = ((to - from + 12) % 12) + 1;
  return Array.from({ length }, (_, i) => ((from - 1 + i) % 12) + 1);
}
