import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AskedQuestion, readQuestions } from './training.ts';

/** All questions of a folder, file by file in the order of their names. */
export function questionsIn(folder: string): readonly AskedQuestion[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => readQuestions(readFileSync(join(folder, name), 'utf8'), name));
}
