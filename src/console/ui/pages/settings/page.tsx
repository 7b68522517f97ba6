import { Tabs } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import type { Permission } from '../../../../access/roles.ts';
import { useWords } from '../../language/language.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/settings.ts';
import './settings.css';

const Campaign = lazy(() => import('./lists/campaign-tab.tsx'));
const Imports = lazy(() => import('./lists/imports-tab.tsx'));
const Flows = lazy(() => import('./flows/flows-tab.tsx'));
const Knowledge = lazy(() => import('./lists/knowledge-tab.tsx'));
const Roster = lazy(() => import('./lists/roster-tab.tsx'));

interface Tab {
  readonly name: 'campaign' | 'imports' | 'flows' | 'knowledge' | 'roster';
  readonly permission: Permission;
  readonly page: ReactNode;
}

const TABS: readonly Tab[] = [
  { name: 'campaign', permission: 'settings.view', page: <Campaign /> },
  { name: 'imports', permission: 'import.run', page: <Imports /> },
  { name: 'flows', permission: 'settings.view', page: <Flows /> },
  { name: 'knowledge', permission: 'settings.view', page: <Knowledge /> },
  { name: 'roster', permission: 'settings.view', page: <Roster /> },
];

/** Everything that is set: each part under an address of its own. */
export default function Page() {
  const t = useWords(words);
  const may = useMay();
  const [location, go] = useLocation();
  const open = TABS.filter(({ permission }) => may(permission));
  const asked = location.split('/')[2];
  const active = open.find(({ name }) => name === asked)?.name ?? open[0]?.name ?? 'campaign';
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Tabs
        activeKey={active}
        destroyOnHidden
        onChange={(name) => {
          go(`/settings/${name}`);
        }}
        items={open.map(({ name, page }) => ({
          key: name,
          label: t(`tab_${name}`),
          children: <Suspense fallback={<LoadingState />}>{page}</Suspense>,
        }))}
      />
    </>
  );
}
