import type { Finding, FindingKind, RatingFinding } from '../../../domain/finding.ts';
import type { AnswerSchema } from '../../../flows/flow.ts';
import type { Scores } from './model.ts';

/** What the model tells apart: a kind of finding; a rating by its grade. */
export type ModelClass =
  | Exclude<FindingKind, 'rating' | 'contact_time'>
  | `rating.${'satisfied' | 'mostly_satisfied' | 'dissatisfied'}`;

export const GRADE_CLASSES = ['rating.satisfied', 'rating.mostly_satisfied', 'rating.dissatisfied'] as const;

type GradeClass = (typeof GRADE_CLASSES)[number];

/** The grade that the text sounds most like. */
export function bestGrade(scores: Scores): GradeClass {
  return GRADE_CLASSES.reduce((best, name) => ((scores[name] ?? 0) > (scores[best] ?? 0) ? name : best));
}

export function gradeOf(name: GradeClass): RatingFinding['grade'] {
  return name.slice('rating.'.length) as RatingFinding['grade'];
}

/** The class of a finding; none for times, which the grammar alone reads. */
export function classOf(finding: Finding): ModelClass | null {
  if (finding.kind === 'contact_time') return null;
  return finding.kind === 'rating' ? `rating.${finding.grade}` : finding.kind;
}

/** Where a meaning can be an answer; a meaning that is not named here can be said at any time. */
const ANSWERS_TO: Readonly<Partial<Record<ModelClass, readonly AnswerSchema[]>>> = {
  agree: ['yes_no', 'free_text'],
  decline: ['yes_no', 'free_text', 'reason', 'facts'],
  available: ['identity_availability', 'time'],
  self: ['identity_availability', 'none', 'time', 'yes_no', 'rating'],
  no_opinion: ['rating'],
  'rating.satisfied': ['rating'],
  'rating.mostly_satisfied': ['rating'],
  'rating.dissatisfied': ['rating'],
};

/** Whether this meaning is possible as a reply to such a question. */
export function isLegal(name: ModelClass, schema: AnswerSchema): boolean {
  return ANSWERS_TO[name]?.includes(schema) ?? true;
}
