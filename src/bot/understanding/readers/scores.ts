import type { RatingGrade } from './part.types.ts';

const BY_DIGIT: Readonly<Record<string, RatingGrade>> = {
  '1': 'satisfied',
  '2': 'mostly_satisfied',
  '3': 'dissatisfied',
  一: 'satisfied',
  二: 'mostly_satisfied',
  三: 'dissatisfied',
};
const LEAD =
  "(?:我?(?:都|全部?|全都)?(?:选择?|打|按|回复?|答(?!案)|填|投|给|是|应该|应(?!该)|改[成为]?|第|答案|要选|那就|还(?=是)|就){0,8}|should be |(?:i )?meant(?: to (?:say|press|type|put|send))?(?: a)? |change (?:it )?to |make it |it's |option |answer |number |no\\.? ?)";
const TAIL = '(?:号|项|个?选项|吧|哈|啊|呀|呢|的|了|就行|\\.|\\)|谢谢){0,6}';
const ONE = new RegExp(`^${LEAD}[(（]?([123一二三])[)）]?${TAIL}$`);
const NTH = /^(?:我?选)?第([123一二三])(?:个|项|种|档|条)(?:吧|的)?$/;
const SEVERAL =
  /^(?:选|我选|回复?|分别(?:是|选)?)?[\s,.。、;!/+-]*((?:[123][\s,.。、;!/+\-号]*){2,3})(?:吧|谢谢|,谢谢)?$/;
/** A digit before words (3态度差, 2.查房太快); not a count or a date. */
const LEADING =
  /^([123])(?![\d点号天个次年月日床楼分小针周层元块位例包瓶名岁度人级星颗回遍.:/-])[\s.、)]*(?=[\u4e00-\u9fff a-z])/;
const ROLE_DIGIT = /^[\s:是也都还选打给就应该改成为填按的那个这项,isw-]*([123])(?![\d点号天个次年月日床楼分小针周层])/;

/** The grade that a lone option number stands for, in any glyph and with what people put around it (选1, 1、, 第一个). */
export function gradeOfOption(text: string): RatingGrade | null {
  const hit = ONE.exec(text) ?? NTH.exec(text);
  return hit === null ? null : (BY_DIGIT[hit[1] ?? ''] ?? null);
}

/** Two or three option numbers (113, 1 1 3, 1、1、3): the open rating and the next ones in order. */
export function gradesInOrder(text: string): readonly RatingGrade[] | null {
  const hit = SEVERAL.exec(text);
  if (hit === null) return null;
  return (hit[1] ?? '')
    .replace(/[^123]/g, '')
    .split('')
    .map((digit) => BY_DIGIT[digit] ?? 'satisfied');
}

/** The option number that opens a clause which goes on in words, with its length. */
export function leadingOption(text: string): { readonly grade: RatingGrade; readonly length: number } | null {
  const hit = LEADING.exec(text);
  const grade = hit === null ? undefined : BY_DIGIT[hit[1] ?? ''];
  return hit === null || grade === undefined ? null : { grade, length: hit[0].length };
}

/** The option number right after a role (医生1, 护士:3). */
export function optionAfter(text: string): RatingGrade | null {
  const hit = ROLE_DIGIT.exec(text);
  return hit === null ? null : (BY_DIGIT[hit[1] ?? ''] ?? null);
}

/** Handbook section 2: ≥ 90 satisfied, 60–89 mostly, below 60 not. */
function gradeOfScore(score: number): RatingGrade {
  if (score >= 90) return 'satisfied';
  return score >= 60 ? 'mostly_satisfied' : 'dissatisfied';
}

function gradeOfStars(stars: number): RatingGrade {
  if (stars >= 5) return 'satisfied';
  return stars >= 3 ? 'mostly_satisfied' : 'dissatisfied';
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** Reads 95, 八十五, 一百. NaN when it is no number below 1000. */
function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === '一百' || word === '百') return 100;
  const parts = /^(?:([一二三四五六七八九两]?)(十))?([零一二三四五六七八九两]?)$/.exec(word);
  if (parts === null || word === '') return Number.NaN;
  const digit = (c: string | undefined): number => (c === '两' ? 2 : Math.max(CHINESE_DIGITS.indexOf(c ?? ''), 0));
  const tens = parts[2] === undefined ? 0 : parts[1] === '' ? 1 : digit(parts[1]);
  return tens * 10 + (parts[3] === '' ? 0 : digit(parts[3]));
}

