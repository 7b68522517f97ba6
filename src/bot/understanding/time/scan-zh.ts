import { isApproximate, NUMBER, readNumber } from './numbers.ts';
import type { DayReading, TokenBody } from './time.types.ts';
import { NUMBERED_THINGS, PART_WORDS, POINTS_MADE, SOON_WORDS, VAGUE_WORDS } from './words.lists.ts';

/** A pattern (sticky) and what its match means; undefined = no word of time after all. */
export interface TimeRule {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, text: string): TokenBody | undefined;
}

const sticky = (source: string): RegExp => new RegExp(source, 'y');
const day = (reading: DayReading): TokenBody => ({ kind: 'day', day: reading });
const fixed = (source: string, body: TokenBody): TimeRule => ({ pattern: sticky(source), read: () => body });

const WEEKDAY: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
  '7': 7,
};
const WEEK = '(?:周|星期|礼拜)';
const MINUTES_OF: Readonly<Record<string, number>> = { 分: 1, 刻: 15, 小: 60, 钟: 60 };

/** 昨天, 上周三, 三天前, 每天早上: no time to call; read first, so that their parts are not read alone. */
const PAST: readonly TimeRule[] = [
  fixed(
    '昨[天晚日夜儿]?|大?前[天日](?!台)|前[几两些][天日]|[去旧]年|上上?个?(?:周|星期|礼拜)[一二三四五六日天末]?(?!都)|上个?月(?:底|初)?',
    day({ type: 'past' }),
  ),
  fixed('每(?:个|到)?(?:次|周|星期|礼拜|月)[一二三四五六日天末]?|刚才|刚刚|当[天日](?!晚)', day({ type: 'past' })),
  {
    pattern: sticky(`(?:半|[几好]|${NUMBER})个?(?:多)?(?:小时|钟头|分钟|天|周|星期|礼拜|月|年)(?:以前|之前|前(?!面))`),
    read: () => day({ type: 'past' }),
  },
];

const RELATIVE: readonly TimeRule[] = [
  fixed('每(?:个|到)?(?:[天日]|(?=晚))|天天', day({ type: 'daily' })),
  fixed('大大后[天日儿]', day({ type: 'relative', days: 4 })),
  fixed('大后[天日儿]', day({ type: 'relative', days: 3 })),
  fixed('(?<![以之今术然最往饭])后(?:[天日儿](?![天性])|(?=晚|早上|朝早))', day({ type: 'relative', days: 2 })),
  fixed('(?:今明两|明后两?)[天日]', day({ type: 'relative', days: 1 })),
  fixed(
    '明(?:[天日](?!报)|儿个?|朝|(?=[早晚]|上午|下午|中午))|隔天|听(?:[日天]|(?=[早晚]|朝早))',
    day({ type: 'relative', days: 1 }),
  ),
  fixed('今(?:[天日]|儿个?|(?=[早晚夜]|上午|下午|中午))', day({ type: 'relative', days: 0 })),
];

const WEEKS: readonly TimeRule[] = [
  {
    pattern: sticky(
      `(?<![一二两三四五六七八九十\\d几半每])((?:下下|下|后|这|本|今)个?)?${WEEK}([二三四五六末1-7]|日(?!常)|天(?!天)|一(?!定|直|起|般|下(?!午)|些|样|次|趟|个|共|切))(?!次|趟|天)`,
    ),
    read: (match) => {
      const weekday = WEEKDAY[match[2] ?? ''];
      if (weekday === undefined) return undefined;
      const weeks = weeksOf(match[1]);
      return day(weeks === undefined ? { type: 'weekday', weekday } : { type: 'weekday', weekday, weeks });
    },
  },
  {
    pattern: sticky('(?<![礼崇膜跪祭参叩朝拜])拜([一二三四五六日])(?![拜托访下个])'),
    read: (match) => day({ type: 'weekday', weekday: WEEKDAY[match[1] ?? ''] ?? 1 }),
  },
  {
    pattern: sticky(`(下下|下|后(?=礼拜|星期))个?${WEEK}`),
    read: (match) => day({ type: 'week', weeks: match[1] === '下下' ? 2 : 1 }),
  },
];

function weeksOf(prefix: string | undefined): number | undefined {
  if (prefix === undefined) return undefined;
  if (prefix.startsWith('下下')) return 2;
  return /^[下后]/.test(prefix) ? 1 : 0;
}

