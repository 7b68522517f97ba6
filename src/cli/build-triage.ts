import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageFolder } from '../app/model-file.ts';
import { triageModelPath } from '../app/triage-model-file.ts';
import { readTriageCorpus } from '../evaluate/triage/seeds.ts';
import { trainTriage } from '../evaluate/triage/training.ts';

/** Trains the triage of bot/knowledge from the seeds in corpus/triage/. Part of the build. */

const bytes = trainTriage(readTriageCorpus(join(packageFolder(), 'corpus')));
mkdirSync(dirname(triageModelPath()), { recursive: true });
// Whole or not at all: a service that starts meanwhile reads the old one.
const part = `${triageModelPath()}.part`;
writeFileSync(part, gzipSync(bytes, { level: 9 }));
renameSync(part, triageModelPath());
