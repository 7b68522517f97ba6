import type { RegisterRecord } from '../domain/register.ts';

/** Share of common pairs of characters from which two texts are thought to say the same. */
const ALIKE = 0.3;

/** How alike two texts are, 0 to 1: the Dice coefficient of their pairs of neighbouring characters, marks and blanks left out. */
export function similarity(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return (2 * common) / (first.size + second.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = Array.from(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}

/** An entry that may say the same, with how alike they are (0 to 1). */
export interface Suspect {
  readonly entry: RegisterRecord;
  readonly likeness: number;
}

/** Those of the candidates (same contact or patient, near in time) that say about the same, the most alike first. */
export function suspectsOf(entry: RegisterRecord, candidates: readonly RegisterRecord[]): readonly Suspect[] {
  return candidates
    .filter(({ number }) => number !== entry.number)
    .map((other) => ({ entry: other, likeness: similarity(entry.text, other.text) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness);
}
