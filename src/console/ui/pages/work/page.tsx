import { Alert, Checkbox, Col, Flex, Input, Row, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { useSearch } from 'wouter';
import type { WorkCountsView } from '../../../wire/work.ts';
import { useWords } from '../../language/language.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useMay, useSession } from '../../shell/session.tsx';
import { words } from '../../words/work.ts';
import { useOverdue } from '../registers/use-overdue.ts';
import { Deadlines } from './deadlines.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { TaskList } from './task-list.tsx';
import { useWorkCounts } from './use-work.ts';
import './work.css';

const PENDING = 'open,in_progress';

/** The appointment desk, the promise ledger and what shifts left open. */
export default function Page() {
  const asked = new URLSearchParams(useSearch());
  const [task, tab] = [asked.get('task'), asked.get('tab')];
  // A notice leads to a task, the badge to a tab, also from this very page.
  return <Work key={`${task ?? ''} ${tab ?? ''}`} task={task} tab={tab} />;
}

interface Asked {
  /** Opened at once; null: none. */
  readonly task: string | null;
  readonly tab: string | null;
}

function Work({ task, tab }: Asked) {
  const t = useWords(words);
  const [open, setOpen] = useState(task);
  const [mine, setMine] = useState(false);
  const [department, setDepartment] = useState('');
  const counts = useWorkCounts().data;
  const narrowing = { assignee: mine ? 'me' : null, department: department === '' ? null : department, limit: 50 };
  const overdue = useOverdue()?.overdue ?? 0;
  const tabs = useTabs({ narrowing, onOpen: setOpen }, { counts, overdue });
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Broken promises={counts?.broken ?? 0} complaints={overdue} />
      <Flex gap={12} align="center" wrap className="gap-below">
        <Input.Search
          allowClear
          className="work-department"
          aria-label={t('department')}
          placeholder={t('departmentPlaceholder')}
          onSearch={(text) => {
            setDepartment(text.trim());
          }}
        />
        <Checkbox
          checked={mine}
          onChange={({ target }) => {
            setMine(target.checked);
          }}
        >
          {t('mineOnly')}
        </Checkbox>
      </Flex>
      <Tabs items={tabs} defaultActiveKey={tab ?? 'desk'} destroyOnHidden />
      {open !== null && (
        <TaskDrawer
          id={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

/** What was promised and not kept; a complaint that nobody has answered in time is that, too. */
function Broken({ promises, complaints }: { readonly promises: number; readonly complaints: number }) {
  const t = useWords(words);
  const said = [
    ...(promises > 0 ? [t('brokenCount', { n: promises })] : []),
    ...(complaints > 0 ? [t('overdueComplaints', { n: complaints })] : []),
  ];
  return said.length === 0 ? null : <Alert type="warning" showIcon className="gap-below" title={said.join(' · ')} />;
}

/** One tab for each way of looking at the tasks, with how many wait there. */
function useTabs(
  given: DeskProps,
  { counts, overdue }: { readonly counts: WorkCountsView | undefined; readonly overdue: number },
) {
  const t = useWords(words);
  const may = useMay();
  const atDesk = useSession().account.role === 'desk';
  const titled = (title: string, n = 0): string => (n === 0 ? title : `${title} (${String(n)})`);
  const list = (query: Readonly<Record<string, string>>) => (
    <TaskList query={{ ...given.narrowing, ...query }} onOpen={given.onOpen} />
  );
  const waiting = counts && counts.appointments + counts.callbacks;
  const tabs = [
    { key: 'desk', label: titled(t('tab_desk'), waiting), children: <Desk {...given} /> },
    {
      key: 'attention',
      label: titled(t('tab_attention'), counts?.attention),
      children: list({ attention: 'true', order: 'due' }),
    },
    {
      key: 'promises',
      label: titled(t('tab_promises'), (counts?.broken ?? 0) + overdue),
      children: (
        <>
          {may('register.view') && (
            <Deadlines department={given.narrowing.department} mine={given.narrowing.assignee !== null} />
          )}
          {list({ from: '0', order: 'due' })}
        </>
      ),
    },
    {
      key: 'touched',
      label: t('tab_touched'),
      children: list({ touched: 'true', state: `${PENDING},cancelled`, order: 'newest' }),
    },
    {
      key: 'escalated',
      label: titled(t('tab_escalated'), counts?.escalated),
      children: list({ source: 'shift', order: 'newest' }),
    },
    { key: 'done', label: t('tab_done'), children: list({ state: 'done,cancelled', order: 'newest' }) },
  ];
  return tabs.filter(({ key }) => key !== 'escalated' || !atDesk);
}

interface DeskProps {
  readonly narrowing: { readonly assignee: string | null; readonly department: string | null; readonly limit: number };
  readonly onOpen: (id: string) => void;
}

/** Appointments by the day that was asked for, callbacks by when they are due. */
function Desk({ narrowing, onOpen }: DeskProps) {
  const t = useWords(words);
  return (
    <Row gutter={[24, 24]}>
      <Col xs={24} lg={14}>
        <Typography.Title level={2} className="work-column">
          {t('appointments')}
        </Typography.Title>
        <TaskList
          query={{ ...narrowing, kind: 'appointment' }}
          heading={({ details }) => details['date'] ?? t('noDay')}
          onOpen={onOpen}
        />
      </Col>
      <Col xs={24} lg={10}>
        <Typography.Title level={2} className="work-column">
          {t('callbacks')}
        </Typography.Title>
        <TaskList query={{ ...narrowing, kind: 'callback' }} onOpen={onOpen} />
      </Col>
    </Row>
  );
}
