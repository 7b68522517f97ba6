import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../../access/roles.ts';
import type { AccountView, PasswordGiven, RosterView } from '../../../wire/access.ts';
import { get, post, put } from '../../api/client.ts';

const ACCOUNTS_KEY = ['accounts'] as const;

/** What the form gives. Empty fields are null. */
export interface AccountFields {
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string | null;
  readonly staffName: string | null;
}

export function useAccounts() {
  return useQuery({ queryKey: ACCOUNTS_KEY, queryFn: () => get<readonly AccountView[]>('/api/accounts') });
}

/** Names to choose from; without them they are typed. */
export function useRoster() {
  return useQuery({
    queryKey: ['accounts', 'roster'],
    queryFn: () => get<RosterView>('/api/accounts/roster'),
    staleTime: 300_000,
  });
}

/** A change of accounts; the list is asked for anew. */
export function useAccountChange<G, T>(change: (given: G) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ACCOUNTS_KEY, exact: true }),
  });
}

export function addAccount(fields: AccountFields): Promise<PasswordGiven> {
  return post<PasswordGiven>('/api/accounts', fields);
}

export function changeAccount({ id, ...account }: AccountView): Promise<AccountView> {
  const { name, role, department, staffName, active } = account;
  return put<AccountView>(`/api/accounts/${id}`, { name, role, department, staffName, active });
}

export function resetAccount({ id, dropTotp }: { id: string; dropTotp: boolean }): Promise<PasswordGiven> {
  return post<PasswordGiven>(`/api/accounts/${id}/reset`, { dropTotp });
}
