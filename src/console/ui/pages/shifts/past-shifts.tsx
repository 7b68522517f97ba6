import { App, Button, Checkbox, Flex, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { ReviewedView, ShiftRow } from '../../../wire/shifts.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { useMay, useSession } from '../../shell/session.tsx';
import { words } from '../../words/shifts.ts';
import { SignatureDialog } from './signature-dialog.tsx';
import { useShiftList, useShiftStep } from './use-shifts.ts';

/** The whole history, not only the last month. */
const BEGINNING = '2000-01-01';

/** Shifts that are over, and the supervisor's daily review of them. */
export function PastShifts({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const t = useWords(words);
  const may = useMay();
  const own = useSession().account.id;
  const [unreviewed, setUnreviewed] = useState(false);
  const [reviewing, setReviewing] = useState<readonly string[] | null>(null);
  const shifts = useShiftList(unreviewed ? { unreviewed: 'true' } : { state: 'over', from: BEGINNING });
  if (shifts.isPending) return <LoadingState />;
  if (shifts.isError) return <ErrorState error={shifts.error} retry={() => shifts.refetch()} />;
  const rows = shifts.data.pages.flatMap((page) => page.rows);
  const waiting = rows.filter(({ review }) => review === null);
  const ids = waiting
    .filter(({ account, signedIn }) => account !== own && signedIn?.account !== own)
    .map(({ id }) => id);
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} wrap align="center">
        <Checkbox
          checked={unreviewed}
          onChange={({ target }) => {
            setUnreviewed(target.checked);
          }}
        >
          {t('onlyUnreviewed')}
        </Checkbox>
        {may('shift.review') && waiting.length > 0 && (
          <Button
            disabled={ids.length === 0}
            onClick={() => {
              setReviewing(ids);
            }}
          >
            {t('reviewAll')} ({ids.length})
          </Button>
        )}
        {may('shift.review') && waiting.length > ids.length && (
          <Typography.Text type="secondary">{t('ownShifts', { n: waiting.length - ids.length })}</Typography.Text>
        )}
      </Flex>
      <PastTable rows={rows} onOpen={onOpen} />
      {shifts.hasNextPage && (
        <Flex justify="center">
          <Button loading={shifts.isFetchingNextPage} onClick={() => void shifts.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </Flex>
      )}
      {reviewing !== null && (
        <Reviewing
          ids={reviewing}
          onClose={() => {
            setReviewing(null);
          }}
        />
      )}
    </Flex>
  );
}

function PastTable({ rows, onOpen }: { readonly rows: readonly ShiftRow[]; readonly onOpen: (id: string) => void }) {
  const t = useWords(words);
  return (
    <Table<ShiftRow>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={rows}
      locale={{ emptyText: <EmptyState title={t('noHistory')} /> }}
      columns={[
        {
          title: t('history'),
          key: 'shift',
          render: (_, shift) => (
            <Button
              type="link"
              onClick={() => {
                onOpen(shift.id);
              }}
            >
              {shift.day} {shift.name}
            </Button>
          ),
        },
        { title: t('signedOut'), dataIndex: 'accountName', key: 'out' },
        { title: t('signedIn'), key: 'in', render: (_, { signedIn }) => signedIn?.name ?? t('notYet') },
        {
          title: t('review'),
          key: 'review',
          render: (_, { review, refused }) => (
            <Flex gap={4} wrap>
              {refused > 0 && <Tag color="orange">{t('refusedCount', { n: refused })}</Tag>}
              <Tag color={review === null ? 'gold' : 'default'}>
                {review === null ? t('notReviewed') : `${t('reviewed')} ${review.name}`}
              </Tag>
            </Flex>
          ),
        },
      ]}
    />
  );
}

function Reviewing({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useWords(words);
  const { message } = App.useApp();
  const review = useShiftStep<ReviewedView>('/api/shifts/review');
  return (
    <SignatureDialog
      title={t('review')}
      textLabel={t('reviewRemark')}
      busy={review.isPending}
      error={review.error}
      onSign={({ text, password }) => {
        review.mutate(
          { ids, remark: text, password },
          {
            onSuccess: ({ reviewed }) => {
              void message.success(t('reviewDone', { n: reviewed }));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    />
  );
}
