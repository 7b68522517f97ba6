import { createHash } from 'node:crypto';
import { MINUTE, SECOND } from '../domain/clock.ts';
import { HuifangError } from '../domain/errors.ts';
import { networkOf, Spans } from '../domain/limits.ts';
import type { Account } from '../store/store.ts';
import type { AccessDeps } from './access.types.ts';
import { isPassword } from './password.ts';
import { startSession } from './sessions.ts';
import { totpStep } from './totp.ts';

/** Wrong attempts in a row under one user name, and the wait after them. */
const ATTEMPTS = { most: 5, waitMs: 15 * MINUTE };
/** Attempts of one network address: a hospital's may hold a whole shift. */
const ADDRESS_ATTEMPTS = 30;
const ADDRESS_SPAN_MS = 5 * MINUTE;

export interface SignInForm {
  readonly userName: string;
  readonly password: string;
  /** The six digits, once they were asked for. */
  readonly totp: string | undefined;
}

/** Where somebody signs in from. */
export interface SignInPlace {
  readonly ip: string;
  /** What the browser says of itself. */
  readonly device: string;
}

/** User names are compared in this form. */
export function plainUserName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Under what wrong attempts are counted: people type passwords there, so the words are not kept. */
export function attemptKey(userName: string): string {
  return createHash('sha256').update(`huifang sign-in ${userName}`).digest('hex');
}

function waitWords(ms: number): string {
  return `works again in ${Math.max(1, Math.ceil(ms / SECOND))} seconds`;
}

/** One more attempt under this key; throws SIGN_IN_LOCKED. */
export async function countAttempt({ store, realNow }: AccessDeps, key: string): Promise<void> {
  const now = realNow();
  const until = await store.accounts.attempt(key, now, ATTEMPTS);
  if (until !== null) throw new HuifangError('SIGN_IN_LOCKED', [waitWords(until - now)]);
}

/**
 * Checks who somebody is and begins a session. Refusals (SIGN_IN_REFUSED, SIGN_IN_LOCKED, SIGN_IN_TOO_FAST, TOTP_NEEDED,
 * TOTP_WRONG) tell nothing about which user names exist: an unknown one takes as long, is counted and waits like a known one.
 */
export class SignIn {
  readonly #deps: AccessDeps;
  readonly #addresses = new Spans(ADDRESS_ATTEMPTS, ADDRESS_SPAN_MS);

  constructor(deps: AccessDeps) {
    this.#deps = deps;
  }

  /** The account, and the secret of its new session. */
  async signIn(form: SignInForm, { ip, device }: SignInPlace): Promise<{ account: Account; secret: string }> {
    this.#countAddress(ip);
    const userName = plainUserName(form.userName);
    const key = attemptKey(userName);
    await countAttempt(this.#deps, key);
    const { accounts } = this.#deps.store;
    const found = await accounts.withSecrets(userName);
    const right = await isPassword(form.password, found?.secrets.passwordHash);
    if (!right || found?.account.active !== true) {
      await this.#note(found?.account);
      throw new HuifangError('SIGN_IN_REFUSED');
    }
    if (found.secrets.totpSecret !== null)
      await this.#secondFactor(found.account, found.secrets.totpSecret, { key, code: form.totp });
    const { account, secrets } = found;
    const secret = await startSession(this.#deps, { account, proven: secrets.passwordHash, device });
    if (secret === undefined) {
      await this.#note(account);
      throw new HuifangError('SIGN_IN_REFUSED');
    }
    await accounts.clearAttempts(key);
    return { account, secret };
  }

  #countAddress(ip: string): void {
    const network = networkOf(ip);
    const now = this.#deps.realNow();
    const waitMs = this.#addresses.wait(network, now);
    if (waitMs > 0) throw new HuifangError('SIGN_IN_TOO_FAST', [waitWords(waitMs)]);
    this.#addresses.take(network, now);
  }

  async #secondFactor(account: Account, secret: string, given: { key: string; code: string | undefined }) {
    const { accounts } = this.#deps.store;
    if (given.code === undefined) {
      await accounts.giveBackAttempt(given.key);
      throw new HuifangError('TOTP_NEEDED');
    }
    const step = totpStep(secret, given.code, this.#deps.realNow());
    if (step !== undefined && (await accounts.useTotpStep(account.id, step))) return;
    await this.#note(account);
    throw new HuifangError('TOTP_WRONG');
  }

  /** Written for unknown names too: it takes the same time. */
  #note(account: Account | undefined): Promise<void> {
    return this.#deps.store.audit.append({
      who: 'nobody',
      what: 'session.refuse',
      subject: account?.id ?? 'unknown',
    });
  }
}
