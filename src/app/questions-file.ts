import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeIntents, type IntentModel } from '../bot/knowledge/faq/intent-model.ts';
import { HuifangError } from '../domain/errors.ts';
import { packageFolder } from './model-file.ts';

/** Written by the build, from corpus/questions. */
const FILE = join('dist', 'questions.model');

let model: IntentModel | undefined;

export function questionsPath(): string {
  return join(packageFolder(), FILE);
}

/** The trained model of what is asked; read once a process. CONFIG_INVALID when it was not built, or is damaged. */
export function readQuestionsModel(): IntentModel {
  model ??= read(questionsPath());
  return model;
}

function read(file: string): IntentModel {
  try {
    return decodeIntents(gunzipSync(readFileSync(file)));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [
      `${FILE}: ${cause} — delete it; npm run build trains it anew / 请删除此文件后运行 npm run build`,
    ]);
  }
}
