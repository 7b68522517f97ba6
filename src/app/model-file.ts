import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodeModel, type Model } from '../bot/understanding/model/model.ts';
import { HuifangError } from '../domain/errors.ts';

/** Written by the build, from the seeds in corpus/. */
const FILE = join('dist', 'understanding.model');

let model: Model | undefined;

/** The folder of the package this file belongs to, compiled or not. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export function modelPath(): string {
  return join(packageFolder(), FILE);
}

/** The trained model; read once a process. CONFIG_INVALID when it was not built, or is damaged. */
export function readModel(): Model {
  model ??= read(modelPath());
  return model;
}

function read(file: string): Model {
  try {
    return decodeModel(gunzipSync(readFileSync(file)));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [
      `${FILE}: ${cause} — delete it; npm run build trains it anew / 请删除此文件后运行 npm run build`,
    ]);
  }
}
