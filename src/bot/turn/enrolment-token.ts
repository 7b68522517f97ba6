import { createHash, randomBytes } from 'node:crypto';

/** 24 random bytes are 32 characters of A-Za-z0-9_-: what fits into a link, and nobody guesses. */
const TOKEN_BYTES = 24;

/** A new one-time token for the discharge papers. */
export function newEnrolmentToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What of a token is stored: nobody who reads the data file can enrol with it. */
export function hashEnrolmentToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
