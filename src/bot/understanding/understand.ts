import { ASK, type Finding } from '../../domain/finding.ts';
import { withCertain } from './certain/index.ts';
import { withoutCourtesy } from './courtesy.ts';
import { readHard } from './hard/index.ts';
import type { Model } from './model/model.ts';
import { scoresOf } from './model/passages.ts';
import type { RulesReading } from './model/rules-reading.types.ts';
import { weigh } from './model/weigh.ts';
import { endsOf, type Normalised, normalise, spanOf } from './normalise.ts';
import { readBusy } from './readers/busy.ts';
import type { CorrectionMark } from './readers/correction.ts';
import { readFreeText } from './readers/free-text.ts';
import { gapped } from './readers/gapped.ts';
import { readIdentity, readPersonLate } from './readers/identity.ts';
import { readOpinions } from './readers/opinions.ts';
import type { Part } from './readers/part.types.ts';
import { readParts } from './readers/parts.ts';
import { questionsOf } from './readers/poll.ts';
import { readQuestions } from './readers/questions.ts';
import { readRatings } from './readers/rating.ts';
import { readTalk } from './readers/talk.ts';
import { readUnreadable } from './readers/unreadable.ts';
import { meansNow, readWhen } from './readers/when.ts';
import { readYesNo } from './readers/yes-no.ts';
import { resolve } from './resolve.ts';
import { lookForDanger } from './safety/index.ts';
import { isConsultation } from './setting.ts';
import { attachStaff } from './staff/attach.ts';
import { teach } from './taught/teach.ts';
import { withTimeWords } from './taught/time-words.ts';
import { readTime } from './time/index.ts';
import type { Understand, UnderstandContext } from './understand.types.ts';

/**
 * Reads what a message means (handbook section 9). Pure and deterministic; several findings a message, each with its
 * span in the original text. Which one acts first is the flow's decision (handbook, order at the end of section 3).
 *
 * Safety and the hard meanings are read first and whatever is asked; then the open question's own reader, which alone may
 * give answers; then opinions and talk, which may interrupt any question.
 *
 * Of a long message, safety and the hard meanings read the first 1,500 and the last 500 characters, everything else the
 * first 500 and the last 100 (after repeats are squeezed): a longer text says no more, and reading it would let one
 * sender hold up all others.
 */
export function createUnderstanding({ followUp, consultation }: MessageModels): Understand {
  return (text, context) => understand(text, context, isConsultation(context) ? consultation : followUp);
}

/** Two models with the same classes: people who are asked and people who ask use the same words for different things. */
export interface MessageModels {
  readonly followUp: Model;
  readonly consultation: Model;
}

function understand(text: string, context: UnderstandContext, model: Model): readonly Finding[] {
  const reading = readRules(text, context);
  const { n, found, noted, polite, settled } = reading;
  const weighed = settled ? found : withCertain(weigh(reading, scoresOf(model, reading)), reading);
  const resolved = resolve(teach(weighed, reading), context);
  const attached = attachStaff(resolved, reading, context);
  const heard = attached.some(isHeard) ? attached : [...fallback(n, context), ...attached];
  const besides = [...polite, ...noted];
  return [...heard, ...besides.filter(({ kind }) => !heard.some((finding) => finding.kind === kind))];
}

const isHeard = ({ confidence }: Finding): boolean => confidence >= ASK;

/** What the rules alone find; `settled`: the model could not tell more. */
export function readRules(text: string, context: UnderstandContext): RulesReading & { readonly settled: boolean } {
  const written = endsOf(normalise(text), SAFETY_HEAD, SAFETY_TAIL);
  const { core: whole, polite } = withoutCourtesy(written);
  const dangers = dangersIn(written, whole, context);
  const n = endsOf(whole, READ_HEAD, READ_TAIL);
  const besides = { noted: dangers.filter((danger) => !isHeard(danger)), polite };
  const hard = [...dangers.filter(isHeard), ...readHard(whole, context)];
  if (WELCOME.test(n.text)) return { n, parts: [], found: [welcome(n)], ...besides, context, settled: true };
  const unreadable = hard.length > 0 ? null : readUnreadable(n);
  if (unreadable !== null) return { n, parts: [], found: [unreadable], ...besides, context, settled: true };
  const parts = readParts(n, context.roster);
  const taken = hard.map((finding) => finding.span);
  const now = context.question.schema === 'time' && meansNow(n);
  const times = now
    ? []
    : readTime(withTimeWords(gapped(n), context.lists.taught), context, hard.length === 0 && isPlain(parts));
  const ratings = readRatings(n, parts, context, [...taken, ...times.map((time) => time.span)]);
  const found: Finding[] = [
    ...hard,
    ...times,
    ...ratings.findings,
    ...readAnswer(n, parts, context, times),
    ...readOpinions(n, withoutSlip(parts, ratings.correction), context),
    ...readTalk(n, parts, context),
    ...readQuestions(n, parts),
    ...readTakeBack(n, parts, ratings.correction, context),
  ];
  return { n, parts, found, ...besides, context, settled: false };
}

/** Courtesy neither hides a danger (别了，谢谢) nor makes one smaller: what either reading weighs more counts. */
function dangersIn(written: Normalised, core: Normalised, context: UnderstandContext): readonly Finding[] {
  const found = lookForDanger(core, context);
  if (core === written) return found;
  const all = [...found, ...lookForDanger(written, context)].sort((a, b) => b.confidence - a.confidence);
  return all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index);
}

