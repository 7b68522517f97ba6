const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/** A ULID: the time in milliseconds, then randomness; sorts by time. */
export function ulid(now: number, randomBytes: (length: number) => Uint8Array): string {
  let time = now;
  let text = '';
  for (let index = 0; index < TIME_LENGTH; index += 1) {
    text = ALPHABET.charAt(time % 32) + text;
    time = Math.floor(time / 32);
  }
  for (const byte of Array.from(randomBytes(RANDOM_LENGTH))) text += ALPHABET.charAt(byte % 32);
  return text;
}
