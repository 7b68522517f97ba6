import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodeIntents } from '../bot/knowledge/faq/intent-model.ts';
import { decodeModel } from '../bot/understanding/model/model.ts';
import { HuifangError } from '../domain/errors.ts';

/** The folder of the package this file belongs to, compiled or not. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** A model that the build trains and packs. */
export interface ModelFile<T> {
  readonly path: () => string;
  /** The trained model; read once a process. CONFIG_INVALID when it was not built, or is damaged. */
  readonly read: () => T;
}

/** What replies to a follow-up mean; from corpus/seeds. */
export const FOLLOW_UP_MODEL = modelFile('understanding.model', decodeModel);
/** What people mean who consult us; from the same seeds, corpus/questions and corpus/triage. */
export const CONSULTATION_MODEL = modelFile('consultation.model', decodeModel);
/** Which department sees to a trouble; from corpus/triage. */
export const TRIAGE_MODEL = modelFile('triage.model', decodeModel);
/** What is asked; from corpus/questions. */
export const QUESTIONS_MODEL = modelFile('questions.model', decodeIntents);

function modelFile<T>(name: string, decode: (bytes: Uint8Array) => T): ModelFile<T> {
  const file = join('dist', name);
  const path = () => join(packageFolder(), file);
  let model: { readonly read: T } | undefined;
  return {
    path,
    read: () => {
      model ??= { read: readFrom(path(), file, decode) };
      return model.read;
    },
  };
}

function readFrom<T>(path: string, file: string, decode: (bytes: Uint8Array) => T): T {
  try {
    return decode(gunzipSync(readFileSync(path)));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [
      `${file}: ${cause} — delete it; npm run build trains it anew / 请删除此文件后运行 npm run build`,
    ]);
  }
}
