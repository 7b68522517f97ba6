import type { FastifyRequest } from 'fastify';
import type { AccessDeps } from '../../access/access.types.ts';
import { mayDo, type Permission } from '../../access/roles.ts';
import { sessionOf } from '../../access/sessions.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { Account } from '../../store/store.ts';
import type { SignedIn } from '../api/endpoint.ts';
import { secretOf } from './cookie.ts';
import type { Caller } from './deps.ts';

function signedInAs({ id, name, role, department, staffName }: Account): SignedIn {
  return { accountId: id, name, role, department, staffName };
}

/**
 * Who calls, by the session cookie, with the role the account has now. Throws NOT_SIGNED_IN. `use: false`: the call is no doing of a
 * person, the session ages meanwhile.
 */
export async function authenticate(
  access: AccessDeps,
  request: Pick<FastifyRequest, 'headers'>,
  use = true,
): Promise<Caller> {
  const found = await sessionOf(access, secretOf(request), use);
  if (found === undefined) throw new HuifangError('NOT_SIGNED_IN');
  return { ...found, who: signedInAs(found.account) };
}

/** Throws FORBIDDEN; PASSWORD_CHANGE_NEEDED while the account has its one-time password. */
export function requirePermission({ account }: Pick<Caller, 'account'>, permission: Permission | 'signed-in'): void {
  if (account.mustChangePassword) throw new HuifangError('PASSWORD_CHANGE_NEEDED');
  if (permission === 'signed-in' || mayDo(account.role, permission)) return;
  throw new HuifangError('FORBIDDEN', [`${permission}: not for the role ${account.role}`]);
}
