import { join } from 'node:path';
import { packageFolder, QUESTIONS_MODEL } from '../app/model-file.ts';
import { writeModel } from '../app/write-model.ts';
import { questionsIn } from '../evaluate/knowledge/corpus.ts';
import { trainIntents } from '../evaluate/knowledge/training.ts';

/** Trains the model of what is asked from the questions in corpus/questions (docs/knowledge.md). Part of the build. */

writeModel(QUESTIONS_MODEL.path(), trainIntents(questionsIn(join(packageFolder(), 'corpus/questions'))));
