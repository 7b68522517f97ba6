import type { DirectoryStore } from '../../../store/store.ts';
import type { RosterView } from '../../wire/access.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

/** Names of staff and departments as the stays have them: an account has to name them the same way to be kept from what concerns it. */
export function rosterEndpoint(directory: Pick<DirectoryStore, 'staff'>): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/accounts/roster',
    permission: 'accounts.manage',
    summary: 'Departments and staff as the discharge lists name them, to choose from.',
    handle: async (): Promise<RosterView> => {
      const staff = await directory.staff();
      const departments = [...new Set(staff.map(({ department }) => department))].filter((name) => name !== '');
      return { departments: departments.sort(), staffNames: [...new Set(staff.map(({ name }) => name))].sort() };
    },
  });
}
