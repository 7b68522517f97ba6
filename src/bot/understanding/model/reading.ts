import type { Finding } from '../../../domain/finding.ts';
import { spanOf } from '../normalise.ts';
import { KIN } from '../people.lists.ts';
import { concernsOf } from '../readers/opinions.ts';
import type { Part } from '../readers/part.types.ts';
import { BOT } from '../readers/talk.lists.ts';
import { type GRADE_CLASSES, gradeOf, type ModelClass } from './classes.ts';
import type { Scores } from './model.ts';
import { isOver } from './over.ts';
import type { RulesReading } from './rules-reading.types.ts';

const RELATION = new RegExp(KIN);
/** A complaint shorter than this announces and tells nothing yet. */
export const FACTS_FROM = 8;
/** A red flag that the model alone sees counts as present from here on; below, the reply asks whether it is so now. */
const PRESENT = { emergency: 0.05, self_harm: 0.2 } as const;
/** Above this score the model is as good as a rule. */
const SURE = 0.3;

/** What the model's class means as a finding of the whole message; null where the open question leaves no place for it. */
// eslint-disable-next-line complexity -- one case a kind: what each needs besides its name
export function findingFor(
  name: ModelClass,
  { score, scores }: { score: number; scores: Scores },
  reading: RulesReading,
): Finding | null {
  const { n, parts, context } = reading;
  const span = spanOf(n, 0, n.text.length);
  const confidence = Math.min(0.95, 0.85 + Math.max(0, score) * 0.1);
  const read = { span, confidence, evidence: `model.${name} ${score.toFixed(2)}` };
  switch (name) {
    case 'rating.satisfied':
    case 'rating.mostly_satisfied':
    case 'rating.dissatisfied':
      return ratingOf(name, score, reading, read);
    case 'no_opinion':
      return { ...read, kind: name, question: context.question.id, firmness: 'explicit' };
    case 'complaint':
    case 'praise':
    case 'suggestion': {
      const concerns = concernsOf(n, partsFor(name, parts));
      return { ...read, kind: name, text: n.original, concerns, hasFacts: n.text.length >= FACTS_FROM };
    }
    case 'emergency':
    case 'self_harm':
      return { ...read, kind: name, tier: score >= PRESENT[name] && !isOver(name, scores) ? 'high' : 'low' };
    case 'deceased':
      return { ...read, kind: name, tier: 'medium' };
    case 'hospital_question':
    case 'medical_question':
    case 'appointment':
      return { ...read, kind: name, text: n.original };
    case 'relative':
    case 'unaware_relative': {
      const relation = RELATION.exec(n.text)?.[0];
      return { ...read, kind: name, ...(relation === undefined ? {} : { relation }) };
    }
    case 'who_are_you':
      return { ...read, kind: name, about: BOT.test(n.text) ? 'bot' : 'identity' };
    default:
      return { ...read, kind: name };
  }
}

/** Of two people named apart, praise is of the one and a complaint of the other. */
function partsFor(kind: 'complaint' | 'praise' | 'suggestion', parts: readonly Part[]): readonly Part[] {
  if (kind === 'suggestion' || parts.filter(({ names }) => names.length > 0).length < 2) return parts;
  const own = parts.filter((part) => (kind === 'praise' ? !blames(part) : !praises(part)));
  return own.length === 0 ? parts : own;
}

function blames({ faults, verdicts }: Part): boolean {
  return faults.length > 0 || verdicts.some(({ grade }) => grade === 'dissatisfied');
}

function praises(part: Part): boolean {
  return !blames(part) && part.verdicts.some(({ grade }) => grade === 'satisfied');
}

function ratingOf(
  name: (typeof GRADE_CLASSES)[number],
  score: number,
  { n, context }: RulesReading,
  read: Pick<Finding, 'span' | 'confidence' | 'evidence'>,
): Finding | null {
  const { question, openRatings } = context;
  if (!openRatings.includes(question.id)) return null;
  const grade = gradeOf(name);
  const sure = score >= SURE;
  const tells = grade !== 'satisfied' && n.text.length >= FACTS_FROM;
  return {
    ...read,
    kind: 'rating',
    question: question.id,
    grade,
    confidence: sure ? read.confidence : 0.65,
    ...(tells ? { reason: n.original } : {}),
  };
}
