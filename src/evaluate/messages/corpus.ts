import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreadable } from '../../domain/unreadable.ts';
import type { LabelledMessage } from './message.ts';
import { messagesOf } from './read-file.ts';
import { neutralMessage } from './training.ts';

/** What the understanding is measured on. */
export interface EvaluationSets {
  readonly labelled: readonly LabelledMessage[];
  /** Sentences of daily life, which mean nothing of what we ask. */
  readonly neutral: readonly LabelledMessage[];
  /** Pairs of messages that look alike and mean something different; both carry the name of their pair. */
  readonly contrast: readonly LabelledMessage[];
}

/** The development set, the contrast pairs and the neutral sentences; `files` instead of the first two, if given. */
export async function readSets(corpus: string, files: readonly string[] = []): Promise<EvaluationSets> {
  const own = files.length > 0;
  return {
    labelled: await labelledIn(own ? files : filesIn(join(corpus, 'development'))),
    contrast: await labelledIn(own ? [] : filesIn(join(corpus, 'contrast'))),
    neutral: neutralSentences(join(corpus, 'neutral/evaluation.jsonl')),
  };
}

/** All labelled messages of these files, in order. */
export async function labelledIn(files: readonly string[]): Promise<readonly LabelledMessage[]> {
  const labelled: LabelledMessage[] = [];
  for (const file of files) for await (const message of messagesOf(file, 'none')) labelled.push(message);
  return labelled;
}

/** The files of a folder of the corpus, by name. */
export function filesIn(folder: string): readonly string[] {
  return readable(folder, () => readdirSync(folder))
    .sort()
    .map((name) => join(folder, name));
}

/** Sentences of daily life, as messages. */
export function neutralSentences(file: string): readonly LabelledMessage[] {
  const lines = readable(file, () => readFileSync(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, index) => neutralMessage((JSON.parse(line) as { text: string }).text, index));
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}