const DAY_NUMBER =
  '(?:[12]\\d|3[01]|0?[1-9]|三十一|三十|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])';
const MONTH_NUMBER = '(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])';

const DATES: readonly TimeRule[] = [
  {
    pattern: sticky(
      `(?<!\\d)(?:(20\\d\\d|今|明)年)?(?<!\\d)(${MONTH_NUMBER})月(?:份的?)?(${DAY_NUMBER})(?:[号日](?!${NUMBERED_THINGS})|(?![\\d个点:]))`,
    ),
    read: (match) => date(match[3], match[2], match[1]),
  },
  {
    pattern: sticky(`(?<![\\d/])(1[0-2]|0?[1-9])/(3[01]|[12]\\d|0?[1-9])(?![\\d/])`),
    read: (match) => date(match[2], match[1], undefined),
  },
  {
    pattern: sticky('(?<![\\d/])(1[3-9]|2\\d|3[01])/(1[0-2]|0?[1-9])(?![\\d/])'),
    read: (match) => date(match[1], match[2], undefined),
  },
  {
    pattern: sticky('(下下|下|这|本)?个?月(初|中旬|中(?!午|秋)|底|末|尾)'),
    read: (match) => monthPoint(match[2], match[1] === '下下' ? 2 : match[1] === '下' ? 1 : undefined),
  },
  {
    pattern: sticky(
      `(?<!\\d)(${MONTH_NUMBER})月份?(初|中旬|底|末)?(?![\\d一二三四五六七八九十]*[号日\\d]|子|经|票|季)`,
    ),
    read: (match) => {
      const month = readNumber(match[1] ?? '');
      if (month === undefined) return undefined;
      if (match[2] === '底' || match[2] === '末') return day({ type: 'month_end', months: 0, month });
      return day({ type: 'date', month, day: match[2] === '中旬' ? 15 : 1 });
    },
  },
  {
    pattern: sticky('(下下|下)个?月(?!球)'),
    read: (match) => day({ type: 'month', months: match[1] === '下下' ? 2 : 1 }),
  },
  fixed('元旦', day({ type: 'date', month: 1, day: 1 })),
  fixed('年底|年末', day({ type: 'month_end', months: 0, month: 12 })),
  {
    pattern: sticky(
      `(?<![\\d第工码:])(${DAY_NUMBER})(?:[,、到至~\\-或和]${DAY_NUMBER})?(?:号|日(?![常子间]))(?!${NUMBERED_THINGS})`,
    ),
    read: (match) => date(match[1], undefined, undefined),
  },
];

function date(
  dayText: string | undefined,
  monthText: string | undefined,
  yearText: string | undefined,
): TokenBody | undefined {
  const number = readNumber(dayText ?? '');
  if (number === undefined) return undefined;
  const month = monthText === undefined ? undefined : readNumber(monthText);
  const year = yearText !== undefined && /^\d{4}$/.test(yearText) ? Number(yearText) : undefined;
  return day({
    type: 'date',
    day: number,
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
  });
}

function monthPoint(word: string | undefined, months: number | undefined): TokenBody {
  if (word === '底' || word === '末' || word === '尾') return day({ type: 'month_end', months: months ?? 0 });
  return day({ type: 'date', day: word === '初' ? 1 : 15, ...(months === undefined ? {} : { months }) });
}

const HOUR = '(?:1\\d|2[0-4]|0?\\d|二十[一二三四]?|十[一二三四五六七八九]{0,2}|[零〇一二两三四五六七八九]{1,2})';
const TAIL =
  '(?:(半)|([一三13])刻|整|过?([0-5]\\d|[0-5]?零[一二三四五六七八九\\d]|[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九]分)分?(?![\\d点个天号月周小]))?';

