import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import type { Part } from '../readers/part.types.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { classOf, GRADE_CLASSES, isLegal, type ModelClass } from './classes.ts';
import type { Scores } from './model.ts';
import { isOver } from './over.ts';
import { findingFor } from './reading.ts';
import { THRESHOLDS, type Threshold } from './thresholds.ts';

export type Thresholds = Readonly<Record<ModelClass, Threshold>>;

/** A message as rules have read it. */
export interface RulesReading {
  readonly n: Normalised;
  readonly parts: readonly Part[];
  readonly found: readonly Finding[];
  readonly context: UnderstandContext;
}

/** A rule's death is certain only where the model agrees; else it is asked about (understanding.md section 5). */
const DEATH_SURE = 0;
/** A whole reply that a reader knows by heart ("1", 方便, TD): no model is asked about it. */
const CERTAIN = 0.95;

/**
 * Rules and model together (understanding.md section 2): what the model contradicts is dropped, or lowered where a miss would
 * cost more; what the model is sure of and no rule saw is added.
 */
export function weigh(reading: RulesReading, scores: Scores, thresholds: Thresholds = THRESHOLDS): readonly Finding[] {
  const kept = reading.found.flatMap((finding) => judged(finding, scores, thresholds));
  return [...kept, ...added({ ...reading, found: kept }, scores, thresholds)];
}

function judged(finding: Finding, scores: Scores, thresholds: Thresholds): readonly Finding[] {
  const name = classOf(finding);
  if (name === null) return [finding];
  const score = scores[name] ?? 0;
  const stands = score >= thresholds[name].keep;
  switch (finding.kind) {
    case 'emergency':
    case 'self_harm':
      return [stands && !isOver(finding.kind, scores) ? finding : { ...finding, tier: 'low' }];
    case 'deceased':
      if (!stands) return [];
      return [score >= DEATH_SURE ? finding : { ...finding, tier: 'medium' }];
    default:
      return stands || finding.confidence >= CERTAIN ? [finding] : [];
  }
}

/** Meanings that the model is sure of and that nothing found says already. */
function added(reading: RulesReading, scores: Scores, thresholds: Thresholds): readonly Finding[] {
  const { found, context } = reading;
  const known = new Set(found.map(classOf));
  const graded = found.some(({ kind }) => kind === 'rating' || kind === 'no_opinion');
  const fresh: Finding[] = [];
  const best = [...GRADE_CLASSES].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0];
  for (const [name, { add }] of Object.entries(thresholds) as [ModelClass, Threshold][]) {
    const score = scores[name] ?? Number.NEGATIVE_INFINITY;
    if (score < add || known.has(name) || !isLegal(name, context.question.schema)) continue;
    if (name.startsWith('rating.') && (graded || name !== best)) continue;
    // Someone bleeding badly speaks of dying too: the stronger red flag is the one meant.
    if (name === 'self_harm' && score < (scores['emergency'] ?? 0)) continue;
    const finding = findingFor(name, { score, scores }, reading);
    if (finding !== null) fresh.push(finding);
  }
  return fresh;
}
