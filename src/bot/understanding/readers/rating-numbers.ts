import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Part, RatingGrade, Verdict } from './part.types.ts';
import { give, inOrder, NOBODY, type Poll } from './poll.ts';
import { gradeOfEmoji, gradeOfOption, gradeOfScoreText, gradesInOrder, leadingOption, optionAfter } from './scores.ts';

/** 中, 嗯, 好的: a nod, but to which grade? */
const NOD =
  /^(?:(?:俺|我)?(?:觉着|觉得|看)?中|呵呵|嗯+|恩+|哦+|好的|好滴|好吧|好嘞|得|成|是的?|对的?|ok|yes|yep|yeah|sure|okay)[吧啊呀哦!。,.~]*$/;
/** What makes up a score, to see whether anything else is said. */
const SCORE_WORDS =
  /[\d零一二三四五六七八九十百两分星颗个打给评我能吧的了,/+%\s]|满意[度率]|points?|stars?|out of|(?:one|two|three|four|five|zero)\b/g;
/** 医生九十，护士八十: a number of points right behind each role. */
const POINTS_AFTER_ROLE =
  /(?:医生|大夫|医师|护士|护理|医院|整体|总体|overall|doctors?|nurses?)(?:方面|那边|这边|整体|总体|[\s:是给打评也都就])*(\d{2,3}|0|[一二三四五六七八九]十[一二三四五六七八九]?|一百)(?:分)?(?:吧|啊|呀|左右|上下|咯|喽)*$/;
const AFTER_ROLE =
  /(?:医生|大夫|医师|护士|护理|医院|整体|总体|overall|doctors?|nurses?)((?:[是也都还选打给就应该改成为填按的那个这项:\s,-]|is|was|should be|should have been|to)*[123]\D{0,2})$/;

/** Cheap tests: without one of these nothing is a number. */
const NUMERAL = guarded(/[\d零一二三四五六七八九十百两]|zero|one|two|three|four|five/);
const OPTION = guarded(/[123]/);

function verdict(grade: RatingGrade, confidence: number, part: Pick<Part, 'start' | 'end'>): Verdict {
  return { grade, confidence, source: 'plain', start: part.start, end: part.end };
}

/** The whole message as one part that says nothing but a grade. */
function wholePart(n: Normalised): Part {
  return {
    start: 0,
    end: n.text.length,
    text: n.text,
    marks: n.marks,
    opener: 'start',
    roles: [],
    things: [],
    names: [],
    overall: false,
    aspect: false,
    all: false,
    verdicts: [],
    faults: [],
    deeds: [],
    content: false,
    scope: { hypothetical: false, thirdParty: false, ownFault: false, question: false, wish: false },
  };
}

/** 113, at a rating or instead of an answer to the opening: several option numbers at once. True when nothing else is said. */
export function readOrder(n: Normalised, poll: Poll): boolean {
  const { schema } = poll.ctx.question;
  if (schema !== 'rating' && schema !== 'identity_availability' && schema !== 'none') return false;
  if (!OPTION.test(n)) return false;
  const first = n.clauses[0];
  const whole = gradesInOrder(n.text);
  const grades = whole ?? (first === undefined ? null : gradesInOrder(first.text));
  const order = inOrder(poll);
  if (grades === null || order.length === 0) return false;
  const end = whole === null && first !== undefined ? first.end : n.text.length;
  grades.forEach((grade, i) => {
    give(poll, [order[i] ?? NOBODY], verdict(grade, 0.95, { start: 0, end }), wholePart(n));
  });
  return whole !== null;
}

/** 满意，满意，基本满意 or 1.满意 2.满意: as many bare grades as questions are open. */
export function readWordsInOrder(parts: readonly Part[], poll: Poll): boolean {
  if (poll.ctx.question.schema !== 'rating' || parts.length < 2) return false;
  const order = inOrder(poll);
  const numbered = parts.every((part, i) => part.text.startsWith(String(i + 1)));
  if (parts.length > order.length || (parts.length < 3 && !numbered) || !parts.every(isBareGrade)) return false;
  parts.forEach((part, i) => {
    for (const said of part.verdicts) give(poll, [order[i] ?? NOBODY], said, part);
  });
  return true;
}

function isBareGrade(part: Part): boolean {
  const named = part.roles.length > 0 || part.things.length > 0 || part.overall || part.all;
  return part.verdicts.length === 1 && !named && !part.content && !part.scope.question;
}