const CLOCKS: readonly TimeRule[] = [
  {
    pattern: sticky(`(?<=[上午晚早晨间里])(${HOUR})\\.([0-5]\\d)(?![\\d.元块分度%])`),
    read: (match) => clock(match[1], Number(match[2])),
  },
  {
    pattern: sticky(`(?<![\\d:.])(${HOUR}):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:]|\\s?[ap]\\.?m)(?:分|点)?`),
    read: (match) => clock(match[1], Number(match[2])),
  },
  {
    pattern: sticky(`差(一刻|${NUMBER}分)钟?(?:到)?(${HOUR})点`),
    read: (match) => {
      const hour = readNumber(match[2] ?? '');
      const less = match[1] === '一刻' ? 15 : readNumber((match[1] ?? '').replace('分', ''));
      if (hour === undefined || less === undefined || hour < 1) return undefined;
      return { kind: 'clock', clock: { hour: hour - 1, minute: 60 - less, bare: hour <= 12 } };
    },
  },
  {
    pattern: sticky(
      `(?<![\\d:.第有提说几这那])(${HOUR})(?:点钟?(?:半)?)?[到至~\\-](${HOUR})点${TAIL}(?!${POINTS_MADE})`,
    ),
    read: (match) => range(match),
  },
  {
    pattern: sticky(
      `(?<![\\d:.第有提说几这那])(${HOUR})(?:[,、]${HOUR})?(?:点钟?(?!名|滴|评|餐|赞|心|菜|半天)|时(?![间候常不段刻代光]))${TAIL}(?!${POINTS_MADE})`,
    ),
    read: hourOfDay,
  },
];

function clock(hourText: string | undefined, minute: number): TokenBody | undefined {
  const hour = readNumber(hourText ?? '');
  if (hour === undefined || hour > 24) return undefined;
  const written = hourText ?? '';
  const bare = hour >= 1 && hour <= 12 && !/^0\d/.test(written);
  return { kind: 'clock', clock: { hour, minute, bare } };
}

function minuteOf(half: string | undefined, quarter: string | undefined, minutes: string | undefined): number {
  if (half !== undefined) return 30;
  if (quarter !== undefined) return (readNumber(quarter) ?? 1) * 15;
  return readNumber((minutes ?? '零').replace('分', '')) ?? 0;
}

function range(match: RegExpExecArray): TokenBody | undefined {
  const from = clock(match[1], /点钟?半[到至~-]/.test(match[0]) ? 30 : 0);
  const until = readNumber(match[2] ?? '');
  if (from?.kind !== 'clock' || until === undefined) return from;
  return { kind: 'clock', clock: { ...from.clock, until: until * 60 + minuteOf(match[3], match[4], match[5]) } };
}

/** 八点, 八点半, 15时20分; 一点 only where it cannot be "a little" (快一点, 一点都不), 一时 never. */
function hourOfDay(match: RegExpExecArray, text: string): TokenBody | undefined {
  const written = match[1] ?? '';
  if (written === '一' && !isOneOClock(match, text)) return undefined;
  if (isApproximate(written) && match[0].includes('时')) return undefined;
  return clock(written, minuteOf(match[2], match[3], match[4]));
}

function isOneOClock(match: RegExpExecArray, text: string): boolean {
  if (match[0].includes('时')) return false;
  const before = text.slice(Math.max(0, match.index - 2), match.index);
  if (/(?:上午|下午|中午|凌晨|夜里|晚上|半夜|午后|今天|明天|后天|周.|期.)$/.test(before)) return true;
  if (match[0] !== '一点') return true;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
  return /(?:^|[,。!?;等到约就那])$/.test(before) && /^(?:$|[,。!?]|吧|再|左|以|之|后|前|行|可|到|或|有空)/.test(after);
}

const OFFSETS: readonly TimeRule[] = [
  {
    pattern: sticky(
      `((?:再|大概|大约)?(?:[过等隔](?!了)(?:我|个|上|大概|他|多)?(?:再?[歇缓忙弄](?!了))?|给我(?:个)?))?(半|几|一两|两三|三五|${NUMBER})(个)?(半)?(分钟?|刻钟|小时|钟头|钟(?!点|头))(半)?(?!前|以前|之前)(?:左右)?(以后|之后|过后|后(?!面|来|天))?`,
    ),
    read: minutesOffset,
  },
  {
    pattern: sticky(
      `((?:再|大概|大约)?[过等隔](?!了)(?:我|个|上|他|多)?)?(半|几|一两|两三|三五|${NUMBER})(个)?(天|日|周|星期|礼拜|月)(?:左右)?(以后|之后|过后|后(?!面|来|天))?`,
    ),
    read: daysOffset,
  },
  fixed('(?:再)?过天把(?:以后)?', day({ type: 'after', days: 1, months: 0, loose: true })),
];

