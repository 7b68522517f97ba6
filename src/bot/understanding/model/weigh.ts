import { ACT, type Finding, type FindingKind, type RatingFinding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { canonical } from '../readers/opinions.ts';
import type { Part } from '../readers/part.types.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { bestGrade, classOf, gradeOf, isLegal, type ModelClass } from './classes.ts';
import { isDenied } from './opposites.ts';
import type { Scores } from './model.ts';
import { isOver } from './over.ts';
import { findingFor } from './reading.ts';
import { THRESHOLDS } from './thresholds.ts';

export type Thresholds = Readonly<Record<ModelClass, number>>;

/** A message as rules have read it. */
export interface RulesReading {
  readonly n: Normalised;
  readonly parts: readonly Part[];
  readonly found: readonly Finding[];
  readonly context: UnderstandContext;
}

/** Below this the model contradicts a rule: on the development set three of four such readings were wrong. */
const CONTRADICTED = -0.8;
/** In characters. A rule that reads a whole short reply knows it; the model has seen too little of it. */
const SHORT = 8;
/** A rule's death is certain only where the model agrees; else it is asked about (understanding.md section 5). */
const DEATH_SURE = -0.3;

/** From here on the model settles a grade that a rule left open. */
const SETTLED = 0.4;
/** How far two grades must lie apart for the model to doubt a rule. */
const CONTRARY = 1;
/** In the band that asks back (situation 22). */
const ASKED_BACK = 0.65;
/** Where rules have explained a message, or few words would decide much, the model must be clearer by so much. */
const DOUBT = 0.3;
/** What must not be missed is added all the same; politeness explains nothing. */
const DEAR: ReadonlySet<ModelClass> = new Set(['emergency']);
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
const POLITE: ReadonlySet<FindingKind> = new Set(['greeting', 'farewell', 'thanks', 'apology', 'off_topic']);

/**
 * Rules and model together (understanding.md section 2): what the model contradicts is dropped, or lowered where a miss would
 * cost more; what the model is sure of and no rule saw is added.
 */
export function weigh(reading: RulesReading, scores: Scores, thresholds: Thresholds = THRESHOLDS): readonly Finding[] {
  const kept = reading.found.flatMap((finding) => judged(finding, reading, scores));
  return [...kept, ...added({ ...reading, found: kept }, scores, thresholds)];
}

function judged(finding: Finding, reading: RulesReading, scores: Scores): readonly Finding[] {
  const name = classOf(finding);
  if (name === null) return [finding];
  const score = scores[name] ?? 0;
  const stands = score >= CONTRADICTED || reading.n.text.length < SHORT;
  switch (finding.kind) {
    case 'emergency':
    case 'self_harm':
      return [stands && !isOver(finding.kind, scores) ? finding : { ...finding, tier: 'low' }];
    case 'deceased':
      if (!stands) return [];
      return [score >= DEATH_SURE ? finding : { ...finding, tier: 'medium' }];
    case 'rating':
      return stands || finding.confidence < ACT ? [regraded(finding, scores)] : [];
    // A grade with its reason, praise or wish: the two support each other.
    case 'complaint':
    case 'praise':
    case 'suggestion':
      return stands || reading.found.some(({ kind }) => kind === 'rating') ? [finding] : [];
    // Said in so many words (转人工, 我是 and the name); on the development set the model was never right against it.
    case 'human':
    case 'self':
      return [finding];
    default:
      return stands ? [finding] : [];
  }
}

/** A grade that the model hears quite otherwise is said back first; one that would be said back, it may settle. */
function regraded(finding: RatingFinding, scores: Scores): RatingFinding {
  const best = bestGrade(scores);
  const heard = scores[best] ?? 0;
  const grade = gradeOf(best);
  if (finding.confidence < ACT) return heard >= SETTLED ? { ...finding, grade, confidence: ACT } : finding;
  const apart = heard - (scores[`rating.${finding.grade}`] ?? 0);
  return apart > CONTRARY ? { ...finding, confidence: ASKED_BACK } : finding;
}

/** Meanings that the model is sure of and that nothing found says already, or denies. */
function added(reading: RulesReading, scores: Scores, thresholds: Thresholds): readonly Finding[] {
  const { found, context } = reading;
  const known = new Set(found.map(({ kind }) => kind));
  const best = bestGrade(scores);
  const short = reading.n.text.length < SHORT;
  const explained = found.some(({ kind }) => !POLITE.has(kind));
  const fresh: Finding[] = [];
  for (const [name, least] of Object.entries(thresholds) as [ModelClass, number][]) {
    const score = scores[name] ?? Number.NEGATIVE_INFINITY;
    const doubts = (explained && !DEAR.has(name)) || (short && DECISIVE.has(name));
    if (score < least + (doubts ? DOUBT : 0) || !isLegal(name, context.question.schema)) continue;
    if (name.startsWith('rating.') && (name !== best || !mayGrade(reading))) continue;
    const finding = findingFor(name, { score, scores }, reading);
    if (finding === null || known.has(finding.kind) || isDenied(finding.kind, known, scores)) continue;
    fresh.push(finding);
  }
  return fresh;
}

/**
 * The model knows the sound of a grade, not whose it is: it grades only where no rule did, everything is said of here and now,
 * and nobody and nothing else than what was asked about is named.
 */
function mayGrade({ found, parts, context }: RulesReading): boolean {
  if (found.some(({ kind }) => kind === 'rating' || kind === 'no_opinion')) return false;
  const asked = context.questions.find(({ id }) => id === context.question.id);
  return parts.every(
    ({ scope, roles, things }) =>
      !scope.hypothetical &&
      !scope.thirdParty &&
      !scope.question &&
      !scope.wish &&
      !scope.ownFault &&
      (asked?.roles.length === 0 || [...things.map(canonical), ...roles].every((who) => asked?.roles.includes(who) === true)),
  );
}
