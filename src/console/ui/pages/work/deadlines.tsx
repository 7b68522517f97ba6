import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { Link } from 'wouter';
import type { EntryList, EntryWire } from '../../../wire/registers.ts';
import { get, withQuery } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { useSession } from '../../shell/session.tsx';
import { words } from '../../words/work.ts';
import { DueText, EntryStatus } from '../registers/looks.tsx';

const NOT_CLOSED = 'open,assigned,answered,approved';

interface Props {
  readonly department: string | null;
  /** Only those that the caller is the first handler of. */
  readonly mine: boolean;
}

/** What a department owes a complainant until when, the longest overdue first: promises too, and they stand in the register. */
export function Deadlines({ department, mine }: Props) {
  const t = useWords(words);
  const me = useSession().account.id;
  const query = { kinds: 'complaint', status: NOT_CLOSED, order: 'due', limit: 50, department };
  const list = useInfiniteQuery({
    queryKey: ['registers', 'deadlines', query],
    queryFn: ({ pageParam, signal }) =>
      get<EntryList>(withQuery('/api/registers', { ...query, after: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (list.isPending) return <LoadingState />;
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.rows).filter(({ handler }) => !mine || handler?.account === me);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('deadlines')} className="gap-below">
      <Typography.Title level={3} className="task-heading">
        {t('deadlines')}
      </Typography.Title>
      <Flex vertical gap={8}>
        {rows.map((entry) => (
          <Deadline key={entry.number} entry={entry} />
        ))}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </Flex>
    </section>
  );
}

function Deadline({ entry }: { readonly entry: EntryWire }) {
  const t = useWords(words);
  const { number, department, text } = entry;
  return (
    <Card size="small" className="task-card">
      <Flex gap={8} wrap align="center">
        <Link href={`/registers/complaint/${number}`}>{t('complaint', { number })}</Link>
        <EntryStatus entry={entry} />
        <DueText entry={entry} />
        <Typography.Text type="secondary">{department === '' ? t('noDepartment') : department}</Typography.Text>
      </Flex>
      <Typography.Paragraph ellipsis={{ rows: 1 }} className="task-title no-gap">
        {text}
      </Typography.Paragraph>
    </Card>
  );
}
