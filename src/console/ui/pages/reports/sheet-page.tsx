import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { ReportOptions } from '../../../wire/reports.ts';
import { withQuery } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { words } from '../../words/reports.ts';
import { FilterBar } from './filter-bar.tsx';
import { Report } from './report-query.tsx';
import { asked, useFilters } from './use-filters.ts';

/** The weekly sheet or the monthly report as it leaves the printer, and as a file. */
export function SheetPage({
  sheet,
  options,
}: {
  readonly sheet: 'weekly' | 'monthly';
  readonly options: ReportOptions;
}) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [filters, change] = useFilters(options.today);
  const frame = useRef<HTMLIFrameElement>(null);
  const query = { ...asked(filters), sheet, language };
  return (
    <>
      <PageHeader
        title={t(sheet)}
        actions={
          <>
            <Button
              type="primary"
              icon={<PrinterOutlined aria-hidden />}
              onClick={() => {
                frame.current?.contentWindow?.print();
              }}
            >
              {t('print')}
            </Button>
            {options.mayExport &&
              (['pdf', 'xlsx'] as const).map((format) => (
                <DownloadButton
                  key={format}
                  path={withQuery('/api/reports/file', { ...query, format })}
                  name={`${sheet}.${format}`}
                >
                  {t(format)}
                </DownloadButton>
              ))}
          </>
        }
      />
      <FilterBar options={options} filters={filters} change={change} />
      <Report<{ readonly html: string }> path="/api/reports/sheet" query={query}>
        {({ html }) => (
          <iframe
            ref={frame}
            title={t('preview')}
            srcDoc={html}
            sandbox="allow-same-origin allow-modals"
            style={{ width: '100%', height: '75vh', border: '1px solid #d5d9e0', background: '#fff' }}
          />
        )}
      </Report>
    </>
  );
}
