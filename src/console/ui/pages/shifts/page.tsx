import { Alert, App, Button, Card, Col, Flex, Row, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ShiftDetail, ShiftRow, ShiftsNow } from '../../../wire/shifts.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { useNow } from '../../shell/clock.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/shifts.ts';
import { useWorkCounts } from '../work/use-work.ts';
import { PastShifts } from './past-shifts.tsx';
import { ShiftView } from './shift-view.tsx';
import './shifts.css';
import { useShiftStep, useShiftsNow } from './use-shifts.ts';

/** Shifts: one's own, those that wait for somebody, and what was signed before. */
export default function Page() {
  const t = useWords(words);
  const [open, setOpen] = useState<string | null>(null);
  const now = useShiftsNow();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {now.isPending && <LoadingState />}
      {now.isError && <ErrorState error={now.error} retry={() => now.refetch()} />}
      {now.data !== undefined && open === null && <Board now={now.data} onOpen={setOpen} />}
      {open !== null && (
        <ShiftView
          id={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

interface BoardProps {
  readonly now: ShiftsNow;
  readonly onOpen: (id: string) => void;
}

function Board({ now, onOpen }: BoardProps) {
  const t = useWords(words);
  const list = (rows: readonly ShiftRow[], none: string, action: string) =>
    rows.length === 0 ? (
      <Typography.Text type="secondary">{none}</Typography.Text>
    ) : (
      rows.map((shift) => <Line key={shift.id} shift={shift} action={action} onOpen={onOpen} />)
    );
  return (
    <Flex vertical gap={16}>
      <LeftOpen />
      {now.unreviewed > 0 && <Alert type="info" showIcon title={t('unreviewed', { n: now.unreviewed })} />}
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={8}>
          <Card size="small" title={t('mine')}>
            {now.mine === null ? (
              <Begin now={now} />
            ) : (
              <Line shift={now.mine} action={t(now.mine.state === 'running' ? 'handOver' : 'open')} onOpen={onOpen} />
            )}
          </Card>
        </Col>
        <Col xs={24} lg={8}>
          <Card size="small" title={t('waiting')}>
            {list(now.waiting, t('nothingWaiting'), t('takeOver'))}
          </Card>
        </Col>
        <Col xs={24} lg={8}>
          <Card size="small" title={t('running')}>
            {list(now.running, t('nobodyRunning'), t('open'))}
          </Card>
        </Col>
      </Row>
      <Typography.Title level={2} className="shift-section">
        {t('history')}
      </Typography.Title>
      <PastShifts onOpen={onOpen} />
    </Flex>
  );
}

/** What incoming officers did not accept waits for the supervisors: said here, and opened on the page of the tasks. */
function LeftOpen() {
  const t = useWords(words);
  const may = useMay();
  const left = useWorkCounts().data?.escalated ?? 0;
  if (left === 0 || !may('shift.review')) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('leftOpen', { n: left })}
      action={<Link href="/work?tab=escalated">{t('leftOpenShow')}</Link>}
    />
  );
}

function Begin({ now }: { readonly now: ShiftsNow }) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const begin = useShiftStep<ShiftDetail>('/api/shifts');
  return (
    <Flex vertical gap={8}>
      <Typography.Text type="secondary">{t('none')}</Typography.Text>
      <Flex gap={8} wrap>
        {now.kinds.map(({ id, name }) => (
          <Button
            key={id}
            loading={begin.isPending}
            onClick={() => {
              begin.mutate({ kind: id }, { onError: (error) => void message.error(explain(error)) });
            }}
          >
            {t('begin', { name })}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}

interface LineProps {
  readonly shift: ShiftRow;
  readonly action: string;
  readonly onOpen: (id: string) => void;
}

function Line({ shift, action, onOpen }: LineProps) {
  const t = useWords(words);
  const time = useTimeText();
  const late = useNow() > shift.endsAt && shift.state === 'running';
  return (
    <Flex justify="space-between" align="center" gap={8} wrap className="gap-below">
      <Flex vertical gap={2}>
        <span>
          <strong>{shift.accountName}</strong> {shift.name} · {t('from', { time: time(shift.startedAt) })}
        </span>
        <Flex gap={4} wrap>
          <Tag color={shift.state === 'handing_over' ? 'orange' : 'blue'}>{t(`state_${shift.state}`)}</Tag>
          {late && <Tag color="red">{t('late')}</Tag>}
          {shift.escalatedAt !== null && <Tag color="red">{t('escalated')}</Tag>}
        </Flex>
      </Flex>
      <Button
        type="primary"
        onClick={() => {
          onOpen(shift.id);
        }}
      >
        {action}
      </Button>
    </Flex>
  );
}
