import { CRASH_POINTS, type Crash } from './points.ts';

/** How one life of the service ends. `delayMs` counts from the start of the process or from its being ready. */
export type Kill =
  | { readonly kind: 'point'; readonly crash: Crash }
  | { readonly kind: 'starting' | 'running'; readonly delayMs: number };

const LEAST_PER_POINT = 2;
/** Share of the kills at each point, where there are enough of them. */
const SHARE_PER_POINT = 0.09;
const DEEPEST = 12;
const STARTING_SHARE = 0.25;
const STARTING_MS = [150, 2_000] as const;
const RUNNING_MS = [20, 2_200] as const;

/** Name of a kind of kill in the report. */
export function nameOf(kill: Kill): string {
  return kill.kind === 'point' ? kill.crash.point : `random, ${kill.kind}`;
}

function between([from, to]: readonly [number, number], random: () => number): number {
  return Math.round(from + random() * (to - from));
}

/** `count` kills in an order that the random numbers decide: each point at least twice, the rest at random moments. */
export function planKills(total: number, random: () => number): readonly Kill[] {
  const perPoint = Math.max(LEAST_PER_POINT, Math.floor(total * SHARE_PER_POINT));
  const kills = CRASH_POINTS.flatMap((point) =>
    Array.from({ length: perPoint }, (): Kill => {
      const count = 1 + Math.floor(random() * DEEPEST);
      return { kind: 'point', crash: { point, count } };
    }),
  );
  while (kills.length < total) {
    const kind = random() < STARTING_SHARE ? 'starting' : 'running';
    kills.push({ kind, delayMs: between(kind === 'starting' ? STARTING_MS : RUNNING_MS, random) });
  }
  return shuffled(kills, random).slice(0, total);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
