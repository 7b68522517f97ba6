import type { AccessDeps } from '../../../access/access.types.ts';
import type { DirectoryStore } from '../../../store/store.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './accounts.ts';
import { auditEndpoints } from './audit.ts';
import { colleaguesEndpoint } from './colleagues.ts';
import { rosterEndpoint } from './roster.ts';
import { totpEndpoints } from './totp.ts';

/** Accounts, the own second factor, colleagues, the audit. */
export function accessEndpoints(
  access: AccessDeps,
  { directory, zone }: { readonly directory: Pick<DirectoryStore, 'staff'>; readonly zone: () => string },
): readonly Endpoint[] {
  return [
    rosterEndpoint(directory),
    colleaguesEndpoint(access.store.accounts),
    ...accountEndpoints(access),
    ...totpEndpoints(access),
    ...auditEndpoints({ store: access.store, zone }),
  ];
}
