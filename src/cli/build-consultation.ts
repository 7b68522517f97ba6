import { join } from 'node:path';
import { CONSULTATION_MODEL, packageFolder } from '../app/model-file.ts';
import { writeModel } from '../app/write-model.ts';
import { trainConsultation } from '../evaluate/messages/consultation.ts';
import { readConsultationCorpus } from '../evaluate/messages/corpus.ts';

/** Trains the model of consultations from corpus/ (docs/understanding.md). Part of the build. */

writeModel(CONSULTATION_MODEL.path(), trainConsultation(await readConsultationCorpus(join(packageFolder(), 'corpus'))));
