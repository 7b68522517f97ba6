import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Collapse, Flex, Progress, Statistic, Typography } from 'antd';
import { useState } from 'react';
import type { Trial, TrialFailure } from '../../../../wire/settings.ts';
import { get, post } from '../../../api/client.ts';
import type { SayDetail } from '../../../language/fault-words.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { words as details } from '../../../words/refusals.ts';
import { words } from '../../../words/settings-try.ts';

const POLL_MS = 800;
const PERCENT = 100;

/** The dialogue files, played with what is in force and with the draft. */
export function TrialResult({ text }: { readonly text: string }) {
  const t = useWords(words);
  const [tried, setTried] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const starting = useMutation({
    mutationFn: () => post<Trial>('/api/settings/trials', { text }),
    onSuccess: ({ id }) => {
      setTried({ id, text });
    },
  });
  const { data: trial, error } = useQuery({
    queryKey: ['settings', 'trial', tried?.id],
    queryFn: () => get<Trial>(`/api/settings/trials/${tried?.id ?? ''}`),
    enabled: tried !== null,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? POLL_MS : false),
  });
  const running = starting.isPending || (tried !== null && trial?.state === 'running');
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('trialHint')}</Typography.Text>
      <Button
        type="primary"
        loading={running}
        onClick={() => {
          starting.mutate();
        }}
      >
        {t('run')}
      </Button>
      {(starting.error ?? error) !== null && <ErrorState error={starting.error ?? error} />}
      {trial !== undefined && <TrialState trial={trial} outdated={tried?.text !== text} />}
    </Flex>
  );
}

function TrialState({ trial, outdated }: { readonly trial: Trial; readonly outdated: boolean }) {
  const t = useWords(words);
  if (trial.state === 'failed') return <Alert type="error" showIcon title={t('failed')} />;
  if (trial.state === 'running')
    return (
      <>
        <Progress percent={Math.round((trial.done / Math.max(1, trial.total)) * PERCENT)} aria-label={t('run')} />
        <span role="status">{t('running', { done: trial.done, total: trial.total })}</span>
      </>
    );
  return (
    <>
      {outdated && <Alert type="warning" showIcon title={t('outdated')} />}
      <Outcome trial={trial} />
    </>
  );
}

function Outcome({ trial }: { readonly trial: Trial }) {
  const t = useWords(words);
  const { listed } = useMarks();
  const share = (n: number) => t('of', { n, total: trial.total });
  return (
    <>
      <Flex gap={24} wrap>
        <Statistic title={t('nowPasses')} value={share(trial.before)} />
        <Statistic title={t('draftPasses')} value={share(trial.after)} />
      </Flex>
      {trial.broken.length === 0 && <Alert type="success" showIcon title={t('allGood')} />}
      {trial.mended.length > 0 && (
        <Alert
          type="success"
          showIcon
          title={t('mended', { n: trial.mended.length })}
          description={listed(trial.mended)}
        />
      )}
      <Failures title={t('broken', { n: trial.broken.length })} failures={trial.broken} type="error" />
      <Failures title={t('failing', { n: trial.failing.length })} failures={trial.failing} type="warning" />
    </>
  );
}

interface FailuresProps {
  readonly title: string;
  readonly failures: readonly TrialFailure[];
  readonly type: 'error' | 'warning';
}

/** `state: expected "done", got "closed"`: the values stay as the dialogue files write them. */
function failureWords(line: string, say: SayDetail): string {
  const [, what, want, got] = /^(\S+): expected (.*), got (.*)$/su.exec(line) ?? [];
  return what === undefined || want === undefined || got === undefined ? line : say('expected', { what, want, got });
}

function Failures({ title, failures, type }: FailuresProps) {
  const t = useWords(words);
  const say = useWords(details);
  if (failures.length === 0) return null;
  return (
    <>
      <Alert type={type} showIcon title={title} />
      <div className="settings-scroll">
        <Collapse
          size="small"
          items={failures.map(({ id, file, failures: lines, transcript }) => ({
            key: `${file} ${id}`,
            label: `${id} (${file})`,
            children: (
              <Flex vertical gap={6}>
                <Typography.Text type="danger" className="lines">
                  {lines.map((line) => failureWords(line, say)).join('\n')}
                </Typography.Text>
                {transcript.map(({ from, text }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a transcript does not change
                  <span key={index}>
                    <strong>{t(from === 'contact' ? 'patient' : from)}</strong> {text}
                  </span>
                ))}
              </Flex>
            ),
          }))}
        />
      </div>
    </>
  );
}
