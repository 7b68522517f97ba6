import { readFileSync } from 'node:fs';
import type { UnderstandContext } from '../../../src/bot/understanding/understand.types.ts';

/** One labelled message of a case file. */
export interface Case {
  readonly want: string;
  readonly text: string;
  readonly question: string;
}

/** Reads `cases/<name>.txt`: WANT|text|question, # starts a remark. */
export function casesOf(name: string): readonly Case[] {
  const lines = readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [want = '', text = '', question = 'doctor'] = line.split('|');
      return { want, text, question };
    });
}

const SCHEMAS: Readonly<Record<string, UnderstandContext['question']['schema']>> = {
  opening: 'identity_availability',
  when: 'time',
  suggestions: 'free_text',
  none: 'none',
};

/** The context of a follow-up in which `question` stands open. */
export function contextOf(question: string, over: Partial<UnderstandContext> = {}): UnderstandContext {
  const early = question === 'opening';
  return {
    question: { id: question, schema: SCHEMAS[question] ?? 'rating' },
    questions: [
      { id: 'doctor', type: 'rating', roles: ['doctor'] },
      { id: 'nurse', type: 'rating', roles: ['nurse'] },
      { id: 'overall', type: 'rating', roles: [] },
      { id: 'suggestions', type: 'free_text', roles: [] },
    ],
    openRatings: ['doctor', 'nurse', 'overall'],
    lastAnswered: question === 'nurse' || question === 'suggestions' ? 'doctor' : null,
    patientName: '王建国',
    identified: !early,
    closed: false,
    language: 'zh-CN',
    now: Date.UTC(2026, 10, 18, 2),
    zone: 'Asia/Shanghai',
    sendingHours: { from: 540, to: 1260 },
    roster: { staff: [], departments: [] },
    lists: { emergencySigns: [] },
    ...over,
  };
}
