import { readFileSync } from 'node:fs';
import { readHospital } from '../../src/app/hospital.ts';
import { checkDialogue } from '../../src/evaluate/check.ts';
import { type Dialogue, parseDialogue } from '../../src/evaluate/dialogue.ts';
import { Player } from '../../src/evaluate/play.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';

const { kit } = readHospital('flows.config.json');

/** The dialogues of a file, in its order. */
export function dialoguesOf(file: string): readonly Dialogue[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => parseDialogue(line, `${file}:${String(index + 1)}`));
}

/** Plays a dialogue on a store of its own; gives what differs from the expectation, its own unless another is named. */
export async function faultsOf(dialogue: Dialogue, expected = dialogue.expect): Promise<readonly string[]> {
  const store = await openSqliteStore({ file: ':memory:', zone: kit.settings.zone });
  const { got } = await new Player(dialogue, kit, store).play();
  await store.close();
  return checkDialogue(expected, got);
}
