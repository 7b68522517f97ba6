import { HuifangError } from '../domain/errors.ts';
import type { Account } from '../store/store.ts';
import type { AccessDeps } from './access.types.ts';
import { hashPassword, isPassword, oneTimePassword, requireStrong } from './password.ts';
import type { Role } from './roles.ts';
import { attemptKey, countAttempt, plainUserName } from './sign-in.ts';
import { totpStep } from './totp.ts';

/** What is asked for when an account is made. */
export interface NewAccount {
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string | null;
  readonly staffName: string | null;
}

export type AccountFacts = Omit<NewAccount, 'userName'> & { readonly active: boolean };

/** How the audit names an account. */
export function accountAuthor(id: string): string {
  return `account:${id}`;
}

/**
 * Makes an account; `who` is audited. Without `password` it gets one for one use, which is the answer and kept nowhere else.
 * Throws USER_NAME_TAKEN.
 */
export async function addAccount(
  deps: AccessDeps,
  wanted: NewAccount,
  who: string,
  password?: string,
): Promise<{ account: Account; password: string }> {
  const given = password ?? oneTimePassword();
  const account: Account = {
    ...wanted,
    id: deps.ids.next(),
    userName: plainUserName(wanted.userName),
    active: true,
    mustChangePassword: password === undefined,
    hasTotp: false,
    createdAt: deps.clock.now(),
  };
  const by = { who, what: 'account.add', subject: account.id };
  if ((await deps.store.accounts.add(account, await hashPassword(given), by)) === 'taken')
    throw new HuifangError('USER_NAME_TAKEN', [`userName: ${account.userName}`]);
  return { account, password: given };
}

/** Throws NOT_FOUND, LAST_ADMIN. */
export async function changeAccount(deps: AccessDeps, id: string, facts: AccountFacts, who: string): Promise<Account> {
  const before = await findAccount(deps, id);
  const account = { ...before, ...facts };
  const result = await deps.store.accounts.change(account, { who, what: whatChanged(before, account), subject: id });
  if (result === 'unknown') throw new HuifangError('NOT_FOUND');
  if (result === 'last_admin') throw new HuifangError('LAST_ADMIN');
  return account;
}

function whatChanged(before: Account, after: Account): string {
  if (before.active !== after.active) return after.active ? 'account.activate' : 'account.deactivate';
  return before.role === after.role ? 'account.change' : `account.role.${after.role}`;
}

/** Throws NOT_FOUND. */
export async function findAccount(deps: AccessDeps, id: string): Promise<Account> {
  const account = await deps.store.accounts.find(id);
  if (account === undefined) throw new HuifangError('NOT_FOUND');
  return account;
}

/**
 * A new password for one use, which is the answer and kept nowhere else; all sessions and waits of the account end. `dropTotp`: the
 * phone is lost too.
 */
export async function resetPassword(
  deps: AccessDeps,
  account: Account,
  { who, dropTotp }: { who: string; dropTotp: boolean },
): Promise<string> {
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  const { accounts } = deps.store;
  const by = { who, what: 'account.reset', subject: account.id };
  if (dropTotp) await accounts.setTotp(account.id, { secret: null, proven: null }, { ...by, what: 'totp.drop' });
  await accounts.setPassword(account.id, { hash, mustChange: true, keepSession: null, proven: null }, by);
  await accounts.clearAttempts(attemptKey(account.userName));
  return password;
}

/**
 * Throws PASSWORD_WRONG unless it is the account's password: what only its owner may do, not whoever finds the page open. Counted
 * like signing in: SIGN_IN_LOCKED. The hash that it was found right by: a change on the strength of it names it, so that a reset meanwhile wins.
 */
async function requirePassword(deps: AccessDeps, account: Account, password: string): Promise<string> {
  const { accounts } = deps.store;
  await countAttempt(deps, attemptKey(account.userName));
  const found = await accounts.withSecrets(account.userName);
  const right = await isPassword(password, found?.secrets.passwordHash);
  if (!right || found === undefined) throw new HuifangError('PASSWORD_WRONG');
  await accounts.clearAttempts(attemptKey(account.userName));
  return found.secrets.passwordHash;
}

/** What the password was good for is not done: it is another one by now. */
function requireStillRight(done: boolean): void {
  if (!done) throw new HuifangError('PASSWORD_WRONG');
}

/** Somebody signs with their password once more. Throws NOT_FOUND, PASSWORD_WRONG, SIGN_IN_LOCKED. */
export async function requireOwnPassword(deps: AccessDeps, accountId: string, password: string): Promise<void> {
  await requirePassword(deps, await findAccount(deps, accountId), password);
}

/** Throws PASSWORD_WRONG, SIGN_IN_LOCKED, PASSWORD_WEAK. The account's other sessions end. */
export async function changeOwnPassword(
  deps: AccessDeps,
  { account, session }: { account: Account; session: { hash: string } },
  { old, next }: { old: string; next: string },
): Promise<void> {
  const proven = await requirePassword(deps, account, old);
  requireStrong(next, account);
  if (next === old) throw new HuifangError('PASSWORD_WEAK', ['password: the same as before — allowed: another one']);
  const by = { who: accountAuthor(account.id), what: 'account.password', subject: account.id };
  const password = { hash: await hashPassword(next), mustChange: false, keepSession: session.hash, proven };
  requireStillRight(await deps.store.accounts.setPassword(account.id, password, by));
}

/** Turns the second factor on once the app shows the right digits. Throws PASSWORD_WRONG, SIGN_IN_LOCKED, TOTP_WRONG. */
export async function confirmTotp(
  deps: AccessDeps,
  account: Account,
  { secret, code, password }: { secret: string; code: string; password: string },
): Promise<void> {
  const proven = await requirePassword(deps, account, password);
  const step = totpStep(secret, code, deps.realNow());
  if (step === undefined) throw new HuifangError('TOTP_WRONG');
  const by = { who: accountAuthor(account.id), what: 'totp.set', subject: account.id };
  requireStillRight(await deps.store.accounts.setTotp(account.id, { secret, proven }, by));
  await deps.store.accounts.useTotpStep(account.id, step);
}

/** Throws PASSWORD_WRONG, SIGN_IN_LOCKED. */
export async function dropTotp(deps: AccessDeps, account: Account, password: string): Promise<void> {
  const proven = await requirePassword(deps, account, password);
  const by = { who: accountAuthor(account.id), what: 'totp.drop', subject: account.id };
  requireStillRight(await deps.store.accounts.setTotp(account.id, { secret: null, proven }, by));
}
