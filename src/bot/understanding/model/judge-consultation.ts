import {
  type DeceasedFinding,
  type EmergencyFinding,
  type Finding,
  type FindingKind,
  NOTED,
} from '../../../domain/finding.ts';
import { classOf } from './classes.ts';
import type { Scores } from './model.ts';
import { isOver } from './over.ts';
import type { RulesReading } from './rules-reading.types.ts';

/**
 * Where somebody consults us, few messages are what rules for replies look for: of 150 shortcomings that they see in 3,000
 * questions and troubles told, five are meant. The model has read as many of these as of replies, and it decides; where it is in doubt,
 * the rule holds. Chosen on the development set read as a consultation, and on questions and troubles of authors it had not seen.
 */
const KEPT_FROM = -0.3;
/** Shortcomings are what rules see most often in a question that finds fault with nothing. */
const COMPLAINT_FROM = -0.1;
/** A danger that a rule sees is one from here on; below it is asked about, and still less likely ones are noted only. */
const DANGER_FROM = 0;
const ASKED_FROM = -0.6;
/** What has just begun is a danger as long as it might be one. */
const JUST_NOW = /突然|忽然|刚刚?(?:才)?|一下子|这会|正在|马上|\b(?:suddenly|just now|right now)\b/;

/** Rule and model both see it plainly. */
const AGREED_FROM = 0.5;
const AGREED = 0.95;

/** What is left of a rule's finding. What a hospital taught, and lists itself, holds. */
export function judgedInConsultation(finding: Finding, { n }: RulesReading, scores: Scores): readonly Finding[] {
  const name = classOf(finding);
  const score = name === null ? undefined : scores[name];
  if (score === undefined || isOwn(finding) || PLAIN.has(finding.kind)) return [finding];
  if (finding.kind === 'emergency' || finding.kind === 'self_harm') return danger(finding, score, { n, scores });
  if (finding.kind === 'deceased') return [asSureAs(finding, scores)];
  if (score < leastOf(finding.kind) || isOnlyAsked(finding, scores)) return [];
  return [score < AGREED_FROM ? finding : { ...finding, confidence: Math.max(finding.confidence, AGREED) }];
}

/** A word or two that mean the same wherever they are said. */
const PLAIN: ReadonlySet<FindingKind> = new Set([
  'agree',
  'decline',
  'thanks',
  'greeting',
  'farewell',
  'opt_out',
  'opt_in',
]);

function isOwn({ evidence }: Finding): boolean {
  return evidence.startsWith('taught.') || evidence === 'safety.listed_sign';
}

/** 孩子发烧，这个点还有看小孩的大夫没 names an ailment and asks for something else. */
function isOnlyAsked({ kind }: Finding, scores: Scores): boolean {
  return kind === 'medical_question' && (scores['hospital_question'] ?? -1) > (scores['medical_question'] ?? -1) + 0.2;
}

function leastOf(kind: FindingKind): number {
  return kind === 'complaint' ? COMPLAINT_FROM : KEPT_FROM;
}

function danger(
  finding: EmergencyFinding,
  score: number,
  { n, scores }: Pick<RulesReading, 'n'> & { readonly scores: Scores },
): readonly Finding[] {
  if (score < ASKED_FROM) return noted(finding);
  const sure = score >= DANGER_FROM || JUST_NOW.test(n.text);
  return [sure && !isOver(finding.kind, scores) ? finding : { ...finding, tier: 'low' }];
}

/** A danger is never dropped without a trace. */
export function noted(finding: Finding): readonly Finding[] {
  if (finding.kind !== 'emergency' && finding.kind !== 'self_harm') return [];
  return [{ ...finding, tier: 'low', confidence: NOTED }];
}

/** A death is certain only where a rule is sure of it and the model agrees; else it is asked about. */
const DEATH_SURE = 0.4;
export function asSureAs(finding: DeceasedFinding, scores: Scores): DeceasedFinding {
  return (scores['deceased'] ?? 0) >= DEATH_SURE ? finding : { ...finding, tier: 'medium' };
}
