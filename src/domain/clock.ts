/** Where "now" comes from. Milliseconds since the epoch. The pure core gets instants as arguments instead. */
export interface Clock {
  now(): number;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
