import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Progress, Upload } from 'antd';
import { useEffect, useState } from 'react';
import type { ImportView } from '../../../../wire/settings.ts';
import { ApiError, get, post, sendFile, withQuery } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/errors.ts';
import { useWords } from '../../../language/language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { useTimeText } from '../../../parts/times.tsx';
import { words } from '../../../words/settings-import.ts';
import { ImportCountsView } from './import-counts.tsx';
import { ImportLog } from './import-log.tsx';
import { ImportRows } from './import-rows.tsx';

const POLL_MS = 400;
const PERCENT = 100;
/** The list that was being looked at, should the page be left and come back to. */
const KEPT = 'huifang.console.import';
const busy = (view: ImportView | undefined) => view?.state === 'checking' || view?.state === 'importing';

/** The list as it is checked and imported. */
function useImport(id: string | null) {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['settings', 'import', id],
    queryFn: () => get<ImportView>(`/api/settings/imports/${id ?? ''}`),
    enabled: id !== null,
    refetchInterval: ({ state }) => (busy(state.data) ? POLL_MS : false),
  });
  const state = list.data?.state;
  useEffect(() => {
    if (state === 'imported') void client.invalidateQueries({ queryKey: ['settings', 'import-log'] });
  }, [state, client]);
  return list;
}

/** A discharge list: sent, checked on screen, imported with one yes. */
export default function ImportsTab() {
  const t = useWords(words);
  const [id, setId] = useState(() => sessionStorage.getItem(KEPT));
  const keep = (next: string | null) => {
    if (next === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, next);
    setId(next);
  };
  const sending = useMutation({
    mutationFn: (file: File) => sendFile<ImportView>(withQuery('/api/settings/imports', { name: file.name }), file),
    onSuccess: (view) => {
      keep(view.id);
    },
  });
  const list = useImport(id);
  const gone = list.error instanceof ApiError && list.error.code === 'NOT_FOUND';
  return (
    <Flex vertical gap={16}>
      {sending.error !== null && <ErrorState error={sending.error} />}
      {gone && <Alert type="warning" showIcon title={t('gone')} description={t('goneHint')} />}
      {list.error !== null && !gone && <ErrorState error={list.error} retry={list.refetch} />}
      {(id === null || gone) && (
        <Chooser
          sending={sending.isPending}
          onFile={(file) => {
            sending.mutate(file);
          }}
        />
      )}
      {id !== null && list.isPending && <LoadingState />}
      {list.data !== undefined && !gone && (
        <List
          view={list.data}
          onAnother={() => {
            keep(null);
          }}
        />
      )}
      <ImportLog />
    </Flex>
  );
}

interface ChooserProps {
  readonly sending: boolean;
  readonly onFile: (file: File) => void;
}

function Chooser({ sending, onFile }: ChooserProps) {
  const t = useWords(words);
  return (
    <Upload.Dragger
      accept=".csv,.txt"
      showUploadList={false}
      disabled={sending}
      beforeUpload={(file: File) => {
        onFile(file);
        return false;
      }}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined aria-hidden="true" />
      </p>
      <p className="ant-upload-text">{t(sending ? 'sending' : 'drop')}</p>
      <p className="ant-upload-hint">{t('dropHint')}</p>
    </Upload.Dragger>
  );
}

interface ListProps {
  readonly view: ImportView;
  readonly onAnother: () => void;
}

function List({ view, onAnother }: ListProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const applying = useMutation({
    mutationFn: () => post<ImportView>(`/api/settings/imports/${view.id}/apply`, { hash: view.hash }),
    onSettled: () => client.invalidateQueries({ queryKey: ['settings', 'import', view.id] }),
  });
  const { counts, state } = view;
  return (
    <Card
      title={view.file}
      extra={
        <Button disabled={busy(view)} onClick={onAnother}>
          {t('another')}
        </Button>
      }
    >
      <Flex vertical gap={16}>
        <ListState view={view} />
        {counts !== null && <ImportCountsView counts={counts} />}
        {state === 'checked' && counts !== null && counts.imported > 0 && (
          <ConfirmButton
            type="primary"
            size="large"
            loading={applying.isPending}
            question={t('applyAsk', { file: view.file })}
            consequence={t('applyHint', { n: counts.imported })}
            onConfirm={() => {
              applying.mutate();
            }}
          >
            {t('apply', { n: counts.imported })}
          </ConfirmButton>
        )}
        {applying.error !== null && <ErrorState error={applying.error} />}
        {counts !== null && !busy(view) && <ImportRows view={view} />}
      </Flex>
    </Card>
  );
}

/** How far a list is, and what stands in the way. */
function ListState({ view }: { readonly view: ImportView }) {
  const t = useWords(words);
  const explain = useErrorWords();
  const time = useTimeText();
  const { counts, state, failure } = view;
  return (
    <>
      {busy(view) && (
        <div role="status">
          {t(state === 'checking' ? 'checking' : 'importing')}
          <Progress percent={Math.round(view.progress * PERCENT)} aria-label={view.file} />
        </div>
      )}
      {failure !== null && (
        <Alert
          type="error"
          showIcon
          title={t('failed')}
          description={<span className="lines">{explain(new ApiError(0, failure.code, failure.details))}</span>}
        />
      )}
      {state === 'checked' && <Alert type="info" showIcon title={t('checked')} description={t('checkedHint')} />}
      {state === 'imported' && <Alert type="success" showIcon title={t('imported', { n: counts?.imported ?? 0 })} />}
      {view.importedBefore !== null && state !== 'imported' && (
        <Alert type="warning" showIcon title={t('before', { when: time(view.importedBefore, 'full') })} />
      )}
    </>
  );
}
