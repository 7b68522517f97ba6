import { Button, Flex, Typography } from 'antd';
import type { TaskView } from '../../../wire/work.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { words } from '../../words/work.ts';
import { TaskCard } from './task-card.tsx';
import { useTasks } from './use-work.ts';

interface Props {
  /** What the list is narrowed to. */
  readonly query: Readonly<Record<string, string | number | null>>;
  /** Heading under which a task stands; without it there are none. */
  readonly heading?: (task: TaskView) => string;
  readonly onOpen: (id: string) => void;
}

/** Tasks in their order, under headings where they have some. */
export function TaskList({ query, heading, onOpen }: Props) {
  const t = useWords(words);
  const tasks = useTasks(query);
  if (tasks.isPending) return <LoadingState />;
  if (tasks.isError) return <ErrorState error={tasks.error} retry={() => tasks.refetch()} />;
  const rows = tasks.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <EmptyState title={t('nothing')} hint={t('nothingHint')} />;
  const groups = grouped(rows, heading ?? (() => ''));
  const sections = [...groups].sort(([a], [b]) => (heading === undefined ? 0 : a.localeCompare(b)));
  return (
    <Flex vertical gap={12}>
      {sections.map(([title, those]) => (
        <section key={title} aria-label={title === '' ? t('title') : title}>
          {title !== '' && (
            <Typography.Title level={3} className="task-heading">
              {title}
            </Typography.Title>
          )}
          <Flex vertical gap={8}>
            {those.map((task) => (
              <TaskCard key={task.id} task={task} onOpen={onOpen} />
            ))}
          </Flex>
        </section>
      ))}
      {tasks.hasNextPage && (
        <Button loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Flex>
  );
}

/** In the order in which the headings come up. */
function grouped(rows: readonly TaskView[], heading: (task: TaskView) => string): Map<string, TaskView[]> {
  const groups = new Map<string, TaskView[]>();
  for (const row of rows) {
    const title = heading(row);
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return groups;
}
