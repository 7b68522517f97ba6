import type { Role } from '../access/roles.ts';
import type { AuditRow } from './audit-store.ts';

/** Somebody of the staff who may sign in. Nothing secret. */
export interface Account {
  readonly id: string;
  /** What is typed to sign in: lower case, unique. */
  readonly userName: string;
  /** As shown to colleagues. */
  readonly name: string;
  readonly role: Role;
  /** As the stays name it; department heads see this one only. */
  readonly department: string | null;
  /** Their name in the hospital's roster: a complaint that names it is never shown to them. */
  readonly staffName: string | null;
  readonly active: boolean;
  /** The password was given by somebody else: nothing works until it is changed. */
  readonly mustChangePassword: boolean;
  /** A second factor is asked for. */
  readonly hasTotp: boolean;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** What proves who somebody is. Stays in the store and in src/access. */
interface Secrets {
  /** Argon2id, in its usual text form. */
  readonly passwordHash: string;
  /** Base32; null: no second factor. */
  readonly totpSecret: string | null;
}

interface NewPassword {
  readonly hash: string;
  readonly mustChange: boolean;
  /** Hash of the one session that stays; null: all of the account end. */
  readonly keepSession: string | null;
  /** The hash that the owner's password was found right by: nothing is changed unless it still holds. null: an administrator resets. */
  readonly proven: string | null;
}

interface NewTotp {
  readonly secret: string | null;
  readonly proven: string | null;
}

/** How many wrong attempts, and how long the next one has to wait then (ms). */
interface AttemptLimit {
  readonly most: number;
  readonly waitMs: number;
}

/** Changes are written together with their audit row. */
export interface AccountStore {
  /** All, also inactive ones, by user name. */
  list(): Promise<readonly Account[]>;
  find(id: string): Promise<Account | undefined>;
  withSecrets(userName: string): Promise<{ readonly account: Account; readonly secrets: Secrets } | undefined>;
  /** 'taken': another account has the user name. */
  add(account: Account, passwordHash: string, by: AuditRow): Promise<'added' | 'taken'>;
  /**
   * Changes name, role, department, staffName and active of the account with this id; the rest stays. One that is no longer active
   * loses its sessions. 'last_admin': nobody would be left to manage accounts, nothing was changed.
   */
  change(account: Account, by: AuditRow): Promise<'changed' | 'last_admin' | 'unknown'>;
  /** Other sessions end. False, and nothing is written: there is no such account, or it has another password by now. */
  setPassword(id: string, password: NewPassword, by: AuditRow): Promise<boolean>;
  /** `secret` null: no second factor any more. `proven` and false: as of `setPassword`. */
  setTotp(id: string, totp: NewTotp, by: AuditRow): Promise<boolean>;
  /** Uses up a time step of the second factor; false: this one or a later one was used already. */
  useTotpStep(id: string, step: number): Promise<boolean>;
  /**
   * One more attempt to sign in under this key, counted before anything is checked, so that attempts that come together do not slip
   * by. Null: go on; else when the next one is free (epoch ms). Keys are hashes of what was typed, known or not.
   */
  attempt(key: string, now: number, limit: AttemptLimit): Promise<number | null>;
  /** The attempt was none: it only lacked the second factor. */
  giveBackAttempt(key: string): Promise<void>;
  clearAttempts(key: string): Promise<void>;
}

/** Somebody who is signed in, in one browser. Kept by the hash of the cookie's secret. Instants by the machine's own clock. */
export interface SessionRow {
  readonly hash: string;
  /** To name it in a list. */
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** What the browser says of itself. */
  readonly device: string;
}

export interface SessionStore {
  /**
   * `proven`: the password hash that the sign-in was found right by. False, and no session begins, unless it still holds and the account
   * is active: a reset or a deactivation while somebody signs in wins.
   */
  add(session: SessionRow, proven: string, by: AuditRow): Promise<boolean>;
  /** The session with its account as it is now. */
  find(hash: string): Promise<{ readonly session: SessionRow; readonly account: Account } | undefined>;
  touch(hash: string, at: number): Promise<void>;
  /** Newest first. */
  of(accountId: string): Promise<readonly SessionRow[]>;
  /** Ends these sessions (ids) of the account; how many there were. */
  end(accountId: string, ids: readonly string[], by: AuditRow): Promise<number>;
  /** Drops what began before `createdBefore` or was not used since `seenBefore`. */
  prune(createdBefore: number, seenBefore: number): Promise<void>;
}
