import { ACT, type Finding, type FindingKind, type RatingFinding } from '../../../domain/finding.ts';
import { canonical } from '../readers/opinions.ts';
import { bestGrade, classOf, GRADE_CLASSES, gradeOf, isLegal, type ModelClass } from './classes.ts';
import type { Scores } from './model.ts';
import { isDenied } from './opposites.ts';
import { isOver } from './over.ts';
import { findingFor } from './reading.ts';
import type { RulesReading } from './rules-reading.types.ts';
import { THRESHOLDS } from './thresholds.ts';
import { isReal, isVetoed } from './vetoes.ts';

/** Below this the model contradicts a rule: on the development set three of four such readings were wrong. */
const CONTRADICTED = -0.9;
/** In characters. A rule that reads a whole short reply knows it; the model has seen too little of it. */
const SHORT = 8;
/** Of other languages the model has seen too little to contradict a rule, but for opinions, where rules are weakest. */
const HAN = /[\u4e00-\u9fff]/;
/** In characters. Of a longer message the model hears too much beside the words that a rule has found. */
const LONG = 120;
/** A rule's death is certain only where the model agrees; else it is asked about. */
const DEATH_SURE = -0.6;

/** From here on the model settles a grade that a rule left open. */
const SETTLED = 0.4;
/** Where rules have explained a message, or few words would decide much, the model must be clearer by so much. */
const DOUBT = 0.3;
/** What must not be missed: less; people answer our question first and then tell what has happened. */
const DOUBTS: Readonly<Partial<Record<ModelClass, number>>> = { emergency: 0.1, self_harm: 0.4 };
/** What ends a talk or hands it over. */
const DECISIVE: ReadonlySet<ModelClass> = new Set([
  'self_harm',
  'deceased',
  'refuse',
  'opt_out',
  'wrong_number',
  'unaware_relative',
  'human',
  'threat',
  'beyond_authority',
  'medical_question',
  'abuse',
]);
/** How one is doing now grades nobody. */
const OWN_STATE = /恢复|伤口|刀口|身体|病情/;
const OPINIONS: ReadonlySet<ModelClass> = new Set([...GRADE_CLASSES, 'complaint', 'praise', 'suggestion']);
/** They explain nothing. */
const POLITE: ReadonlySet<FindingKind> = new Set(['greeting', 'farewell', 'thanks', 'apology', 'off_topic']);

/**
 * Rules and model together: what the model contradicts is dropped, or lowered where a miss would
 * cost more; what the model is sure of and no rule saw is added.
 */
export function weigh(reading: RulesReading, scores: Scores): readonly Finding[] {
  const kept = reading.found.flatMap((finding) => judged(finding, reading, scores));
  return [...kept, ...added({ ...reading, found: kept }, scores)];
}

// eslint-disable-next-line complexity -- one case a kind: what a contradiction costs differs
function judged(finding: Finding, reading: RulesReading, scores: Scores): readonly Finding[] {
  const name = classOf(finding);
  if (name === null) return [finding];
  const score = scores[name] ?? 0;
  const { length } = reading.n.text;
  const stands =
    score >= CONTRADICTED || length < SHORT || length > LONG || (!OPINIONS.has(name) && !HAN.test(reading.n.text));
  switch (finding.kind) {
    case 'emergency':
    case 'self_harm':
      // What a hospital lists holds: the model cannot know it.
      if (finding.evidence === 'safety.listed_sign' || finding.evidence.startsWith('taught.')) return [finding];
      return [stands && !isOver(finding.kind, scores) ? finding : { ...finding, tier: 'low' }];
    case 'deceased':
      if (!stands) return [];
      return [score >= DEATH_SURE ? finding : { ...finding, tier: 'medium' }];
    case 'rating':
      return stands || finding.confidence < ACT ? [settled(finding, reading, scores)] : [];
    // A grade with its reason, praise or wish: the two support each other.
    case 'complaint':
    case 'praise':
    case 'suggestion':
      return stands || isAnnounced(finding) || reading.found.some(({ kind }) => kind === 'rating') ? [finding] : [];
    // Said in so many words (转人工, 我是 and the name); on the development set the model was never right against it.
    case 'human':
    case 'self':
    case 'no_opinion':
      return [finding];
    default:
      return stands ? [finding] : [];
  }
}

function isAnnounced(finding: Finding): boolean {
  return finding.evidence === 'opinion.complaint_announced';
}

/** What a rule would say back first, the model may settle, where only one thing is graded. */
function settled(finding: RatingFinding, { n, found, context }: RulesReading, scores: Scores): RatingFinding {
  const best = bestGrade(scores);
  const alone = n.text.length >= SHORT && found.filter(({ kind }) => kind === 'rating').length === 1;
  const same = gradeOf(best) === finding.grade && finding.question === context.question.id;
  return alone && same && (scores[best] ?? 0) >= SETTLED
    ? { ...finding, confidence: Math.max(finding.confidence, ACT) }
    : finding;
}

/** Meanings that the model is sure of and that nothing found says already, or denies; the clearest first. */
function added(reading: RulesReading, scores: Scores): readonly Finding[] {
  const known = new Set(reading.found.map(({ kind }) => kind));
  const thresholds = reading.context.lists.taught?.thresholds ?? THRESHOLDS;
  const clear = (Object.entries(thresholds) as [ModelClass, number][])
    .map(([name, least]) => ({ name, score: scores[name] ?? Number.NEGATIVE_INFINITY, least }))
    .filter(({ name, score, least }) => score >= least + doubtOf(name, reading) && isPossible(name, reading, scores))
    .sort((a, b) => b.score - a.score);
  const fresh: Finding[] = [];
  for (const { name, score } of clear) {
    const finding = findingFor(name, { score, scores }, reading);
    if (finding === null || known.has(finding.kind) || isDenied(finding.kind, known, scores)) continue;
    known.add(finding.kind);
    fresh.push(finding);
  }
  return fresh;
}

/** How much clearer than its threshold the model must be here. */
function doubtOf(name: ModelClass, { n, found }: RulesReading): number {
  const explained = found.some(({ kind }) => !POLITE.has(kind));
  return explained || (n.text.length < SHORT && DECISIVE.has(name)) ? (DOUBTS[name] ?? DOUBT) : 0;
}

/** Whether the question and the words leave room for this meaning. */
function isPossible(name: ModelClass, reading: RulesReading, scores: Scores): boolean {
  if (!isLegal(name, reading.context.question.schema) || isVetoed(name, reading)) return false;
  return !name.startsWith('rating.') || (name === bestGrade(scores) && mayGrade(reading));
}

/**
 * The model knows the sound of a grade, not whose it is: it grades only where no rule did, everything is said of here and now,
 * and nobody and nothing else than what was asked about is named.
 */
function mayGrade({ found, parts, context }: RulesReading): boolean {
  if (found.some(({ kind }) => kind === 'rating' || kind === 'no_opinion')) return false;
  const asked = context.questions.find(({ id }) => id === context.question.id);
  return parts.every(
    (part) =>
      isReal(part) &&
      !OWN_STATE.test(part.text) &&
      !part.scope.question &&
      !part.scope.wish &&
      (asked?.roles.length === 0 ||
        [...part.things.map(canonical), ...part.roles].every((who) => asked?.roles.includes(who) === true)),
  );
}
