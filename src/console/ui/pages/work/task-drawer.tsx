import { useQuery } from '@tanstack/react-query';
import { App, Button, Descriptions, Drawer, Flex, Input, Popover, Select, Timeline, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PeopleView, TaskDetail, TaskEventView } from '../../../wire/work.ts';
import { get } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { InstantField } from '../../parts/instant-field.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { Clock, useTimeText } from '../../parts/times.tsx';
import { useMay, useSession } from '../../shell/session.tsx';
import { words } from '../../words/work.ts';
import { CancelTask } from './cancel-task.tsx';
import { SettleForm } from './settle-form.tsx';
import { TaskTags, useTaskTitle } from './task-card.tsx';
import { UnmaskTask } from './unmask-task.tsx';
import { useStep, useTask } from './use-work.ts';

/** One task: what it is, what can be done, what happened. */
export function TaskDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords(words);
  const task = useTask(id);
  return (
    <Drawer open size={560} styles={{ wrapper: { maxWidth: '100vw' } }} title={t('title')} onClose={onClose}>
      {task.isPending && <LoadingState />}
      {task.isError && <ErrorState error={task.error} retry={() => task.refetch()} />}
      {task.data !== undefined && <Opened task={task.data} />}
    </Drawer>
  );
}

function Opened({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const may = useMay();
  const title = useTaskTitle()(task);
  const pending = task.state === 'open' || task.state === 'in_progress';
  return (
    <Flex vertical gap={16}>
      <TaskTags task={task} />
      <Typography.Title level={2} className="task-title work-column">
        {title}
      </Typography.Title>
      <Facts task={task} />
      <Flex gap={8} wrap>
        {task.conversationId !== null && may('conversation.view') && (
          <Link href={`/c/${task.conversationId}`}>{t('conversation')}</Link>
        )}
        <UnmaskTask id={task.id} />
      </Flex>
      {pending && <Steps task={task} />}
      {task.contactChanged === 'cancelled' && <Seen task={task} />}
      {task.result?.told === 'no' && task.kind !== 'note' && <Telling task={task} />}
      {pending && task.kind !== 'handoff' && <SettleForm key={task.version} task={task} />}
      {task.kind === 'handoff' && <Typography.Text type="secondary">{t('conversationDone')}</Typography.Text>}
      <History events={task.history} />
    </Flex>
  );
}

function Facts({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const { details, due, firstDue, assignee, patient, result } = task;
  const items = [
    ['name', t('name'), details['name']],
    ['phone', t('phone'), details['phone']],
    ['patient', t('patient'), patient === null ? undefined : `${patient.name} ${patient.department}`],
    ['due', t('dueNow'), due === null ? undefined : <Clock at={due} look="full" />],
    [
      'firstDue',
      t('firstDue'),
      firstDue === null || firstDue === due ? undefined : <Clock at={firstDue} look="full" />,
    ],
    ['assignee', t('assignee'), assignee?.name],
    ['result', t('result'), result === null ? undefined : `${t(`outcome_${result.outcome}`)} ${result.text}`],
    [
      'appointed',
      t('appointedAt'),
      typeof result?.appointedAt === 'number' ? <Clock at={result.appointedAt} look="full" /> : undefined,
    ],
    ['told', t('tell'), result === null ? undefined : t(`told_${result.told}`)],
  ] as const;
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={items
        .filter(([, , value]) => value !== undefined)
        .map(([key, label, children]) => ({ key, label, children }))}
    />
  );
}

/** Says what was refused; what was done shows by itself. */
function useStepWith(id: string, step: string) {
  const explain = useErrorWords();
  const { message } = App.useApp();
  const made = useStep<TaskDetail>(id, step);
  return {
    busy: made.isPending,
    run: (body: object) => {
      made.mutate(body, { onError: (error) => void message.error(explain(error)) });
    },
  };
}

function Steps({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const may = useMay();
  const me = useSession().account.id;
  const take = useStepWith(task.id, 'take');
  const cancel = useStepWith(task.id, 'cancel');
  const { version } = task;
  const taken = task.state === 'in_progress' && task.assignee?.id === me;
  return (
    <Flex gap={8} wrap>
      {!taken && may('work.handle') && (
        <Button
          loading={take.busy}
          onClick={() => {
            take.run({ version });
          }}
        >
          {t('take')}
        </Button>
      )}
      {may('conversation.assign') && <Give task={task} />}
      {may('work.handle') && <PutOff task={task} />}
      {task.kind !== 'handoff' && may('work.handle') && (
        <CancelTask
          busy={cancel.busy}
          onCancel={(why) => {
            cancel.run({ version, why });
          }}
        />
      )}
    </Flex>
  );
}

/** Another due time, with the reason; the reminder moves with it. */
function PutOff({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const change = useStepWith(task.id, 'change');
  const [due, setDue] = useState<number | undefined>(task.due ?? undefined);
  const [why, setWhy] = useState('');
  return (
    <Popover
      trigger="click"
      content={
        <Flex vertical gap={8}>
          <InstantField aria-label={t('dueAt')} value={due} onChange={setDue} />
          <Input
            aria-label={t('putOffWhy')}
            placeholder={t('putOffWhy')}
            maxLength={200}
            value={why}
            onChange={({ target }) => {
              setWhy(target.value);
            }}
          />
          <Button
            type="primary"
            disabled={due === undefined || due === task.due || why.trim() === ''}
            loading={change.busy}
            onClick={() => {
              change.run({ version: task.version, due, why: why.trim() });
            }}
          >
            {t('save')}
          </Button>
        </Flex>
      }
    >
      <Button>{t('putOff')}</Button>
    </Popover>
  );
}

function Give({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const assign = useStepWith(task.id, 'assign');
  const people = useQuery({
    queryKey: ['work', 'people'],
    queryFn: ({ signal }) => get<PeopleView>('/api/work/people', signal),
  });
  const options = [
    { value: '', label: t('nobody') },
    ...(people.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      className="work-department"
      aria-label={t('give')}
      placeholder={t('give')}
      loading={people.isPending || assign.busy}
      options={options}
      value={null}
      onChange={(account: string | null) => {
        assign.run({ version: task.version, account: account === '' ? null : account });
      }}
    />
  );
}

function Seen({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const seen = useStepWith(task.id, 'cancel');
  return (
    <Button
      type="primary"
      loading={seen.busy}
      onClick={() => {
        seen.run({ version: task.version, why: t('seenWhy') });
      }}
    >
      {t('seen')}
    </Button>
  );
}

function Telling({ task }: { readonly task: TaskDetail }) {
  const t = useWords(words);
  const [way, setWay] = useState<'message' | 'phone'>('phone');
  const tell = useStepWith(task.id, 'tell');
  const run = (chosen: 'message' | 'phone') => {
    setWay(chosen);
    tell.run({ version: task.version, way: chosen });
  };
  return (
    <Flex gap={8} wrap>
      {task.result?.outcome !== 'settled' && (
        <Button
          loading={tell.busy && way === 'message'}
          onClick={() => {
            run('message');
          }}
        >
          {t('tellMessage')}
        </Button>
      )}
      <Button
        loading={tell.busy && way === 'phone'}
        onClick={() => {
          run('phone');
        }}
      >
        {t('tellPhone')}
      </Button>
    </Flex>
  );
}

function History({ events }: { readonly events: readonly TaskEventView[] }) {
  const t = useWords(words);
  const nameOf = ({ who }: TaskEventView): string =>
    who.id === 'contact' || who.id === 'system' ? t(`who_${who.id}`) : who.name;
  const time = useTimeText();
  const was = ({ what, details }: TaskEventView): string => {
    if (what === 'due') {
      const [from, to] = [details['from'], details['to']].map((at) =>
        at === undefined || at === '' ? '—' : time(Number(at)),
      );
      return `${from ?? ''} → ${to ?? ''} ${details['why'] ?? ''}`;
    }
    const before = Object.entries(details).filter(([key, value]) => key.startsWith('was_') && value !== '');
    return before.length === 0 ? (details['why'] ?? '') : `${t('was')} ${before.map(([, value]) => value).join(' · ')}`;
  };
  return (
    <section aria-label={t('history')}>
      <Typography.Title level={3} className="task-heading">
        {t('history')}
      </Typography.Title>
      <Timeline
        items={events.map((event, index) => ({
          key: index,
          content: (
            <Flex vertical>
              <span>
                {nameOf(event)} {t(`event_${event.what}`)} · <Clock at={event.at} />
              </span>
              {was(event) !== '' && <Typography.Text type="secondary">{was(event)}</Typography.Text>}
            </Flex>
          ),
        }))}
      />
    </section>
  );
}