/** 半 = 0.5, 几 = `few`, else the numeral. */
function countOf(text: string | undefined, few: number): number | undefined {
  if (text === '半') return 0.5;
  return text === '几' ? few : readNumber(text ?? '');
}

function minutesOffset(match: RegExpExecArray): TokenBody | undefined {
  const [, before, number, , halfBefore, unitText = '', halfAfter, behind] = match;
  const unit = MINUTES_OF[unitText.slice(0, 1)];
  if (unit === undefined || (unitText === '分' && behind === undefined)) return undefined;
  const count = countOf(number, unit === 1 ? 10 : 3);
  if (count === undefined) return undefined;
  const half = halfBefore === undefined && halfAfter === undefined ? 0 : unit / 2;
  const marked = before !== undefined || behind !== undefined;
  return { kind: 'offset', minutes: Math.round(count * unit + half), marked, loose: number === '几' };
}

/** Days, weeks and months count only with 过 or 后: "住了三天" is a length. */
function daysOffset(match: RegExpExecArray): TokenBody | undefined {
  const [, before, number, measure, unit = '', behind] = match;
  const count = countOf(number, 3);
  if (count === undefined || (before === undefined && behind === undefined)) return undefined;
  const loose = number === '几';
  if (unit === '月') return measure === undefined && count !== 0.5 ? undefined : monthsOffset(count, loose);
  const days = unit === '天' || unit === '日' ? count : count * 7;
  if (days < 1) return { kind: 'offset', minutes: 12 * 60, marked: true, loose: true };
  return day(after(Math.round(days), 0, loose));
}

function monthsOffset(count: number, loose: boolean): TokenBody {
  return day(count < 1 ? after(15, 0, loose) : after(0, count, loose));
}

const after = (days: number, months: number, loose: boolean): DayReading => ({ type: 'after', days, months, loose });

const GREETING_AFTER = '(?!好(?!了|吗|不|些|点|的|啦|联系|打|说))';
/** 一个晚上, 一下午, 整晚上: how long, not when. */
const NO_COUNT = '(?<!(?<![这那本])个|整|(?<![周期拜月初十])一)';
const PARTS: readonly TimeRule[] = [
  ...PART_WORDS.map(([part, words]) => fixed(`${NO_COUNT}(?:${words})${GREETING_AFTER}`, { kind: 'part', part })),
  fixed(
    `(?<=[今明后号日]|天|周[一二三四五六日天末]|期[一二三四五六日天])早(?![点些日就说知来期已])|早(?=${HOUR}点|\\d{1,2}:)`,
    { kind: 'part', part: 'morning' },
  ),
  fixed(
    `(?<=[今明后听当号日]|天|周[一二三四五六日天末]|期[一二三四五六日天])晚夜?(?![些了饭一到]|点(?!\\d))|晚(?=${HOUR}点|\\d{1,2}:)|(?<=今)夜`,
    { kind: 'part', part: 'evening' },
  ),
  fixed(`夜(?=${HOUR}点)`, { kind: 'part', part: 'night' }),
];

const BOUNDS: readonly TimeRule[] = [
  fixed('以后|之后|过后|后(?![天面来期悔续])', { kind: 'bound', bound: 'after' }),
  fixed('以前|之前|前(?![天面几两些台期])', { kind: 'bound', bound: 'before' }),
];

/** In the order of trying: what is longer or takes a word away from a later rule comes first. */
export const RULES_ZH: readonly TimeRule[] = [
  ...PAST,
  fixed(SOON_WORDS, { kind: 'soon' }),
  ...OFFSETS,
  fixed(VAGUE_WORDS, { kind: 'vague' }),
  ...DATES,
  ...WEEKS,
  ...RELATIVE,
  ...CLOCKS,
  ...PARTS,
  ...BOUNDS,
];

/** Characters a Chinese word of time can start with; elsewhere no rule is tried. */
export const STARTS_ZH: ReadonlySet<string> = new Set(
  Array.from(
    '0123456789零〇一二两三四五六七八九十半几好昨前大去上每天刚当后明今隔听下这本周星礼月年差再过等给早吃食午睡晌正中晚夜傍黄擦断煞收放凌拂深待呆稍陈阵朝头透清暗挨拜元改换另有得空闲忙完迟回以之',
  ),
);
