import type { UnderstandContext } from '../../../../src/bot/understanding/understand.types.ts';
import type { Finding, FindingKind } from '../../../../src/domain/finding.ts';
import type { AnswerSchema, QuestionSpec } from '../../../../src/flows/flow.ts';
import { understand } from '../../../support/understand.ts';

const QUESTIONS: readonly QuestionSpec[] = [
  { id: 'doctor', type: 'rating', roles: ['doctor'] },
  { id: 'nurse', type: 'rating', roles: ['nurse'] },
  { id: 'overall', type: 'rating', roles: [] },
  { id: 'suggestions', type: 'free_text', roles: [] },
];

const RATINGS = ['doctor', 'nurse', 'overall'];
const SCHEMAS: Readonly<Record<string, AnswerSchema>> = {
  opening: 'identity_availability',
  when: 'time',
  doctor: 'rating',
  nurse: 'rating',
  overall: 'rating',
  reason: 'reason',
  facts: 'facts',
  suggestions: 'free_text',
  consent_after_death: 'yes_no',
  confirm: 'yes_no',
  none: 'none',
};

/** The context in which the default flow asks `question`, all questions before it being answered. */
export function asked(question: string, more: Partial<UnderstandContext> = {}): UnderstandContext {
  const about = question === 'reason' || question === 'confirm' ? { about: 'doctor' } : {};
  const before = ['opening', 'when', 'consent_after_death', 'confirm'].includes(question);
  const answered = before ? 0 : question === 'reason' ? 1 : RATINGS.includes(question) ? RATINGS.indexOf(question) : 3;
  return {
    question: { id: question, schema: SCHEMAS[question] ?? 'none', ...about },
    questions: QUESTIONS,
    openRatings: RATINGS.slice(answered),
    lastAnswered: RATINGS[answered - 1] ?? null,
    patientName: '王建国',
    identified: question !== 'opening',
    closed: question === 'none',
    language: 'zh-CN',
    now: Date.parse('2026-11-18T10:00:00+08:00'),
    zone: 'Asia/Shanghai',
    sendingHours: { from: 9 * 60, to: 21 * 60 },
    roster: { staff: [], departments: [] },
    lists: { emergencySigns: [] },
    ...more,
  };
}

export function read(question: string, text: string, more: Partial<UnderstandContext> = {}): readonly Finding[] {
  return understand(text, asked(question, more));
}

/** The kinds found, sorted and without repeats. */
export function kinds(question: string, text: string, more: Partial<UnderstandContext> = {}): readonly FindingKind[] {
  return [...new Set(read(question, text, more).map((finding) => finding.kind))].sort();
}

/** Grades as `doctor=satisfied`; a grade that is said back first ends in `?`. */
export function grades(question: string, text: string, more: Partial<UnderstandContext> = {}): string {
  return read(question, text, more)
    .flatMap((f) => (f.kind === 'rating' ? [`${f.question}=${f.grade}${f.confidence < 0.8 ? '?' : ''}`] : []))
    .join(' ');
}

export function reasonOf(question: string, text: string, about: string): string | undefined {
  const rating = read(question, text).find((f) => f.kind === 'rating' && f.question === about);
  return rating?.kind === 'rating' ? rating.reason : undefined;
}
