import { ArrowLeftOutlined, MessageOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Col, Flex, Row, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RegisterStep } from '../../../../domain/register.ts';
import type { EntryContact, EntryView } from '../../../wire/registers.ts';
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

/** What was opened with a reason, for as long as the page is open. */
export interface Opened extends EntryContact {
  readonly reason: string;
}

function Entry({
  view,
  entry: { path, change, refresh },
}: {
  readonly view: EntryView;
  readonly entry: ReturnType<typeof useEntry>;
}) {
  const t = useWords(words);
  const may = useMay();
  const [step, setStep] = useState<RegisterStep | null>(null);
  const [editing, setEditing] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { entry } = view;
  const shown = opened === null ? entry : { ...entry, ...opened };
  const isPraise = entry.kind === 'praise';
  const open = (next: RegisterStep) => {
    if (next === 'take' || next === 'resume') change.mutate({ how: 'step', body: { step: next } });
    else setStep(next);
  };
  return (
    <>
      <PageHeader
        title={`${t(`kind_${entry.kind}`)} ${entry.number}`}
        hint={
          <Flex component="span" gap={8} wrap align="center">
            <EntryStatus status={entry.status} />
            <SeverityTag severity={entry.severity} />
            {entry.kind === 'complaint' && <DueText entry={entry} />}
            {entry.duplicateOf !== null && (
              <Link href={`/registers/${entry.kind}/${entry.duplicateOf}`}>
                {t('duplicateOf', { number: entry.duplicateOf })}
              </Link>
            )}
          </Flex>
        }
        actions={
          <>
            <Link href={isPraise ? '/praise' : '/registers'}>
              <Button icon={<ArrowLeftOutlined />}>{t('back')}</Button>
            </Link>
            {entry.conversationId !== null && may('conversation.view') && (
              <Link href={`/c/${entry.conversationId}`}>
                <Button icon={<MessageOutlined />}>{t('conversation')}</Button>
              </Link>
            )}
            <PrintButtons path={path} number={entry.number} reason={opened?.reason ?? null} />
          </>
        }
      />
      {entry.status === 'open' && view.advice.severity === 'major' && entry.severity !== 'major' && (
        <Alert type="warning" showIcon title={t('adviceMajor')} className="gap-below" />
      )}
      <Progress entry={entry} />
      <Flex gap={8} wrap style={{ margin: '12px 0' }}>
        {view.steps.map((next, index) => (
          <Button
            key={next}
            type={index === (view.steps[0] === 'take' ? 1 : 0) ? 'primary' : 'default'}
            loading={change.isPending && step === null}
            onClick={() => {
              open(next);
            }}
          >
            {t(`step_${next}`)}
          </Button>
        ))}
        {view.editable.length > 0 && (
          <Button
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('edit')}
          </Button>
        )}
        {may('patient.unmask') && opened === null && <UnmaskButton path={path} onOpened={setOpened} />}
      </Flex>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={16}>
          <PaperForm entry={shown} />
        </Col>
        <Col xs={24} xl={8}>
          <Flex vertical gap={16}>
            <Duplicates view={view} change={change} />
            <Attachments view={view} path={path} onChanged={() => void refresh()} />
            <Card size="small" title={<Typography.Text strong>{t('history')}</Typography.Text>}>
              <History rows={view.history} />
            </Card>
          </Flex>
        </Col>
      </Row>
      {step !== null && (
        <StepDialog
          step={step}
          view={view}
          change={change}
          onClose={() => {
            setStep(null);
          }}
        />
      )}
      {editing && (
        <EditDialog
          view={view}
          change={change}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </>
  );
}
