import { Button } from 'antd';
import { Suspense } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useWords } from '../language/language.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { LoadingState } from '../parts/loading-state.tsx';
import { words } from '../words/shell.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { mayOpen, menuPages, pageAt } from './open-pages.ts';
import { useMay } from './session.tsx';

/** The page of the address, if there is one and the account may open it. */
export function CurrentPage() {
  const t = useWords(words);
  const may = useMay();
  const [location] = useLocation();
  if (location === '/') return <Redirect to={menuPages(may)[0]?.path ?? '/me'} replace />;
  const page = pageAt(location);
  const home = <Link href="/">{t('home')}</Link>;
  if (page === undefined) return <EmptyState title={t('notFound')} hint={t('notFoundHint')} actions={home} />;
  if (!mayOpen(page, may)) return <EmptyState title={t('notAllowed')} hint={t('notAllowedHint')} actions={home} />;
  const { Page } = page;
  return (
    <FaultBoundary key={page.name} shown={(stale) => <PageFault stale={stale} />}>
      <Suspense fallback={<LoadingState />}>
        <Page />
      </Suspense>
    </FaultBoundary>
  );
}

function PageFault({ stale }: { readonly stale: boolean }) {
  const t = useWords(words);
  const reload = (
    <Button
      type="primary"
      onClick={() => {
        window.location.reload();
      }}
    >
      {t('reload')}
    </Button>
  );
  return stale ? (
    <EmptyState title={t('newVersion')} actions={reload} />
  ) : (
    <EmptyState title={t('failed')} hint={t('failedHint')} actions={reload} />
  );
}
