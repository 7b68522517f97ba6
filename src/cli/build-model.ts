import { join } from 'node:path';
import { modelPath, packageFolder } from '../app/model-file.ts';
import { writeModel } from '../app/write-model.ts';
import { filesIn, labelledIn, neutralSentences } from '../evaluate/messages/corpus.ts';
import { trainModel } from '../evaluate/messages/training.ts';

/** Trains the model of bot/understanding from the seeds in corpus/ (docs/understanding.md). Part of the build. */

const corpus = join(packageFolder(), 'corpus');
const seeds = await labelledIn(filesIn(join(corpus, 'seeds')));
writeModel(modelPath(), trainModel([...seeds, ...neutralSentences(join(corpus, 'neutral/training.jsonl'))]));
