import { join } from 'node:path';
import { FOLLOW_UP_MODEL, packageFolder } from '../app/model-file.ts';
import { writeModel } from '../app/write-model.ts';
import { readSeeds } from '../evaluate/messages/corpus.ts';
import { trainModel } from '../evaluate/messages/training.ts';

/** Trains the model of bot/understanding from the seeds in corpus/ (docs/understanding.md). Part of the build. */

writeModel(FOLLOW_UP_MODEL.path(), trainModel(await readSeeds(join(packageFolder(), 'corpus'))));
