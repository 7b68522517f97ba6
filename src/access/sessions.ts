import { createHash, randomBytes } from 'node:crypto';
import { HOUR, MINUTE } from '../domain/clock.ts';
import type { Account, SessionRow } from '../store/store.ts';
import type { AccessDeps } from './access.types.ts';

/** A session that is not used so long ends, milliseconds. */
const IDLE_MS = 60 * MINUTE;
/** However much it is used, milliseconds: a shift. */
export const LONGEST_MS = 12 * HOUR;
/** Use is noted at most so often: a note is a commit. */
const NOTE_MS = MINUTE;
const SECRET_BYTES = 32;
const MAX_DEVICE = 160;

/** Somebody who is signed in, as they are now. */
export interface SignedInSession {
  readonly session: SessionRow;
  readonly account: Account;
}

/** Sessions are kept by this: a copy of the data file signs nobody in. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Who signs in: `proven` is the password hash that was found right, `device` what the browser says of itself. */
interface Entrance {
  readonly account: Account;
  readonly proven: string;
  readonly device: string;
}

/**
 * Begins a session; the secret is for the cookie and kept nowhere else. undefined: the password was reset or the account deactivated
 * while it was checked.
 */
export async function startSession(
  deps: AccessDeps,
  { account, proven, device }: Entrance,
): Promise<string | undefined> {
  const { store, ids, realNow } = deps;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const now = realNow();
  await store.sessions.prune(now - LONGEST_MS, now - IDLE_MS);
  const session = {
    hash: hashOf(secret),
    id: ids.next(),
    accountId: account.id,
    createdAt: now,
    seenAt: now,
    device: device.slice(0, MAX_DEVICE),
  };
  const by = { who: `account:${account.id}`, what: 'session.start', subject: account.id };
  return (await store.sessions.add(session, proven, by)) ? secret : undefined;
}

/** Whose secret this is; undefined: nobody's, or the session is over. `use: false`: not a person's doing, the session ages. */
export async function sessionOf(
  deps: AccessDeps,
  secret: string | undefined,
  use = true,
): Promise<SignedInSession | undefined> {
  if (secret === undefined || secret === '') return undefined;
  const found = await deps.store.sessions.find(hashOf(secret));
  if (found === undefined) return undefined;
  const { session, account } = found;
  const now = deps.realNow();
  if (!account.active || now - session.seenAt >= IDLE_MS || now - session.createdAt >= LONGEST_MS) return undefined;
  if (use && now - session.seenAt >= NOTE_MS) await deps.store.sessions.touch(session.hash, now);
  return found;
}

/** The sessions of an account that are not over, newest first. */
export async function liveSessions(deps: AccessDeps, accountId: string): Promise<readonly SessionRow[]> {
  const now = deps.realNow();
  const rows = await deps.store.sessions.of(accountId);
  return rows.filter(({ createdAt, seenAt }) => now - seenAt < IDLE_MS && now - createdAt < LONGEST_MS);
}
