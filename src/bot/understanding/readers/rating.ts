import type { NoOpinionFinding, RatingFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { type Ballot, type Decision, decide } from './ballot.ts';
import { type CorrectionMark, readCorrection } from './correction.ts';
import { readNoOpinion } from './no-opinion.ts';
import type { Part, Verdict } from './part.types.ts';
import { ballotOf, give, isOverall, NOBODY, openPoll, type Poll, questionsOf } from './poll.ts';
import { readEmoji, readNod, readNumber, readOrder, readWordsInOrder } from './rating-numbers.ts';
import { reasonOf } from './reason.ts';
import { targetsOf } from './targets.ts';

/** Grades that a message gives, and the words by which it takes something back. */
export interface RatingReading {
  readonly findings: readonly (RatingFinding | NoOpinionFinding)[];
  readonly correction: CorrectionMark | null;
}

type Span = readonly [number, number];

/** Nothing but who: the first of an enumeration. */
const BARE_ROLE =
  /^(?:你们?的?)?(?:医生|大夫|医师|护士|护理|护理师|医院|doctors?|nurses?|the doctors?|the nurses?)(?:们|和护士|和医生|跟护士)?$/;
/** The old value, told before the words that take it back. */
const BEFORE_SLIP = /刚才|刚刚|前面|上面|之前|选的|说的/;

/** Reads the grades of a message by handbook section 2; `taken` are spans of harder meanings, which are no reason. */
export function readRatings(
  n: Normalised,
  parts: readonly Part[],
  ctx: UnderstandContext,
  taken: readonly Span[],
): RatingReading {
  if (!ctx.questions.some((question) => question.type === 'rating')) return { findings: [], correction: null };
  const correction = readCorrection(
    n,
    n.clauses.map((clause) => clause.start),
  );
  const poll = openPoll(ctx, parts, correction);
  if (!readOrder(n, poll) && !readWordsInOrder(parts, poll)) {
    for (const part of parts) readPart(n, part, poll);
    readEmoji(n, poll, parts);
    readNod(n, poll);
  }
  const findings: (RatingFinding | NoOpinionFinding)[] = [];
  for (const ballot of poll.ballots.values()) {
    const decision = mayAnswer(ballot, poll) ? decide(ballot, n.text) : null;
    if (decision !== null) findings.push(toFinding(n, ballot, decision, { poll, taken }));
  }
  const spoken = new Set(findings.map((finding) => finding.question));
  const silent = readNoOpinion(n, parts, ctx, poll.asked).filter((finding) => !spoken.has(finding.question));
  return { findings: [...findings, ...silent], correction };
}

/** Reads one part into the ballots and remembers whom it was about, for the parts that follow without a name. */
function readPart(n: Normalised, part: Part, poll: Poll): void {
  const named = [...poll.pending, ...questionsOf(part, poll.ctx)];
  poll.pending = opensEnumeration(n, part, named) ? named : [];
  const nothingToGrade = poll.pending.length > 0 || isUnreal(part) || readNumber(part, poll, named) || onlyAsks(part);
  if (nothingToGrade && named.length === 0) wishesBesideGrade(part, poll);
  if (!nothingToGrade) poll.before = gradePart(part, poll, named);
  else if (named.length > 0) poll.before = named;
}

/** 还行，希望换药轻一点: the wish says what is lacking, so it belongs to the reason. */
function wishesBesideGrade(part: Part, poll: Poll): void {
  const { scope } = part;
  if (!scope.wish || scope.hypothetical || scope.thirdParty || part.roles.length > 0) return;
  const ids = poll.before.length > 0 ? poll.before : poll.asked === null ? [] : [poll.asked];
  for (const id of ids) {
    const ballot = poll.ballots.get(id);
    if (ballot?.verdicts.some(({ verdict: said }) => said.grade !== 'satisfied') === true) ballot.parts.push(part);
  }
}

/** A condition, a wish, somebody else's opinion, an apology: no grade of what was. */
function isUnreal({ scope }: Part): boolean {
  return scope.hypothetical || scope.thirdParty || scope.ownFault || scope.wish;
}

function onlyAsks(part: Part): boolean {
  return part.scope.question && part.faults.length === 0;
}

function gradePart(part: Part, poll: Poll, named: readonly string[]): readonly string[] {
  const targets = targetsOf(part, poll, named);
  for (const said of part.verdicts) if (counts(said, part, poll, named)) give(poll, targets, said, part);
  judgeHouse(part, poll, targets);
  for (const id of targets) if (tellsOf(part, poll, id, named)) collect(part, poll, id, named);
  return nextBefore(part, poll, named, targets);
}

function opensEnumeration(n: Normalised, part: Part, named: readonly string[]): boolean {
  if (named.length === 0 || part.verdicts.length > 0) return false;
  return /[、,]/.test(n.text[part.end] ?? '') && BARE_ROLE.test(part.text);
}

/** The world outside: 昨晚那场球看了没，绝了 grades the match. */
const OUTSIDE =
  /球|电影|电视|综艺|新闻|游戏|演唱会|天气|股票|彩票|麻将|象棋|广场舞|春晚|奥运|世界杯|菜价|房价|庄稼|收成/;

/** Named roles stay meant until another is; so does a thing that was judged at the beginning, or that the talk turns to (就是收费窗口…). */
function nextBefore(part: Part, poll: Poll, named: readonly string[], targets: readonly string[]): readonly string[] {
  if (named.length > 0 || part.roles.length > 0) return targets;
  if (part.things.includes('own') && part.things.length === 1 && OUTSIDE.test(part.text)) return [NOBODY];
  const turns = poll.before.length === 0 || part.opener === 'contrast';
  const ofThing = part.things.length > 0 && turns && targets.includes(NOBODY);
  return ofThing && part.verdicts.length + part.faults.length > 0 ? targets : poll.before;
}

/** 饭菜太难吃 where the hospital as a whole is asked about: most likely a no, said back first. */
function judgeHouse(part: Part, poll: Poll, targets: readonly string[]): void {
  const { asked } = poll;
  if (asked === null || !isOverall(poll, asked) || poll.ctx.question.schema !== 'rating') return;
  if (!targets.includes(asked) || poll.ballots.has(asked) || part.roles.length + part.verdicts.length > 0) return;
  const fault = part.faults.find((one) => one.value === 'condition');
  if (fault === undefined) return;
  const { start, end } = fault;
  give(poll, [asked], { grade: 'dissatisfied', confidence: 0.75, source: 'word', start, end }, part);
}

/** Words without grade, fault or name say nothing of a question that nothing was said of yet. */
function tellsOf(part: Part, poll: Poll, id: string, named: readonly string[]): boolean {
  if (id === NOBODY) return false;
  return named.length > 0 || part.verdicts.length + part.faults.length > 0 || id !== poll.asked || poll.ballots.has(id);
}

function collect(part: Part, poll: Poll, id: string, named: readonly string[]): void {
  const ballot = ballotOf(poll, id);
  if (named.includes(id)) ballot.named = true;
  // Parking may be bad where the hospital is good: the grade of the whole stands.
  const praised = ballot.verdicts.some(({ verdict: said }) => said.grade === 'satisfied');
  if (praised && part.things.length > 0 && isOverall(poll, id)) return;
  if (part.faults.length > 0 && !isSlip(part, poll)) ballot.faults.push(part);
  if (part.deeds.length > 0) ballot.deeds.push(part);
  if (!ballot.parts.includes(part)) ballot.parts.push(part);
}

/** The words of the slip itself: what went wrong there is our button. */
function isSlip(part: Part, { correction }: Poll): boolean {
  if (correction?.kind !== 'slip' || part.roles.length > 0) return false;
  return part.start <= correction.start && correction.end <= part.end;
}

/** Old values before a correction do not count; outside rating questions only the scale itself or a named role does. */
function counts(said: Verdict, part: Part, poll: Poll, named: readonly string[]): boolean {
  if (isTakenBack(said, part, poll)) return false;
  const { schema, about } = poll.ctx.question;
  if (schema === 'rating' || said.source === 'plain') return true;
  if (named.length > 0) return schema !== 'reason' || !named.includes(about ?? '');
  return countsUnnamed(said, part, poll);
}

function countsUnnamed(said: Verdict, part: Part, { ctx, correction }: Poll): boolean {
  if (correction !== null) return said.source !== 'eval';
  if (part.all && said.source === 'word') return ctx.openRatings.length > 1 && said.end - said.start > 1;
  return ctx.question.schema === 'yes_no' && ctx.question.about !== undefined && confirms(said);
}

/** 好 or 不 to "you mean …?" is a yes or no; 一般 and 态度差 are grades. */
function confirms(said: Verdict): boolean {
  return said.source === 'eval' || said.grade === 'mostly_satisfied';
}

function isTakenBack(said: Verdict, part: Part, { correction }: Poll): boolean {
  if (correction?.kind !== 'slip' || said.end > correction.start) return false;
  return BEFORE_SLIP.test(part.text.slice(0, said.start - part.start));
}

function toFinding(
  n: Normalised,
  ballot: Ballot,
  decision: Decision,
  { poll, taken }: { readonly poll: Poll; readonly taken: readonly Span[] },
): RatingFinding {
  const start = Math.min(
    ...ballot.verdicts.map(({ verdict: said }) => said.start),
    ...ballot.parts.map((part) => part.start),
  );
  const end = Math.max(
    ...ballot.verdicts.map(({ verdict: said }) => said.end),
    ...ballot.parts.map((part) => part.end),
  );
  const content = decision.grade === 'satisfied' && ballot.faults.length === 0;
  const reason = content ? null : reasonOf(n, ballot, poll.correction, taken);
  return {
    kind: 'rating',
    question: ballot.question,
    grade: decision.grade,
    ...(reason === null ? {} : { reason }),
    ...(corrects(ballot, poll) ? { correction: true } : {}),
    span: spanOf(n, start, end),
    confidence: decision.confidence,
    evidence: decision.evidence,
  };
}

/** Answers given before change only by the scale itself, said of a named role or as a correction. */
function mayAnswer(ballot: Ballot, { ctx, correction }: Poll): boolean {
  const { question } = ctx;
  if (ctx.openRatings.includes(ballot.question)) return true;
  if (question.schema === 'rating' && question.id === ballot.question) return true;
  if (correction !== null || question.about === ballot.question) return ballot.verdicts.length > 0;
  return ballot.named && ballot.verdicts.some(({ verdict: said }) => said.source === 'plain');
}

/** A later word about an answered question is a correction, with or without saying so (handbook section 2). */
function corrects(ballot: Ballot, { ctx, correction }: Poll): boolean {
  if (correction === null)
    return ballot.named && !ctx.openRatings.includes(ballot.question) && ctx.question.id !== ballot.question;
  const last = ballot.question === ctx.question.about || ballot.question === ctx.lastAnswered;
  return last || !ctx.openRatings.includes(ballot.question);
}
