import type { Dialogue } from './dialogue.ts';

interface Tally {
  total: number;
  passed: number;
}

/** What `--summary` prints. */
export interface Summary extends Tally {
  readonly tags: Record<string, Tally>;
  seconds: number;
}

export function newSummary(): Summary {
  return { total: 0, passed: 0, tags: {}, seconds: 0 };
}

function count(tally: Tally, pass: boolean): void {
  tally.total += 1;
  if (pass) tally.passed += 1;
}

export function addResult(summary: Summary, dialogue: Dialogue, pass: boolean): void {
  count(summary, pass);
  for (const tag of new Set(dialogue.tags)) {
    const tally = (summary.tags[tag] ??= { total: 0, passed: 0 });
    count(tally, pass);
  }
}

/** The table on standard error: all, then per tag. */
export function table(summary: Summary): string {
  const rows = [
    ['all', summary] as const,
    ...Object.entries(summary.tags).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, { passed, total }]) => {
    const share = total === 0 ? 0 : Math.round((1000 * passed) / total) / 10;
    return `${name.padEnd(width)}  ${String(passed).padStart(4)} / ${String(total).padEnd(4)}  ${share.toFixed(1).padStart(5)} %`;
  });
  return `${lines.join('\n')}\n${summary.seconds.toFixed(2)} s\n`;
}
