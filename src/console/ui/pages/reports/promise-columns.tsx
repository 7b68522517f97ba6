import { Flex } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'wouter';
import type { BehindPage } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/reports.ts';
import { words as work } from '../../words/work.ts';

type Row = BehindPage['rows'][number];

/** A promise in the list behind a figure: until when, whose, what became of it, and why it was put off. */
export function usePromiseColumns(): ColumnsType<Row> {
  const t = useWords(words);
  const w = useWords(work);
  const time = useTimeText();
  const promise = (show: (row: Extract<Row, { type: 'promise' }>) => React.ReactNode) => (_: unknown, row: Row) =>
    row.type === 'promise' ? show(row) : null;
  return [
    { title: t('promisedAt'), render: promise(({ at }) => time(at)) },
    { title: t('department'), render: promise(({ department }) => (department === '' ? t('none') : department)) },
    { title: t('promiseKind'), render: promise(({ kind }) => w(`kind_${kind}`)) },
    { title: t('promiseDue'), render: promise(({ firstDue }) => time(firstDue)) },
    {
      title: t('promisePutOff'),
      render: promise(({ due, firstDue, why }) =>
        [due === firstDue ? '' : time(due), why].filter((part) => part !== '').join(' · '),
      ),
    },
    { title: t('account'), render: promise(({ name }) => name ?? t('promiseNobody')) },
    { title: t('status'), render: promise(({ state }) => t(`promise_${state}`)) },
    { title: t('promiseSettled'), render: promise(({ settledAt }) => (settledAt === null ? '—' : time(settledAt))) },
    {
      title: '',
      render: promise(({ conversationId, taskId }) => (
        <Flex gap={8}>
          {taskId !== null && <Link href={`/work?task=${encodeURIComponent(taskId)}`}>{t('openDeed')}</Link>}
          {conversationId !== null && <Link href={`/c/${conversationId}`}>{t('openTalk')}</Link>}
        </Flex>
      )),
    },
  ];
}
