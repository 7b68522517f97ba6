import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Permission } from '../../../access/roles.ts';
import type { SessionView } from '../../wire/session.ts';
import { ApiError, get, onSignedOut } from '../api/client.ts';

export const SESSION_KEY = ['session'] as const;

const Session = createContext<SessionView | null>(null);

/** null: nobody is signed in. */
async function askSession(): Promise<SessionView | null> {
  try {
    return await get<SessionView>('/api/session');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; asked once, and again whenever the service says that nobody is. */
export function useSessionQuery() {
  const client = useQueryClient();
  useEffect(
    () =>
      onSignedOut(() => {
        client.setQueryData(SESSION_KEY, null);
      }),
    [client],
  );
  return useQuery({ queryKey: SESSION_KEY, queryFn: askSession, staleTime: 60_000 });
}

/** Nothing that one person was shown stays for the next one at this machine. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

/** Makes the session known to the pages. */
export function SessionProvider({
  session,
  children,
}: {
  readonly session: SessionView;
  readonly children: ReactNode;
}) {
  return <Session.Provider value={session}>{children}</Session.Provider>;
}

/** Who is signed in. Only below the SessionProvider, where somebody is. */
export function useSession(): SessionView {
  const session = useContext(Session);
  if (session === null) throw new Error('useSession is used where nobody is signed in');
  return session;
}

/** What the page offers; what the service allows is its own business. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
