import { Button, Tabs, Typography } from 'antd';
import { Link, useRoute } from 'wouter';
import type { ReportOptions } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { words } from '../../words/reports.ts';
import { BehindPage } from './behind-page.tsx';
import { CostTab } from './cost.tsx';
import { EntriesTab } from './entries.tsx';
import { FilterBar } from './filter-bar.tsx';
import { OverviewTab } from './overview.tsx';
import { PromisesTab } from './promises.tsx';
import { Report } from './report-query.tsx';
import { ResponseTab } from './response.tsx';
import { SatisfactionTab } from './satisfaction.tsx';
import { SheetPage } from './sheet-page.tsx';
import { type Filters, presets, TABS, type Tab, useFilters } from './use-filters.ts';
import { WorkloadTab } from './workload.tsx';

/** Figures with filters; the list behind a figure; sheets to print. */
export default function ReportsPage() {
  const [isBehind] = useRoute('/reports/behind');
  const [isSheet, params] = useRoute('/reports/:sheet');
  const sheet = isSheet && (params.sheet === 'weekly' || params.sheet === 'monthly') ? params.sheet : null;
  return (
    <Report<ReportOptions> path="/api/reports/options" query={{}}>
      {(options) => {
        if (isBehind) return <BehindPage options={options} />;
        return sheet === null ? <Figures options={options} /> : <SheetPage sheet={sheet} options={options} />;
      }}
    </Report>
  );
}

function Figures({ options }: { readonly options: ReportOptions }) {
  const t = useWords(words);
  const [filters, change] = useFilters(options.today);
  const spans = presets(options.today);
  const sheetLink = (sheet: 'weekly' | 'monthly', [from, to]: readonly [string, string]) => (
    <Link href={`/reports/${sheet}?from=${from}&to=${to}`} asChild>
      <Button href="#">{t(sheet)}</Button>
    </Link>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {sheetLink('weekly', spans.lastWeek)}
            {sheetLink('monthly', spans.lastMonth)}
          </>
        }
      />
      <FilterBar options={options} filters={filters} change={change} />
      <Typography.Paragraph type="secondary">{t('tooFewHint', { n: options.minimum })}</Typography.Paragraph>
      <Tabs
        activeKey={filters.tab}
        destroyOnHidden
        onChange={(tab) => {
          change({ tab: tab as Tab });
        }}
        items={TABS.map((tab) => ({
          key: tab,
          label: t(`tab_${tab}`),
          children: <TabBody tab={tab} filters={filters} options={options} />,
        }))}
      />
    </>
  );
}

function TabBody({
  tab,
  filters,
  options,
}: {
  readonly tab: Tab;
  readonly filters: Filters;
  readonly options: ReportOptions;
}) {
  switch (tab) {
    case 'overview':
      return <OverviewTab filters={filters} />;
    case 'satisfaction':
      return <SatisfactionTab filters={filters} options={options} />;
    case 'complaint':
    case 'praise':
      return <EntriesTab filters={filters} kind={tab} />;
    case 'response':
      return <ResponseTab filters={filters} />;
    case 'promises':
      return <PromisesTab filters={filters} />;
    case 'workload':
      return <WorkloadTab filters={filters} />;
    case 'cost':
      return <CostTab filters={filters} />;
  }
}
