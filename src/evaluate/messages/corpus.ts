import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreadable } from '../../domain/unreadable.ts';
import { questionsIn } from '../knowledge/corpus.ts';
import { readTriageCorpus } from '../triage/seeds.ts';
import type { ConsultationCorpus } from './consultation.ts';
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

/** Files of corpus/triage/seeds whose messages tell no trouble and ask something of a hospital. */
const ASKING = ['none-hospital', 'none-visitors'];

/** Everything that trains the model of consultations. */
export async function readConsultationCorpus(corpus: string): Promise<ConsultationCorpus> {
  const { authors } = readTriageCorpus(corpus);
  return {
    messages: await readSeeds(corpus),
    questions: [
      ...questionsIn(join(corpus, 'questions')).map(({ text }) => text),
      ...ASKING.flatMap((name) => authors.get(name) ?? []).map(({ text }) => text),
    ],
    troubles: [...authors.values()].flat().filter(({ specialties }) => specialties.length > 0),
  };
}

/** What people mean, and sentences of daily life. */
export async function readSeeds(corpus: string): Promise<readonly LabelledMessage[]> {
  const seeds = await labelledIn(filesIn(join(corpus, 'seeds')));
  return [...seeds, ...neutralSentences(join(corpus, 'neutral/training.jsonl'))];
}

/** All labelled messages of these files, in order. */
async function labelledIn(files: readonly string[]): Promise<readonly LabelledMessage[]> {
  const labelled: LabelledMessage[] = [];
  for (const file of files) for await (const message of messagesOf(file, 'none')) labelled.push(message);
  return labelled;
}

/** The files of a folder of the corpus, by name. */
function filesIn(folder: string): readonly string[] {
  return readable(folder, () => readdirSync(folder))
    .sort()
    .map((name) => join(folder, name));
}

/** Sentences of daily life, as messages. */
function neutralSentences(file: string): readonly LabelledMessage[] {
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
