import type { TimeRule } from './scan-zh.ts';
import type { DayPart, DayReading, TokenBody } from './time.types.ts';
import { COUNTS_EN, MONTHS_EN, PART_WORDS_EN, SOON_WORDS_EN, VAGUE_WORDS_EN, WEEKDAYS_EN } from './words-en.lists.ts';

const sticky = (source: string): RegExp => new RegExp(`(?<![a-z])(?:${source})(?![a-z])`, 'y');
const day = (reading: DayReading): TokenBody => ({ kind: 'day', day: reading });
const fixed = (source: string, body: TokenBody): TimeRule => ({ pattern: sticky(source), read: () => body });

const COUNT = `\\d{1,3}|${Object.keys(COUNTS_EN)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
const WEEKDAY = 'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const HOURS_EN = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const HOUR = `\\d{1,2}|${HOURS_EN}`;
const HALF_DAY = '(?:\\s?(a\\.?m\\.?|p\\.?m\\.?))';

const count = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : COUNTS_EN[text];

const DAYS: readonly TimeRule[] = [
  fixed(
    'yesterday|last (?:night|week|month|year|time|mon\\w*|tue\\w*|wed\\w*|thu\\w*|fri\\w*|sat\\w*|sun\\w*)|every ?(?:single )?(?:day|morning|afternoon|night|evening|week|month|time|hour)|each (?:day|morning|afternoon|evening|night|time)',
    day({ type: 'past' }),
  ),
  {
    pattern: sticky(`(?:${COUNT}) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago`),
    read: () => day({ type: 'past' }),
  },
  fixed('(?:the )?day after tomorrow', day({ type: 'relative', days: 2 })),
  fixed(
    'tomorrow|tomorow|tommorow|tommorrow|tomorrw|tmrw?|tmw|tmr|2mrw|2moro|2morrow|next day',
    day({ type: 'relative', days: 1 }),
  ),
  fixed('today(?! was)', day({ type: 'relative', days: 0 })),
  { pattern: sticky(`(?:(next|this|coming) )?(${WEEKDAY})`), read: weekday },
  {
    pattern: sticky('(?:(next|this|the|over the|at the) )?week ?end'),
    read: (m) => day(m[1] === 'next' ? { type: 'weekday', weekday: 6, weeks: 1 } : { type: 'weekday', weekday: 6 }),
  },
  fixed('next week', day({ type: 'week', weeks: 1 })),
  fixed('next month', day({ type: 'month', months: 1 })),
  fixed('(?:the )?end of (?:the|this) month|month end', day({ type: 'month_end', months: 0 })),
  fixed('(?:the )?end of next month', day({ type: 'month_end', months: 1 })),
  { pattern: sticky(`(${MONTH})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!:)`), read: (m) => date(m[2], m[1]) },
  { pattern: sticky(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})`), read: (m) => date(m[1], m[2]) },
  { pattern: sticky('(?:on )?the (\\d{1,2})(?:st|nd|rd|th)'), read: (m) => date(m[1], undefined) },
];

/** Three-letter days only beside a preposition, or where the message cannot mean another word ("I sat"). */
function weekday(match: RegExpExecArray, text: string): TokenBody | undefined {
  const word = match[2] ?? '';
  const value = WEEKDAYS_EN[word.slice(0, 3)];
  if (value === undefined) return undefined;
  const short = word === 'sat' || word === 'sun' || word === 'wed';
  if (short && match[1] === undefined) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const marked =
      /(?:^|on |by |before |after |until |till |, ?)$/.test(before) && !/^ (?:down|is|was|and)/.test(after);
    if (!marked && !/^ (?:morning|afternoon|evening|night|at|\d)/.test(after)) return undefined;
  }
  return day(match[1] === 'next' ? { type: 'weekday', weekday: value, weeks: 1 } : { type: 'weekday', weekday: value });
}

function date(dayText: string | undefined, monthText: string | undefined): TokenBody | undefined {
  const number = Number(dayText);
  const month = monthText === undefined ? undefined : MONTHS_EN[monthText.slice(0, 3)];
  if (number < 1 || number > 31) return undefined;
  return day(month === undefined ? { type: 'date', day: number } : { type: 'date', day: number, month });
}

