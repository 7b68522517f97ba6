import { join } from 'node:path';
import { packageFolder, TRIAGE_MODEL } from '../app/model-file.ts';
import { writeModel } from '../app/write-model.ts';
import { readTriageCorpus } from '../evaluate/triage/seeds.ts';
import { trainTriage } from '../evaluate/triage/training.ts';

/** Trains the triage of bot/knowledge from the seeds in corpus/triage (docs/knowledge.md). Part of the build. */

writeModel(TRIAGE_MODEL.path(), trainTriage(readTriageCorpus(join(packageFolder(), 'corpus'))));
