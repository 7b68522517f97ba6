import type { AccessDeps } from '../../../access/access.types.ts';
import type { Store } from '../../../store/store.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './accounts.ts';
import { auditEndpoints } from './audit.ts';
import type { SubjectStores } from './audit-subjects.ts';
import { colleaguesEndpoint } from './colleagues.ts';
import { rosterEndpoint } from './roster.ts';
import { totpEndpoints } from './totp.ts';

/** Accounts, the own second factor, colleagues, the audit. */
export function accessEndpoints(
  access: AccessDeps,
  { store, zone }: { readonly store: SubjectStores & Pick<Store, 'directory'>; readonly zone: () => string },
): readonly Endpoint[] {
  return [
    rosterEndpoint(store.directory),
    colleaguesEndpoint(access.store.accounts),
    ...accountEndpoints(access),
    ...totpEndpoints(access),
    ...auditEndpoints({ store: access.store, subjects: store, zone }),
  ];
}
