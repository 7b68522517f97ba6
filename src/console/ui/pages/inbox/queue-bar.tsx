import { FireOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { InboxPage, InboxQueue } from '../../../wire/inbox.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/inbox.ts';
import { QUEUES } from './inbox-place.ts';

interface Props {
  readonly queue: InboxQueue;
  readonly counts: InboxPage['counts'] | undefined;
  readonly onChoose: (queue: InboxQueue) => void;
}

/** The queues with how many stand in each. */
export function QueueBar({ queue, counts, onChoose }: Props) {
  const t = useWords(words);
  return (
    <nav aria-label={t('queues')} className="queue-bar">
      {QUEUES.map((each) => {
        const count = counts?.[each];
        const alarming = each === 'urgent' && count !== undefined && count > 0;
        return (
          <Button
            key={each}
            size="small"
            type={each === queue ? 'primary' : 'default'}
            danger={alarming}
            aria-current={each === queue ? 'page' : undefined}
            {...(alarming ? { icon: <FireOutlined aria-hidden="true" /> } : {})}
            onClick={() => {
              onChoose(each);
            }}
          >
            {t(`queue_${each}`)} {count === undefined ? '' : <span className="queue-count">{count}</span>}
          </Button>
        );
      })}
    </nav>
  );
}
