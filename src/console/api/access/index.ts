import type { AccessDeps } from '../../../access/access.types.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './accounts.ts';
import { auditEndpoints } from './audit.ts';
import { colleaguesEndpoint } from './colleagues.ts';
import { totpEndpoints } from './totp.ts';

/** Accounts, the own second factor, colleagues, the audit. */
export function accessEndpoints(access: AccessDeps, zone: () => string): readonly Endpoint[] {
  return [
    colleaguesEndpoint(access.store.accounts),
    ...accountEndpoints(access),
    ...totpEndpoints(access),
    ...auditEndpoints({ store: access.store, zone }),
  ];
}
