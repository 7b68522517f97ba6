import { z } from 'zod';
import type { AccessDeps } from '../../../access/access.types.ts';
import { accountAuthor, addAccount, changeAccount, findAccount, resetPassword } from '../../../access/accounts.ts';
import { ROLES } from '../../../access/roles.ts';
import { HuifangError } from '../../../domain/errors.ts';
import type { Account } from '../../../store/store.ts';
import type { AccountView, PasswordGiven } from '../../wire/access.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const facts = z.strictObject({
  name: z.string().trim().min(1).max(40),
  role: z.enum(ROLES),
  department: z.string().trim().min(1).max(60).nullable(),
  staffName: z.string().trim().min(1).max(40).nullable(),
});
/** What is typed to sign in: letters of any script, digits, a few signs; no blanks. */
const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{2,40}$/u, 'expected 2 to 40 letters, digits or . _ @ -');

/** A head sees one department only: which one must be said. */
function requireDepartment({ role, department }: Pick<Account, 'role' | 'department'>): void {
  if (role === 'head' && department === null)
    throw new HuifangError('BAD_REQUEST', ['department: missing — allowed: the department that the head sees']);
}

/** Accounts, for `accounts.manage`. Nothing here tells a password but the answer that makes one. */
export function accountEndpoints(access: AccessDeps): readonly Endpoint[] {
  const permission = 'accounts.manage' as const;
  return [
    endpoint({
      method: 'GET',
      path: '/api/accounts',
      permission,
      summary: 'All accounts, also inactive ones.',
      handle: (): Promise<readonly AccountView[]> => access.store.accounts.list(),
    }),
    endpoint({
      method: 'POST',
      path: '/api/accounts',
      permission,
      summary: 'Makes an account; the answer tells its one-time password, once.',
      body: facts.extend({ userName }),
      auditedInCommit: true,
      handle: async ({ body, who }): Promise<PasswordGiven> => {
        requireDepartment(body);
        const { account, password } = await addAccount(access, body, accountAuthor(who.accountId));
        return { account, oneTimePassword: password };
      },
    }),
    endpoint({
      method: 'PUT',
      path: '/api/accounts/:id',
      permission,
      summary:
        'Changes name, role, department, or whether the account is active. An inactive one is signed out at once.',
      params,
      body: facts.extend({ active: z.boolean() }),
      auditedInCommit: true,
      handle: ({ params: { id }, body, who }): Promise<AccountView> => {
        requireDepartment(body);
        return changeAccount(access, id, body, accountAuthor(who.accountId));
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/accounts/:id/reset',
      permission,
      summary: 'Gives a new one-time password, told once; `dropTotp` also drops the second factor (lost phone).',
      params,
      body: z.strictObject({ dropTotp: z.boolean() }),
      auditedInCommit: true,
      handle: async ({ params: { id }, body, who }): Promise<PasswordGiven> => {
        const account = await findAccount(access, id);
        const how = { who: accountAuthor(who.accountId), dropTotp: body.dropTotp };
        const oneTimePassword = await resetPassword(access, account, how);
        return { account: await findAccount(access, id), oneTimePassword };
      },
    }),
  ];
}
