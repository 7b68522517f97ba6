import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { modelPath, packageFolder } from '../app/model-file.ts';
import { questionsPath } from '../app/questions-file.ts';
import { questionsIn } from '../evaluate/knowledge/corpus.ts';
import { trainIntents } from '../evaluate/knowledge/training.ts';
import { filesIn, labelledIn, neutralSentences } from '../evaluate/messages/corpus.ts';
import { trainModel } from '../evaluate/messages/training.ts';

/**
 * Trains the model of bot/understanding from the seeds in corpus/ (docs/understanding.md), and the model of what is asked from
 * corpus/questions. Part of the build.
 */

const corpus = join(packageFolder(), 'corpus');
const seeds = await labelledIn(filesIn(join(corpus, 'seeds')));
const bytes = trainModel([...seeds, ...neutralSentences(join(corpus, 'neutral/training.jsonl'))]);
write(modelPath(), bytes);
write(questionsPath(), trainIntents(questionsIn(join(corpus, 'questions'))));

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  // Whole or not at all: a service that starts meanwhile reads the old one.
  const part = `${path}.part`;
  writeFileSync(part, gzipSync(content, { level: 9 }));
  renameSync(part, path);
}
