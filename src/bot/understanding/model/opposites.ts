import type { FindingKind } from '../../../domain/finding.ts';
import type { Scores } from './model.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Meanings that cannot both be meant: a rule's reading is not turned round by the model. */
const OPPOSITES: readonly (readonly [FindingKind, FindingKind])[] = [
  ['agree', 'decline'],
  ['agree', 'refuse'],
  // An insult to us grades nobody (handbook section 2).
  ['abuse', 'rating'],
  // Temper alone does not end the talk (situation 30); who also wants to be left alone says so.
  ['abuse', 'refuse'],
  // Who calls for help answers nothing.
  ['emergency', 'no_opinion'],
  ['emergency', 'decline'],
  ['self_harm', 'no_opinion'],
  ['available', 'busy'],
  ['available', 'refuse'],
  ['busy', 'refuse'],
  ['contact_time', 'refuse'],
  ['available', 'wrong_number'],
  ['opt_in', 'opt_out'],
  ['self', 'relative'],
  ['self', 'unaware_relative'],
  ['self', 'wrong_number'],
  ['relative', 'wrong_number'],
  ['deceased', 'self'],
  ['deceased', 'unaware_relative'],
  ['decline', 'complaint'],
  ['decline', 'suggestion'],
  ['decline', 'praise'],
  ['who_are_you', 'human'],
  ['correction', 'complaint'],
  ['no_opinion', 'refuse'],
  ['no_opinion', 'not_understood'],
  ['already_surveyed', 'complaint_status'],
  ['appointment', 'hospital_question'],
  // What it would rule out (resolve.ts) a rule has read.
  ['medical_question', 'suggestion'],
  ['medical_question', 'hospital_question'],
];
/** What someone in need also sounds like. The stronger red flag is the one meant. */
const ALSO_HEARD = 'self_harm';

/** Whether what is known already rules this meaning out. */
export function isDenied(kind: FindingKind, known: ReadonlySet<FindingKind>, scores: Scores): boolean {
  const urgent = scores['emergency'] ?? Number.NEGATIVE_INFINITY;
  const flagged = known.has('emergency') || urgent >= THRESHOLDS.emergency;
  if (kind === ALSO_HEARD && flagged && (scores[kind] ?? 0) < urgent) return true;
  return OPPOSITES.some(([one, other]) => (kind === one && known.has(other)) || (kind === other && known.has(one)));
}
