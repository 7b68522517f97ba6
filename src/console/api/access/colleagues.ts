import type { AccountStore } from '../../../store/store.ts';
import type { Colleague } from '../../wire/session.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

/** `GET /api/colleagues` → `[{id, name, role, department}]` */
export function colleaguesEndpoint(accounts: Pick<AccountStore, 'list'>): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/colleagues',
    permission: 'signed-in',
    summary: 'Active accounts, to give work to and to mention.',
    handle: async (): Promise<readonly Colleague[]> => {
      const all = await accounts.list();
      return all
        .filter(({ active }) => active)
        .map(({ id, name, role, department }) => ({ id, name, role, department }));
    },
  });
}