/** The polite answer to our thanks, and as a whole message nothing else: 客气 is a virtue that it does not deny. */
const WELCOME = /^(?:(?:不|别|不用|甭|莫)(?:谢|客气|用谢)[了啊呀哈哦喔吧嘛呢]?|you'?re welcome|no problem)[!。,~☺◇ ]*$/;

function welcome(n: Normalised): Finding {
  return { kind: 'thanks', span: spanOf(n, 0, n.text.length), confidence: 0.9, evidence: 'talk.welcome' };
}

const SAFETY_HEAD = 1_500;
const SAFETY_TAIL = 500;
const READ_HEAD = 500;
const READ_TAIL = 100;

/** Wants to know something, other than whether a time would suit (周五下午行吗, tomorrow?). */
const ASKS_OF_US =
  /[吗么](?<!(?:行|好|可以|成|中|方便|合适)[吗么])|怎么|咋|什么|啥|哪|多少|几[天号个次]|能不能|可不可以|是不是|有没有|\b(?:what|when|where|who|how|is|are|do|does|can|could|should)\b/;

/** Judges nobody, tells of nothing that happened and asks for nothing: a time in it can only be meant for our talk. */
function isPlain(parts: readonly Part[]): boolean {
  return parts.every(
    (part) =>
      part.verdicts.every((said) => said.grade === 'mostly_satisfied' && said.end - said.start <= 2) &&
      part.faults.length + part.deeds.length + part.roles.length === 0 &&
      !part.scope.wish &&
      (!part.scope.question || !ASKS_OF_US.test(part.text)),
  );
}

/** The reader of the open question's schema; elsewhere only "not now" is heard. */
function readAnswer(
  n: Normalised,
  parts: readonly Part[],
  context: UnderstandContext,
  times: readonly Finding[],
): readonly Finding[] {
  switch (context.question.schema) {
    case 'identity_availability':
      return readIdentity(n, context);
    case 'time':
      return readWhen(n, times);
    case 'yes_no':
      return [...readYesNo(n), ...later(n, parts)];
    case 'free_text':
    case 'reason':
    case 'facts':
      return readFree(n, parts, context);
    case 'rating':
      return [...readPersonLate(n, context), ...later(n, parts)];
    case 'none':
      return later(n, parts);
  }
}

/** 没有，下次再说吧 ends the question and asks for no other time. */
function readFree(n: Normalised, parts: readonly Part[], context: UnderstandContext): readonly Finding[] {
  const ends = readFreeText(n, context.question.schema, parts);
  return ends.length > 0 ? ends : later(n, parts);
}

/** "I pressed the wrong button" is about our buttons, not about the hospital. */
function withoutSlip(parts: readonly Part[], mark: CorrectionMark | null): readonly Part[] {
  if (mark === null || mark.kind !== 'slip') return parts;
  return parts.filter(
    (part) =>
      mark.start < part.start ||
      part.end < mark.end ||
      part.roles.length > 0 ||
      part.end - mark.end > 12 ||
      part.verdicts.some((said) => said.start >= mark.end),
  );
}

function later(n: Normalised, parts: readonly Part[]): readonly Finding[] {
  if (parts.some((part) => part.faults.length > 0 && part.roles.length > 0 && n.clauses.length === 1)) return [];
  const busy = readBusy(n, false);
  return busy === null ? [] : [busy];
}

/** Says that an answer was a slip or was misread; beside a new grade the rating itself carries `correction`. */
function readTakeBack(
  n: Normalised,
  parts: readonly Part[],
  mark: CorrectionMark | null,
  context: UnderstandContext,
): readonly Finding[] {
  if (mark === null || (mark.kind === 'slip' && !context.identified && context.lastAnswered === null)) return [];
  const origin = n.map[mark.start] ?? 0;
  const end = n.map[mark.end] ?? n.original.length;
  const slip = mark.kind === 'slip';
  const meant = meantQuestion(parts, context);
  return [
    {
      ...(meant === null ? {} : { meant }),
      kind: slip ? 'correction' : 'misunderstood',
      span: [origin, end],
      confidence: 0.85,
      evidence: slip ? 'talk.slip' : 'talk.misread',
    },
  ];
}

/** 我说的是护士: whom the grade before was meant for, when nothing new is said of them. */
function meantQuestion(parts: readonly Part[], context: UnderstandContext): string | null {
  const part = parts.find(({ text, verdicts }) => verdicts.length === 0 && MEANT.test(text));
  const named = part === undefined ? undefined : questionsOf(part, context)[0];
  return named === undefined || named === context.lastAnswered ? null : named;
}
const MEANT =
  /(?:说|指|讲|评|问|骂|夸|想说)的(?:其实)?(?:是|应该是)|我是(?:说|指)|应该是说|\b(?:i meant|talking about|i was rating)\b/;

/** Readable words in which no rule found anything: most often chat; below the band that acts (situation 31). */
function fallback(n: Normalised, context: UnderstandContext): readonly Finding[] {
  const schema = context.question.schema;
  const free = schema === 'free_text' || schema === 'reason' || schema === 'facts';
  const letters = n.text.replace(/[^\p{L}]/gu, '').length;
  if (free || letters < 6) return [];
  return [{ kind: 'off_topic', span: [0, n.original.length], confidence: ASK, evidence: 'talk.unread' }];
}
