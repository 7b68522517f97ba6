import { LAWS } from './laws/index.ts';
import type { Findings } from './round.ts';

/** What is printed in the end: every broken law in its own words, and the shortest dialogues that break it. */
export function reportOf({ played, failures, counts }: Findings, seed: number): string {
  const head = `${String(played)} virtual patients, seed ${String(seed)}: ${counts.size === 0 ? 'every law holds' : 'laws are broken'}\n`;
  const laws = LAWS.filter(({ name }) => counts.has(name)).map(({ name, sentence }) => {
    const shown = failures.filter(({ law }) => law === name);
    const lines = shown.map(
      ({ what, turn, dialogue }) => `  turn ${String(turn)}: ${what}\n${JSON.stringify(dialogue)}\n`,
    );
    return `\n${name} (${String(counts.get(name))} patients): ${sentence}\n${lines.join('')}`;
  });
  return head + laws.join('');
}
