import { randomBytes } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { IdSource } from '../domain/ids.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 9;
const RANDOM_DIGITS = 10;

/** Ids of 19 characters: 9 of time (so that they sort), 10 of randomness. */
export function createIds(clock: Clock): IdSource {
  return {
    next() {
      let time = clock.now();
      let text = '';
      for (let index = 0; index < TIME_DIGITS; index += 1) {
        text = (ALPHABET[time % 32] ?? '0') + text;
        time = Math.floor(time / 32);
      }
      for (const byte of randomBytes(RANDOM_DIGITS)) text += ALPHABET[byte % 32] ?? '0';
      return text;
    },
  };
}