/** 1, 选2, 护士:3, 3态度差. True when the part says nothing but the number. */
export function readNumber(part: Part, poll: Poll, named: readonly string[]): boolean {
  const told = poll.correction !== null || named.length > 0;
  if ((poll.ctx.question.schema !== 'rating' && !told) || !NUMERAL.test(part)) return false;
  const alone = gradeOfOption(part.text);
  if (alone !== null) {
    const ids = part.all ? poll.ctx.openRatings : [nextInOrder(poll)];
    give(poll, ids, verdict(alone, 0.95, part), part);
    return true;
  }
  return told ? readNamedNumber(part, poll, named) : readScore(part, poll) || readLeading(part, poll);
}

function nextInOrder(poll: Poll): string {
  const id = inOrder(poll)[poll.numbers];
  poll.numbers += 1;
  return id ?? NOBODY;
}

function readScore(part: Part, poll: Poll): boolean {
  const score = part.things.length > 0 ? null : gradeOfScoreText(part.text);
  if (score === null) return false;
  const content = part.content && part.text.replace(SCORE_WORDS, '').length >= 2;
  give(poll, [poll.asked ?? NOBODY], verdict(score.grade, score.confidence, part), { ...part, content });
  return !content;
}

function readLeading(part: Part, poll: Poll): boolean {
  const leading = part.opener === 'start' ? leadingOption(part.text) : null;
  if (leading === null || part.verdicts.some((said) => said.source === 'plain')) return false;
  const at = { start: part.start, end: part.start + leading.length };
  give(poll, [poll.asked ?? NOBODY], verdict(leading.grade, 0.9, at), part);
  poll.numbers += 1;
  return part.text.length - leading.length < 2;
}

function readNamedNumber(part: Part, poll: Poll, named: readonly string[]): boolean {
  const grade = gradeAfterSlip(part, poll) ?? gradeAfterRole(part, named);
  if (grade === null) return false;
  give(poll, named.length > 0 ? named : [poll.asked ?? NOBODY], verdict(grade, 0.9, part), part);
  return true;
}

/** 按错了是2: the number behind the words that take the old one back. */
function gradeAfterSlip(part: Part, { correction }: Poll): RatingGrade | null {
  if (correction === null || correction.start < part.start || correction.start >= part.end) return null;
  const tail = part.text.slice(Math.max(correction.end - part.start, 0));
  return optionAfter(tail) ?? gradeOfOption(tail);
}

// eslint-disable-next-line complexity -- an option, points, or a score in words: tried in this order
function gradeAfterRole(part: Part, named: readonly string[]): RatingGrade | null {
  const tail = AFTER_ROLE.exec(part.text)?.[1];
  const option = tail === undefined ? null : optionAfter(tail);
  if (option !== null) return option;
  const points = named.length > 0 ? POINTS_AFTER_ROLE.exec(part.text)?.[1] : undefined;
  if (points !== undefined) return gradeOfScoreText(`${points}分`)?.grade ?? null;
  return named.length > 0 && /分|星|star|point|\//.test(part.text)
    ? (gradeOfScoreText(part.text)?.grade ?? null)
    : null;
}

/** A message of nothing but emoji at a rating question. */
export function readEmoji(n: Normalised, poll: Poll, parts: readonly Part[]): void {
  if (n.emoji.length === 0 || poll.ctx.question.schema !== 'rating' || poll.asked === null) return;
  if ([...poll.ballots.values()].some(({ verdicts }) => verdicts.length > 0)) return;
  if (/[\u4e00-\u9fffa-z]/.test(n.text)) {
    readAngry(n, poll, parts);
    return;
  }
  if (poll.ballots.size > 0) return;
  const read = gradeOfEmoji(n.emoji, n.text.includes('☺'), n.text.includes('☹'));
  if (read === null) return;
  const part = wholePart(n);
  give(poll, [poll.asked], verdict(read.grade, read.confidence, part), part);
}

const ANGRY = new Set(['😡', '😠', '🤬', '👎', '💢', '😤', '🤮', '💩']);

/** 😡 缴费排了俩小时: the face grades what was asked, the words say why. */
function readAngry(n: Normalised, poll: Poll, parts: readonly Part[]): void {
  if (poll.asked === null || !n.emoji.some((symbol) => ANGRY.has(symbol)) || n.text.includes('☺')) return;
  for (const part of parts.filter(({ faults }) => faults.length > 0)) {
    give(poll, [poll.asked], { ...verdict('dissatisfied', 0.85, part), source: 'word' }, part);
  }
}

/** A lone 中, 嗯, 好的 agrees with something, but with which grade? Asked. */
export function readNod(n: Normalised, poll: Poll): void {
  if (poll.ctx.question.schema !== 'rating' || poll.asked === null || poll.ballots.size > 0) return;
  if (n.text.length > 6 || !NOD.test(n.text)) return;
  const part = wholePart(n);
  give(poll, [poll.asked], verdict('satisfied', 0.6, part), part);
}
