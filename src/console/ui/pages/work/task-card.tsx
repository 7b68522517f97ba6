import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Tag, Typography } from 'antd';
import type { TaskView } from '../../../wire/work.ts';
import { useWords } from '../../language/language.tsx';
import { useMarks } from '../../language/marks.ts';
import { useStoredWords } from '../../language/use-stored-words.ts';
import { useTimeText } from '../../parts/times.tsx';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { words } from '../../words/work.ts';

/** What is to be done, in one line. */
export function useTaskTitle(): (task: TaskView) => string {
  const t = useWords(words);
  const { labelled } = useMarks();
  const v = useWords(vocabulary);
  const stored = useStoredWords();
  return ({ kind, details, text, reason }) => {
    if (kind === 'handoff') return labelled(reason === null ? t('kind_handoff') : v(`reason_${reason}`), text);
    if (kind !== 'appointment') return stored(text);
    const { department = '', doctor = '', date = '', half, name = '' } = details;
    const part = half === 'morning' || half === 'afternoon' || half === 'evening' ? t(`half_${half}`) : '';
    return [department, doctor, `${date}${part === '' ? '' : ` ${part}`}`, name]
      .filter((word) => word !== '')
      .join(' · ');
  };
}

/** Kind, state and what is wrong with it; told by word and icon, not by colour alone. */
export function TaskTags({ task }: { readonly task: TaskView }) {
  const t = useWords(words);
  return (
    <Flex gap={4} wrap>
      <Tag>{t(`kind_${task.kind}`)}</Tag>
      <Tag color={task.state === 'in_progress' ? 'blue' : 'default'}>{t(`state_${task.state}`)}</Tag>
      {task.broken && (
        <Tag color="red" icon={<WarningOutlined aria-hidden />}>
          {t('broken')}
        </Tag>
      )}
      {task.contactChanged !== null && (
        <Tag color="orange" icon={<ExclamationCircleOutlined aria-hidden />}>
          {t(`contact_${task.contactChanged}`)}
        </Tag>
      )}
      {task.result !== null && <Tag>{t(`outcome_${task.result.outcome}`)}</Tag>}
      {task.result?.told === 'no' && task.kind !== 'note' && <Tag color="orange">{t('told_no')}</Tag>}
    </Flex>
  );
}

interface Props {
  readonly task: TaskView;
  readonly onOpen: (id: string) => void;
}

/** One task in a list. */
export function TaskCard({ task, onOpen }: Props) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const time = useTimeText();
  const title = useTaskTitle()(task);
  const { patient, assignee, due, source } = task;
  const facts = [
    patient === null ? '' : `${patient.name} ${patient.department}`,
    due === null ? '' : t('due', { time: time(due) }),
    assignee?.name ?? t('nobody'),
    t(`source_${source}`),
  ];
  return (
    <Card size="small" className="task-card">
      <Flex vertical gap={6}>
        <TaskTags task={task} />
        <Typography.Text strong className="task-title">
          {title}
        </Typography.Text>
        <Flex justify="space-between" align="center" gap={8} wrap>
          <Typography.Text type="secondary">{facts.filter((fact) => fact !== '').join(' · ')}</Typography.Text>
          <Button
            size="small"
            aria-label={labelled(t('open'), title)}
            onClick={() => {
              onOpen(task.id);
            }}
          >
            {t('open')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
}
