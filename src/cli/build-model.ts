import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { modelPath, packageFolder } from '../app/model-file.ts';
import { filesIn, labelledIn, neutralSentences } from '../evaluate/messages/corpus.ts';
import { trainModel } from '../evaluate/messages/training.ts';

/** Trains the model of bot/understanding from the seeds in corpus/ (docs/understanding.md). Part of the build. */

const corpus = join(packageFolder(), 'corpus');
const seeds = await labelledIn(filesIn(join(corpus, 'seeds')));
const bytes = trainModel([...seeds, ...neutralSentences(join(corpus, 'neutral/training.jsonl'))]);
mkdirSync(dirname(modelPath()), { recursive: true });
// Whole or not at all: a service that starts meanwhile reads the old one.
const part = `${modelPath()}.part`;
writeFileSync(part, gzipSync(bytes, { level: 9 }));
renameSync(part, modelPath());