const NUM = '(\\d{1,3}|[零一二三四五六七八九十百两]{1,3})';
const POINTS = new RegExp(`(?:^|[打给评得有我,能多少])${NUM}(?:分(?!钟)|points?\\b)`);
const OUT_OF = /(?<!\d)(\d{1,3})\s*(?:\/|out of )\s*(10|100|5)(?!\d)/;
const STARS = new RegExp(`${NUM}\\s*(?:颗星|个星|星|stars?\\b)`);
const WORD_STARS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, zero: 0 };
const ENGLISH_STARS = /\b(zero|one|two|three|four|five) stars?\b/;
const BARE = /^(?:打|给|评|满意度|满意率){0,4}(\d{2,3})(?:吧|啊|\+|%)?$/;

interface Score {
  readonly grade: RatingGrade;
  readonly confidence: number;
}

/** A score or a number of stars (90分, 9/10, 五星, 4 stars, 85) as a grade. */
export function gradeOfScoreText(text: string): Score | null {
  return gradeOfShare(text) ?? gradeOfStarWords(text) ?? gradeOfPointWords(text) ?? gradeOfBareNumber(text);
}

function gradeOfShare(text: string): Score | null {
  const hit = OUT_OF.exec(text);
  if (hit === null) return null;
  const share = (Number(hit[1]) / Number(hit[2])) * 100;
  if (share > 100) return null;
  return { grade: hit[2] === '5' ? gradeOfStars(Number(hit[1])) : gradeOfScore(share), confidence: 0.9 };
}

function gradeOfStarWords(text: string): Score | null {
  const english = ENGLISH_STARS.exec(text);
  const stars = english === null ? numberOf(STARS.exec(text)?.[1] ?? '') : (WORD_STARS[english[1] ?? ''] ?? Number.NaN);
  return stars <= 5 ? { grade: gradeOfStars(stars), confidence: 0.9 } : null;
}

function gradeOfPointWords(text: string): Score | null {
  const hit = POINTS.exec(text);
  // 十分满意 is no score.
  return hit === null || /十分[^,]/.test(text.slice(hit.index)) ? null : gradeOfPoints(numberOf(hit[1] ?? ''));
}

function gradeOfBareNumber(text: string): Score | null {
  const word = BARE.exec(text)?.[1] ?? '';
  const score = Number(word);
  const plausible = word !== '' && score <= 100 && score >= 20 && !/^[123]+$/.test(word);
  return plausible ? { grade: gradeOfScore(score), confidence: 0.85 } : null;
}

/** Up to 5 may be stars or points of ten: said back first. Up to 10 is out of ten. */
function gradeOfPoints(points: number): Score | null {
  if (Number.isNaN(points) || points > 100) return null;
  if (points > 10) return { grade: gradeOfScore(points), confidence: 0.9 };
  if (points === 0) return { grade: 'dissatisfied', confidence: 0.95 };
  if (points <= 5) return { grade: gradeOfStars(points), confidence: points === 5 ? 0.75 : 0.7 };
  return { grade: gradeOfScore(points * 10), confidence: 0.85 };
}

const STAR_EMOJI = new Set(['⭐', '🌟', '★']);
const MIDDLING = new Set(['😐', '😑', '🤷', '😶']);
const CLAPS = new Set(['🙏', '❓', '❔']);

/** The grade of a message that holds nothing but emoji; null when they say nothing about quality. */
export function gradeOfEmoji(
  emoji: readonly string[],
  good: boolean,
  bad: boolean,
): { readonly grade: RatingGrade; readonly confidence: number } | null {
  const stars = emoji.filter((symbol) => STAR_EMOJI.has(symbol)).length;
  if (stars > 0 && stars === emoji.length && (stars > 1 || stars === 1))
    return { grade: gradeOfStars(stars), confidence: stars > 1 ? 0.9 : 0.7 };
  if (emoji.some((symbol) => MIDDLING.has(symbol))) return { grade: 'mostly_satisfied', confidence: 0.6 };
  if (emoji.every((symbol) => CLAPS.has(symbol))) return null;
  if (good && !bad) return { grade: 'satisfied', confidence: 0.9 };
  return bad && !good ? { grade: 'dissatisfied', confidence: 0.9 } : null;
}
