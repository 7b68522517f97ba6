import { z } from 'zod';
import { HuifangError } from '../domain/errors.ts';
import type { Account } from '../store/store.ts';
import type { AccessDeps } from './access.types.ts';
import { addAccount, resetPassword } from './accounts.ts';
import { ROLES } from './roles.ts';
import { plainUserName } from './sign-in.ts';

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('list') }),
  z.strictObject({
    type: z.literal('add'),
    userName: z.string().regex(/^[\p{L}\p{N}._@-]{2,40}$/u, 'expected 2 to 40 letters, digits or . _ @ -'),
    name: z.string().trim().min(1).max(40),
    role: z.enum(ROLES),
    department: z.string().trim().min(1).max(60).nullable(),
    staffName: z.string().trim().min(1).max(40).nullable(),
  }),
  z.strictObject({ type: z.literal('reset'), userName: z.string().min(1).max(100), dropTotp: z.boolean() }),
]);

/** What the IT person of the hospital does at the machine itself, without the console. */
export type AccountCommand = z.infer<typeof commandSchema>;

/** The accounts concerned; with a new one-time password where one was made. */
export interface AccountCommandResult {
  readonly accounts: readonly Account[];
  readonly oneTimePassword: string | null;
}

/** Does it; `who` is audited. Throws BAD_REQUEST, USER_NAME_TAKEN. */
export async function commandAccounts(access: AccessDeps, asked: unknown, who: string): Promise<AccountCommandResult> {
  const command = parse(asked);
  const { accounts } = access.store;
  if (command.type === 'list') return { accounts: await accounts.list(), oneTimePassword: null };
  if (command.type === 'add') {
    const { type: _, ...wanted } = command;
    if (wanted.role === 'head' && wanted.department === null)
      throw new HuifangError('BAD_REQUEST', ['department: missing — allowed: the department that the head sees']);
    const { account, password } = await addAccount(access, wanted, who);
    return { accounts: [account], oneTimePassword: password };
  }
  const found = await accounts.withSecrets(plainUserName(command.userName));
  if (found === undefined)
    throw new HuifangError('BAD_REQUEST', [`${command.userName}: no account has this user name`]);
  const password = await resetPassword(access, found.account, { who, dropTotp: command.dropTotp });
  return { accounts: [found.account], oneTimePassword: password };
}

function parse(asked: unknown): AccountCommand {
  const parsed = commandSchema.safeParse(asked);
  if (parsed.success) return parsed.data;
  throw new HuifangError(
    'BAD_REQUEST',
    parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`),
  );
}
