import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Statistic, Typography, Upload } from 'antd';
import { useState } from 'react';
import type { KnowledgeDraft, KnowledgeView } from '../../../../wire/settings.ts';
import { get, sendFile } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { DownloadButton } from '../../../parts/download-button.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings-lists.ts';
import { KnowledgeDraftView } from './knowledge-draft.tsx';

const KEY = ['settings', 'knowledge'];
const COUNTS = ['departments', 'offices', 'doctors', 'prices', 'faq'] as const;

/** How the knowledge base stands, and the way it is kept in Excel. */
export default function KnowledgeTab() {
  const t = useWords(words);
  const may = useMay();
  const client = useQueryClient();
  const [draft, setDraft] = useState<KnowledgeDraft | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => get<KnowledgeView>('/api/settings/knowledge'),
  });
  const sending = useMutation({
    mutationFn: (file: File) => sendFile<KnowledgeDraft>('/api/settings/knowledge/drafts', file),
    onSuccess: setDraft,
  });
  if (data === undefined) return error === null ? <LoadingState /> : <ErrorState error={error} retry={refetch} />;
  return (
    <Flex vertical gap={16}>
      <State view={data} />
      <Flex gap={12} wrap>
        <DownloadButton path="/api/settings/knowledge/workbook" name="knowledge.xlsx" disabled={data.faults.length > 0}>
          {t('k_export')}
        </DownloadButton>
        {may('settings.edit') && (
          <Upload
            accept=".xlsx"
            showUploadList={false}
            beforeUpload={(file: File) => {
              sending.mutate(file);
              return false;
            }}
          >
            <Button icon={<UploadOutlined aria-hidden />} loading={sending.isPending}>
              {t('k_upload')}
            </Button>
          </Upload>
        )}
      </Flex>
      <Typography.Text type="secondary">{t('k_uploadHint')}</Typography.Text>
      {sending.error !== null && <ErrorState error={sending.error} />}
      {draft !== null && (
        <KnowledgeDraftView
          key={draft.id}
          draft={draft}
          onDone={(taken) => {
            if (taken !== null) client.setQueryData(KEY, taken);
            setDraft(null);
          }}
        />
      )}
    </Flex>
  );
}

function State({ view }: { readonly view: KnowledgeView }) {
  const t = useWords(words);
  const { aside } = useMarks();
  const { faults, warnings, expired } = view;
  const lines = (all: readonly string[]) => <div className="settings-scroll lines">{all.join('\n')}</div>;
  return (
    <Card size="small" title={t('k_state', { file: view.file, day: view.updatedOn })}>
      <Flex gap={32} wrap className="gap-below">
        {COUNTS.map((name) => (
          <Statistic key={name} title={t(`k_${name}`)} value={view.counts[name]} />
        ))}
      </Flex>
      <Flex vertical gap={12}>
        {faults.length > 0 && (
          <Alert type="error" showIcon title={t('k_faults', { n: faults.length })} description={lines(faults)} />
        )}
        {expired.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('k_expired', { n: expired.length })}
            description={lines(expired.map(({ name, validUntil }) => aside(name, t('k_until', { day: validUntil }))))}
          />
        )}
        {warnings.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={t('k_warnings', { n: warnings.length })}
            description={lines(warnings.map(({ path, message }) => `${path}: ${message}`))}
          />
        )}
        {faults.length + expired.length + warnings.length === 0 && (
          <Alert type="success" showIcon title={t('k_good')} />
        )}
      </Flex>
    </Card>
  );
}
