/** Instants at which the service can be made to die, in the order in which a message passes them. */
export const CRASH_POINTS = [
  'before-commit',
  'after-commit',
  'after-claim',
  'before-send',
  'after-send-before-mark',
  'after-mark',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Dies when `point` is passed for the `count`-th time. */
export interface Crash {
  readonly point: CrashPoint;
  readonly count: number;
}

/** Reads `POINT:COUNT`. */
export function parseCrash(text: string): Crash {
  const [name, times = '1'] = text.split(':');
  const point = CRASH_POINTS.find((one) => one === name);
  const count = Number(times);
  if (point === undefined || !Number.isInteger(count) || count < 1) {
    throw new Error(`${text}: not POINT:COUNT with a point of ${CRASH_POINTS.join(', ')}`);
  }
  return { point, count };
}
