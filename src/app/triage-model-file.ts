import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TriageModel } from '../bot/knowledge/triage/index.ts';
import { decodeModel } from '../bot/understanding/model/model.ts';
import { HuifangError } from '../domain/errors.ts';
import { packageFolder } from './model-file.ts';

/** Written by the build, from the seeds in corpus/triage/. */
const FILE = join('dist', 'triage.model');

let model: TriageModel | undefined;

export function triageModelPath(): string {
  return join(packageFolder(), FILE);
}

/** The trained triage; read once a process. CONFIG_INVALID when it was not built, or is damaged. */
export function readTriageModel(): TriageModel {
  model ??= read(triageModelPath());
  return model;
}

function read(file: string): TriageModel {
  try {
    return decodeModel(gunzipSync(readFileSync(file)));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [
      `${FILE}: ${cause} — delete it; npm run build trains it anew / 请删除此文件后运行 npm run build`,
    ]);
  }
}
