import { ArrowLeftOutlined, MessageOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Col, Flex, Row } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RegisterStep } from '../../../../domain/register.ts';
import type { EntryView } from '../../../wire/registers.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import { Attachments } from './attachments.tsx';
import { Duplicates } from './duplicates.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { History } from './history.tsx';
import { DueText, EntryStatus, SeverityTag } from './looks.tsx';
import type { Opened } from './opened.ts';
import { PaperForm } from './paper-form.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { Progress } from './progress.tsx';
import { StepDialog } from './step-dialog.tsx';
import { UnmaskButton } from './unmask-button.tsx';
import { useEntry } from './use-entry.ts';

interface Props {
  readonly kind: string;
  readonly number: string;
}

/** One entry with everything that stands beside it. */
export function EntryPage({ kind, number }: Props) {
  const entry = useEntry(kind, number);
  if (entry.query.error !== null)
    return <ErrorState error={entry.query.error} retry={() => void entry.query.refetch()} />;
  if (entry.query.data === undefined) return <LoadingState rows={12} />;
  return <Entry view={entry.query.data} entry={entry} />;
}

interface EntryProps {
  readonly view: EntryView;
  readonly entry: ReturnType<typeof useEntry>;
}

function Entry({ view, entry: { path, change, refresh } }: EntryProps) {
  const t = useWords(words);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { entry } = view;
  const { reason, ...contact } = opened ?? { reason: null };
  const grave = entry.status === 'open' && view.advice.severity === 'major' && entry.severity !== 'major';
  return (
    <>
      <Head view={view} path={path} reason={reason} />
      {grave && <Alert type="warning" showIcon title={t('adviceMajor')} className="gap-below" />}
      {view.headless && entry.status === 'assigned' && (
        <Alert type="info" showIcon title={t('headless', { name: entry.department })} className="gap-below" />
      )}
      {view.approval !== null && (
        <Alert type="info" showIcon title={t(`approval_${view.approval}`)} className="gap-below" />
      )}
      <Progress entry={entry} />
      <Actions view={view} change={change} path={path} {...(opened === null ? { onOpened: setOpened } : {})} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={16}>
          <PaperForm entry={{ ...entry, ...contact }} />
        </Col>
        <Col xs={24} xl={8}>
          <Flex vertical gap={16}>
            <Duplicates view={view} change={change} />
            <Attachments view={view} path={path} onChanged={() => void refresh()} />
            <Card size="small" title={t('history')}>
              <History rows={view.history} />
            </Card>
          </Flex>
        </Col>
      </Row>
    </>
  );
}

interface HeadProps {
  readonly view: EntryView;
  readonly path: string;
  readonly reason: string | null;
}

function Head({ view: { entry }, path, reason }: HeadProps) {
  const t = useWords(words);
  const may = useMay();
  const { kind, number, duplicateOf, conversationId } = entry;
  return (
    <PageHeader
      title={`${t(`kind_${kind}`)} ${number}`}
      hint={
        <Flex component="span" gap={8} wrap align="center">
          <EntryStatus entry={entry} />
          <SeverityTag severity={entry.severity} />
          {kind === 'complaint' && <DueText entry={entry} />}
          {duplicateOf !== null && (
            <Link href={`/registers/${kind}/${duplicateOf}`}>{t('duplicateOf', { number: duplicateOf })}</Link>
          )}
        </Flex>
      }
      actions={
        <>
          <Link href={kind === 'praise' ? '/praise' : '/registers'}>
            <Button icon={<ArrowLeftOutlined aria-hidden />}>{t('back')}</Button>
          </Link>
          {conversationId !== null && may('conversation.view') && (
            <Link href={`/c/${conversationId}`}>
              <Button icon={<MessageOutlined aria-hidden />}>{t('conversation')}</Button>
            </Link>
          )}
          <PrintButtons path={path} number={number} reason={reason} />
        </>
      }
    />
  );
}

/** Steps that bring an entry on; one of them stands out. */
const FORWARD: readonly RegisterStep[] = ['assign', 'answer', 'approve', 'close', 'conclude'];
/** Steps that need nothing more than the click. */
const AT_ONCE: readonly RegisterStep[] = ['take', 'resume'];

interface ActionsProps {
  readonly view: EntryView;
  readonly change: ReturnType<typeof useEntry>['change'];
  readonly path: string;
  /** Absent once names and numbers are shown. */
  readonly onOpened?: (opened: Opened) => void;
}

/** What may be done next; the first step of the workflow stands out. */
function Actions({ view, change, path, onOpened }: ActionsProps) {
  const t = useWords(words);
  const may = useMay();
  const [doing, setDoing] = useState<RegisterStep | 'edit' | null>(null);
  const first = view.steps.find((step) => FORWARD.includes(step));
  const close = () => {
    setDoing(null);
    change.reset();
  };
  return (
    <Flex gap={8} wrap style={{ margin: '12px 0' }}>
      {view.steps.map((step) => (
        <Button
          key={step}
          type={step === first ? 'primary' : 'default'}
          disabled={change.isPending}
          onClick={() => {
            if (AT_ONCE.includes(step)) change.mutate({ how: 'step', body: { step } });
            else setDoing(step);
          }}
        >
          {t(`step_${step}`)}
        </Button>
      ))}
      {view.editable.length > 0 && (
        <Button
          onClick={() => {
            setDoing('edit');
          }}
        >
          {t('edit')}
        </Button>
      )}
      {may('patient.unmask') && onOpened !== undefined && <UnmaskButton path={path} onOpened={onOpened} />}
      {doing === 'edit' && <EditDialog view={view} change={change} onClose={close} />}
      {doing !== null && doing !== 'edit' && <StepDialog step={doing} view={view} change={change} onClose={close} />}
    </Flex>
  );
}