const CLOCKS: readonly TimeRule[] = [
  {
    pattern: sticky(`(?:at |around |about |by )?(?:half past|half) (${HOUR})${HALF_DAY}?`),
    read: (m) => clock(m[1], 30, m[2]),
  },
  {
    pattern: sticky(`(?:at |around |about )?(five|ten|twenty|twenty[- ]five) past (${HOUR})${HALF_DAY}?`),
    read: (m) => clock(m[2], count(m[1]?.replace(' ', '-')) ?? 0, m[3]),
  },
  // "ten to eleven" and "five to six" may be spans: read as such, from their first hour.
  {
    pattern: sticky(
      `(?<!from |between )(?:at |around |about )?(?:(twenty|twenty[- ]five) to (${HOUR})|(ten) to (one|two|three|four|five|six|seven|eight|nine))${HALF_DAY}?`,
    ),
    read: (m) => clock(m[2] ?? m[4], -(count((m[1] ?? m[3])?.replace(' ', '-')) ?? 0), m[5]),
  },
  { pattern: sticky(`(?:a )?quarter past (${HOUR})${HALF_DAY}?`), read: (m) => clock(m[1], 15, m[2]) },
  { pattern: sticky(`(?:a )?quarter (?:to|before) (${HOUR})${HALF_DAY}?`), read: (m) => clock(m[1], -15, m[2]) },
  { pattern: sticky(`(${HOUR})(?:[:.]([0-5]\\d))?${HALF_DAY}`), read: (m) => clock(m[1], Number(m[2] ?? 0), m[3]) },
  {
    pattern: sticky(
      `(?:at|around|about|past|between|from|@) ?(${HOUR})(?:[:.]([0-5]\\d))?(?: and (?:${HOUR})(?:[:.][0-5]\\d)?)?(?: ?ish)?(?: ?o'?clock)?${HALF_DAY}?(?! ?(?:st|nd|rd|th|%|years|days|hours|minutes|mins|weeks|months|times|people))`,
    ),
    read: (m) => clock(m[1], Number(m[2] ?? 0), m[3]),
  },
  {
    pattern: sticky(
      `(?:(?<=after |before |until |till |(?<!one )by ))(${HOUR})(?:[:.]([0-5]\\d))?(?: ?o'?clock)?(?! ?(?:st|nd|rd|th|years|days|hours|hrs|minutes|mins|weeks|months))`,
    ),
    read: (m) => clock(m[1], Number(m[2] ?? 0), undefined),
  },
  { pattern: sticky('(?<=say )(\\d{1,2})[:.]([0-5]\\d)'), read: (m) => clock(m[1], Number(m[2]), undefined) },
  { pattern: sticky(`(\\d{1,2})(?:[:.]([0-5]\\d))?[- ]?ish`), read: (m) => clock(m[1], Number(m[2] ?? 0), undefined) },
  { pattern: sticky(`(${HOUR}) ?o'?clock`), read: (m) => clock(m[1], 0, undefined) },
  // "tomorrow 8", "8 tonight": a bare number beside a day.
  {
    pattern: sticky(
      `(?<=(?:tomorrow|today|day|morning|afternoon|evening) )(\\d{1,2})|(${HOUR})(?= (?:tonight|tomorrow|at night|in the (?:morning|afternoon|evening)))`,
    ),
    read: (m) => clock(m[1] ?? m[2], 0, undefined),
  },
];

function clock(hourText: string | undefined, minute: number, half: string | undefined): TokenBody | undefined {
  const value = count(hourText);
  if (value === undefined) return undefined;
  // A minute below zero counts back from the hour ("quarter to eight").
  const hour = minute < 0 ? value - 1 : value;
  if (hour > 24 || hour < 0) return undefined;
  const twelve = hour >= 1 && hour <= 12;
  const reading = {
    hour,
    minute: (minute + 60) % 60,
    bare: twelve && (half !== undefined || hourText?.startsWith('0') !== true),
  };
  return half === undefined
    ? { kind: 'clock', clock: reading }
    : { kind: 'clock', clock: reading, part: halfDay(half) };
}

function halfDay(half: string): DayPart {
  return half.startsWith('a') ? 'dawn' : 'afternoon';
}

const DAYS_OF: Readonly<Record<string, number>> = { d: 1, w: 7, f: 14 };

const OFFSETS: readonly TimeRule[] = [
  {
    pattern: sticky(
      '(in |after |give me |gimme |wait )?(?:about )?(?:half an? hour|a half hour|half hour)(?: or so)?( later| from now)?',
    ),
    read: (m) => offset(30, m[1] ?? m[2], false),
  },
  {
    pattern: sticky('(in |after )?(?:about )?an hour and a half( later| from now)?'),
    read: (m) => offset(90, m[1] ?? m[2], false),
  },
  {
    pattern: sticky(
      `(in |after |give me |gimme |wait )?(?:about )?(?:another )?(${COUNT}) (minutes?|mins?|hours?|hrs?)(?: or so)?( later| from now)?`,
    ),
    read: (m) => {
      const n = count(m[2]);
      const loose = /few|several/.test(m[2] ?? '');
      const unit = (m[3] ?? '').startsWith('m') ? 1 : 60;
      return n === undefined ? undefined : offset(loose && unit === 1 ? 10 : n * unit, m[1] ?? m[4], loose);
    },
  },
  {
    pattern: sticky(
      `(in |after )?(${COUNT}) (days?|weeks?|fortnight|months?)(?:')?( later| from now| from today| time)?`,
    ),
    read: (m) => {
      const n = count(m[2]);
      if (n === undefined || (m[1] === undefined && m[4] === undefined)) return undefined;
      const loose = /few|several/.test(m[2] ?? '');
      const unit = (m[3] ?? '').slice(0, 1);
      if (unit === 'm') return day({ type: 'after', days: 0, months: n, loose });
      return day({ type: 'after', days: n * (DAYS_OF[unit] ?? 1), months: 0, loose });
    },
  },
];

function offset(minutes: number, marker: string | undefined, loose: boolean): TokenBody {
  return { kind: 'offset', minutes, marked: marker !== undefined, loose };
}

/** "good morning", "a four-night stay". */
const GREETING = '(?<!good |\\w-)';

/** English rules, tried like the Chinese ones. */
export const RULES_EN: readonly TimeRule[] = [
  fixed(SOON_WORDS_EN, { kind: 'soon' }),
  ...OFFSETS,
  ...DAYS,
  ...PART_WORDS_EN.map(([part, words]) => fixed(`${GREETING}(?:${words})`, { kind: 'part', part })),
  ...CLOCKS,
  fixed('after|until|till|from', { kind: 'bound', bound: 'after' }),
  fixed('before|by', { kind: 'bound', bound: 'before' }),
  fixed(VAGUE_WORDS_EN, { kind: 'vague' }),
];
