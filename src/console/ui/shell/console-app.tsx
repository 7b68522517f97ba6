import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp } from 'antd';
import { Router } from 'wouter';
import { ApiError } from '../api/client.ts';
import { LanguageProvider } from '../language/language.tsx';
import { LocaleProvider } from '../language/locale.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { LoadingState } from '../parts/loading-state.tsx';
import { ClockProvider } from './clock.tsx';
import { CurrentPage } from './current-page.tsx';
import { ConsoleLayout } from './layout.tsx';
import { LiveProvider } from './live.tsx';
import { LoginPage } from './login-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { SessionProvider, useSessionQuery } from './session.tsx';

/** A refusal stays a refusal; only what never reached the service, or broke in it, is worth another try. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
    },
  },
});

function SignedInOrNot() {
  const { data: session, error, refetch, dataUpdatedAt } = useSessionQuery();
  if (session === undefined) return error === null ? <LoadingState /> : <ErrorState error={error} retry={refetch} />;
  if (session === null) return <LoginPage />;
  return (
    <SessionProvider session={session}>
      {session.mustChangePassword ? (
        <PasswordPage />
      ) : (
        <ClockProvider answeredAt={dataUpdatedAt}>
          <LiveProvider>
            <ConsoleLayout>
              <CurrentPage />
            </ConsoleLayout>
          </LiveProvider>
        </ClockProvider>
      )}
    </SessionProvider>
  );
}

/** The whole console. */
export function ConsoleApp() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <LocaleProvider>
          <AntApp className="app-root">
            <Router base="/console">
              <SignedInOrNot />
            </Router>
          </AntApp>
        </LocaleProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
