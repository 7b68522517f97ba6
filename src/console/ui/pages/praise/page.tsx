import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Col, DatePicker, Flex, Row, Table, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PraiseCountWire, PraiseMonth } from '../../../wire/registers.ts';
import { get, withQuery } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { Clock } from '../../parts/times.tsx';
import { useNow, useZone } from '../../shell/clock.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import '../registers/registers.css';
import { Concerned, EntryStatus, useConcernWords } from '../registers/looks.tsx';
import { monthOf } from './month.ts';

/** Praise of a month: counted by person and department, and each entry. */
export default function PraisePage() {
  const t = useWords(words);
  const may = useMay();
  const { language } = useLanguage();
  const now = useNow();
  const zone = useZone();
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? monthOf(now, zone);
  const praise = useQuery({
    queryKey: ['registers', 'praise', month],
    queryFn: ({ signal }) => get<PraiseMonth>(withQuery('/api/praise', { month }), signal),
  });
  const file = (format: string) => withQuery('/api/praise/file', { month, format, language });
  return (
    <>
      <PageHeader
        title={t('praiseTitle')}
        hint={t('praiseHint')}
        actions={
          <>
            <DatePicker
              picker="month"
              aria-label={t('month')}
              allowClear={false}
              value={dayjs(`${month}-01`)}
              onChange={(picked) => {
                if (picked) setChosen(picked.format('YYYY-MM'));
              }}
            />
            <DownloadButton path={file('pdf')} name={`${month}.pdf`}>
              {t('pdf')}
            </DownloadButton>
            <DownloadButton path={file('xlsx')} name={`${month}.xlsx`}>
              {t('export')}
            </DownloadButton>
            {may('register.edit') && (
              <Link href="/registers/new?kind=praise">
                <Button type="primary" icon={<PlusOutlined aria-hidden />}>
                  {t('newEntry')}
                </Button>
              </Link>
            )}
          </>
        }
      />
      {praise.error !== null && <ErrorState error={praise.error} retry={() => void praise.refetch()} />}
      {praise.isPending && <LoadingState />}
      {praise.data?.entries.length === 0 && <EmptyState title={t('praiseNone')} />}
      {praise.data !== undefined && praise.data.entries.length > 0 && <Month praise={praise.data} />}
    </>
  );
}

function Month({ praise }: { readonly praise: PraiseMonth }) {
  const t = useWords(words);
  return (
    <>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}>
          <Counts title={t('byPerson')} counts={praise.persons} named />
        </Col>
        <Col xs={24} lg={12}>
          <Counts title={t('byDepartment')} counts={praise.departments} named={false} />
        </Col>
      </Row>
      <Card size="small" title={t('entries')} style={{ marginTop: 16 }}>
        <ul className="plain-list">
          {praise.entries.map((entry) => (
            <li key={entry.number}>
              <Flex vertical gap={4} style={{ width: '100%' }}>
                <Flex gap={8} wrap align="center">
                  <Link href={`/registers/praise/${entry.number}`}>
                    <strong>{entry.number}</strong>
                  </Link>
                  <EntryStatus entry={entry} />
                  <Concerned entry={entry} />
                </Flex>
                <Typography.Paragraph ellipsis={{ rows: 3 }} style={{ margin: 0 }}>
                  {entry.text}
                </Typography.Paragraph>
                <Typography.Text type="secondary">
                  <Clock at={entry.receivedAt} /> · {entry.patientName || entry.contactName}
                  {entry.handled !== '' && ` · ${entry.handled}`}
                </Typography.Text>
              </Flex>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: readonly PraiseCountWire[];
  readonly named: boolean;
}

function Counts({ title, counts, named }: CountsProps) {
  const t = useWords(words);
  const say = useConcernWords();
  const department = (one: PraiseCountWire) => one.department || t('unknownDepartment');
  return (
    <Card size="small" title={title}>
      <Table<PraiseCountWire>
        size="small"
        pagination={counts.length > 20 ? { pageSize: 20 } : false}
        rowKey={(one) => `${one.name}|${one.department}`}
        dataSource={[...counts]}
        columns={[
          ...(named
            ? [{ title: t('praised'), key: 'name', render: (_: unknown, one: PraiseCountWire) => say(one.name) }]
            : []),
          { title: t('department'), key: 'department', render: (_, one) => department(one) },
          { title: t('count'), dataIndex: 'count', width: 80, align: 'right' },
        ]}
      />
    </Card>
  );
}
