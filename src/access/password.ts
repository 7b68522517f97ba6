import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { HuifangError } from '../domain/errors.ts';

/** Argon2id at what OWASP recommends at least (19 MiB, 2 passes, 1 lane); 2 is the package's number of that variant. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 10;
const LONGEST = 128;

/** Of those that people choose most, what is as long as we ask for; lower case. */
const COMMON = [
  '1234567890q',
  '123456789a',
  '123456789abc',
  '123456abcdef',
  '123qweasdzxc',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'a123456789',
  'aa123456789',
  'aa1234567890',
  'abc1234567',
  'abc123456789',
  'abc123abc123',
  'abcd123456',
  'abcd12345678',
  'admin12345',
  'admin123456',
  'admin1234567',
  'asdfghjkl123',
  'asdfghjkl1234',
  'asdfghjkl;',
  'hospital123',
  'hospital1234',
  'hospital123456',
  'huifang123',
  'huifang12345',
  'huifang123456',
  'iloveyou123',
  'p@ssw0rd123',
  'passw0rd123',
  'password12',
  'password123',
  'password1234',
  'password12345',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  'qazwsxedcrfv',
  'qq123456789',
  'qq1234567890',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop',
  'qwertyuiop12',
  'qwertyuiop123',
  'wang123456',
  'woaini123456',
  'woaini1314',
  'woaini1314520',
  'woaini520131',
  'woaini520520',
  'yiyuan123456',
  'zaq12wsxcde3',
  'zhang123456',
];

/** Who chooses the password: it must not hold their names. */
export interface Chooser {
  readonly userName: string;
  readonly name: string;
}

/** Throws PASSWORD_WEAK with what is wrong. The password itself is never repeated. */
export function requireStrong(password: string, { userName, name }: Chooser): void {
  const weak = weakness(password, [userName, name]);
  if (weak !== undefined) throw new HuifangError('PASSWORD_WEAK', [weak]);
}

function weakness(password: string, names: readonly string[]): string | undefined {
  const length = Array.from(password).length;
  const lower = password.toLowerCase();
  if (length < SHORTEST) return `password: too short — allowed: at least ${SHORTEST} characters`;
  if (length > LONGEST) return `password: too long — allowed: at most ${LONGEST} characters`;
  if (/^\d+$/.test(password)) return 'password: digits only — allowed: with letters or signs';
  if (new Set(lower).size < 5) return 'password: few different characters — allowed: at least 5';
  if (COMMON.includes(lower)) return 'password: one of the commonest — allowed: one that others do not use';
  if (names.some((name) => name.length > 1 && lower.includes(name.toLowerCase())))
    return 'password: holds the own name — allowed: one that does not';
  return undefined;
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Of random bytes that nobody kept, made with the same costs. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$ZBy3K92dc+hFQ8oeGw0fUg$LEaaAlpItUhOGRRx/9IlSBEWnZVhgFU/tQwKEjynql0';

/**
 * Whether the password is the one of this hash. Undefined: there is no account; takes as long as with one, so that nobody learns from
 * the time which user names exist.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODYS, password);
  return right && passwordHash !== undefined;
}

/** Easy to read aloud and to type: no letter that looks like a digit. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** A password for one use, about 79 bits: `k3wd-x7mp-…`. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
