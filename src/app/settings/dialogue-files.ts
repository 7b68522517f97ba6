import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Dialogue, parseDialogue } from '../../evaluate/dialogue.ts';
import { packageFolder } from '../model-file.ts';

/** A dialogue with the name of its file. */
export interface FiledDialogue {
  readonly file: string;
  readonly dialogue: Dialogue;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * The dialogues that settings are tried against: those that come with the service, and the hospital's own in the folder `dialogues`
 * beside flows.config.json. Throws DIALOGUE_INVALID with file, line and fault.
 */
export function dialoguesFor(configFile: string): readonly FiledDialogue[] {
  const own = join(dirname(resolve(configFile)), 'dialogues');
  return [...filesIn(join(packageFolder(), 'examples/dialogues')), ...filesIn(own)].flatMap((path) =>
    readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')
      .flatMap((line, index) => {
        const file = path.slice(path.lastIndexOf('/') + 1);
        return line.trim() === '' ? [] : [{ file, dialogue: parseDialogue(line, `${file}:${String(index + 1)}`) }];
      }),
  );
}
