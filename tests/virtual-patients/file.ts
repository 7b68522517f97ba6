import { readFileSync } from 'node:fs';
import type { TurnKit } from '../../src/bot/turn/kit.ts';
import { parseDialogue } from '../../src/evaluate/dialogue.ts';
import { Clinic } from './clinic.ts';
import type { Failure, Findings } from './round.ts';

/** Judges dialogues of a file by the laws, whatever they expect; nothing is shrunk. */
export async function playFile(file: string, kit: TurnKit): Promise<Findings> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const dialogues = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [parseDialogue(line, `${file}:${String(index + 1)}`)],
  );
  const clinic = await Clinic.open(kit);
  const failures: Failure[] = [];
  const counts = new Map<string, number>();
  for (const dialogue of dialogues) {
    const broken = await clinic.broken(dialogue);
    failures.push(...broken.map((one) => ({ ...one, dialogue })));
    for (const law of new Set(broken.map((one) => one.law))) counts.set(law, (counts.get(law) ?? 0) + 1);
  }
  await clinic.close();
  return { played: dialogues.length, failures, counts };
}
