import type { AccessDeps } from '../../../access/access.types.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './accounts.ts';
import { colleaguesEndpoint } from './colleagues.ts';

/** Accounts, the own second factor, colleagues, the audit. */
export function accessEndpoints(access: AccessDeps): readonly Endpoint[] {
  return [colleaguesEndpoint(access.store.accounts), ...accountEndpoints(access)];
}
