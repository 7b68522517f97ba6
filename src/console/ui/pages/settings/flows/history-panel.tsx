import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Flex, Table, Typography } from 'antd';
import { useState } from 'react';
import type { SettingsVersionDetail, SettingsVersionView } from '../../../../wire/settings.ts';
import { get, post, withQuery } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { Clock } from '../../../parts/times.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings.ts';
import { Changes } from './changes.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Draft } from './use-draft.ts';

interface Page {
  readonly rows: readonly SettingsVersionView[];
  readonly next: string | null;
}

function useReasonOf(): (version: SettingsVersionView) => string {
  const t = useWords(words);
  const { labelled } = useMarks();
  return ({ number, source, why, restores }) => {
    if (source === 'disk') return number === 1 ? t('h_firstSeen') : t('h_disk');
    return restores === null ? why : labelled(t('h_restores', { n: restores }), why);
  };
}

/** Who changed the settings, when and why; every version can be looked at and put back. */
export function HistoryPanel({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const reasonOf = useReasonOf();
  const [shown, setShown] = useState<number | null>(null);
  const history = useInfiniteQuery({
    queryKey: ['settings', 'flows-history'],
    queryFn: ({ pageParam }) => get<Page>(withQuery('/api/settings/flows/versions', { after: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  if (history.data === undefined)
    return history.error === null ? <LoadingState /> : <ErrorState error={history.error} retry={history.refetch} />;
  const rows = history.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <EmptyState title={t('h_none')} />;
  return (
    <>
      <Table<SettingsVersionView>
        size="middle"
        rowKey="number"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        columns={[
          { title: t('h_number'), dataIndex: 'number' },
          { title: t('h_at'), render: (_, { at }) => <Clock at={at} look="full" /> },
          { title: t('h_who'), render: (_, { who }) => who ?? '—' },
          { title: t('h_why'), render: (_, version) => reasonOf(version) },
          {
            title: '',
            render: (_, { number }) => (
              <Button
                size="small"
                onClick={() => {
                  setShown(number);
                }}
              >
                {t('h_look')}
              </Button>
            ),
          },
        ]}
      />
      {history.hasNextPage && (
        <Button type="link" onClick={() => void history.fetchNextPage()} loading={history.isFetchingNextPage}>
          {t('h_more')}
        </Button>
      )}
      {shown !== null && (
        <VersionDrawer
          number={shown}
          draft={draft}
          onClose={() => {
            setShown(null);
          }}
        />
      )}
    </>
  );
}

interface DrawerProps {
  readonly number: number;
  readonly draft: Draft;
  readonly onClose: () => void;
}

function VersionDrawer({ number, draft, onClose }: DrawerProps) {
  const t = useWords(words);
  const may = useMay();
  const [restoring, setRestoring] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'flows-version', number],
    queryFn: () => get<SettingsVersionDetail>(`/api/settings/flows/versions/${String(number)}`),
  });
  const isCurrent = draft.disk.version === number && draft.disk.inForce;
  return (
    <Drawer open onClose={onClose} size="large" title={t('version', { n: number })}>
      {data === undefined && (error === null ? <LoadingState /> : <ErrorState error={error} retry={refetch} />)}
      {data !== undefined && (
        <Flex vertical gap={12}>
          <Typography.Text>
            <Clock at={data.at} look="full" /> · {data.who ?? t('h_disk')} {data.why}
          </Typography.Text>
          <Typography.Text strong>{t('h_changed')}</Typography.Text>
          {data.differences.length === 0 ? (
            <Typography.Text type="secondary">{t('h_same')}</Typography.Text>
          ) : (
            <Changes differences={data.differences} />
          )}
          {may('flows.publish') && !isCurrent && (
            <Button
              danger
              onClick={() => {
                setRestoring(true);
              }}
            >
              {t('h_restore')}
            </Button>
          )}
        </Flex>
      )}
      {restoring && (
        <RestoreDialog
          number={number}
          draft={draft}
          onClose={() => {
            setRestoring(false);
          }}
          onDone={onClose}
        />
      )}
    </Drawer>
  );
}

function RestoreDialog({ number, draft, onClose, onDone }: DrawerProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  const restoring = useMutation({
    mutationFn: (why: string) =>
      post<{ number: number }>(`/api/settings/flows/versions/${String(number)}/restore`, {
        base: draft.disk.base,
        why,
      }),
    onSuccess: async (published) => {
      void message.success(t('published', { n: published.number }));
      draft.discard();
      await client.invalidateQueries({ queryKey: ['settings'] });
      onDone();
    },
  });
  return (
    <ReasonDialog
      danger
      title={t('h_restoreTitle', { n: number })}
      okText={t('publishNow')}
      busy={restoring.isPending}
      error={restoring.error}
      onCancel={onClose}
      onOk={(why) => {
        restoring.mutate(why);
      }}
    >
      <p>{t('h_restoreHint')}</p>
    </ReasonDialog>
  );
}
