import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Flex, Statistic, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CampaignView } from '../../../../wire/settings.ts';
import { get, post } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { TimeAgo } from '../../../parts/times.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings-lists.ts';
import { ReasonDialog } from '../flows/reason-dialog.tsx';

const KEY = ['settings', 'campaign'];
const RENEW_MS = 20_000;
const STATES = ['planned', 'open', 'done', 'withdrawing'] as const;
const CANCELLED = 'cancelled.';
type Known = keyof (typeof words)['en'];

/** Whether follow-ups are opened, the switch with its reason, and how far the campaign is. */
export default function CampaignTab() {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => get<CampaignView>('/api/settings/campaign'),
    refetchInterval: RENEW_MS,
  });
  if (data === undefined) return error === null ? <LoadingState /> : <ErrorState error={error} retry={refetch} />;
  return (
    <Flex vertical gap={16}>
      <Switch campaign={data} />
      <Progress campaign={data} />
      <Rules campaign={data} />
    </Flex>
  );
}

function Switch({ campaign }: { readonly campaign: CampaignView }) {
  const t = useWords(words);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { paused, last } = campaign;
  return (
    <>
      <Alert
        type={paused ? 'warning' : 'success'}
        showIcon
        icon={paused ? <PauseCircleOutlined /> : <PlayCircleOutlined />}
        title={t(paused ? 'paused' : 'running')}
        description={
          <>
            <div>{t(paused ? 'pausedHint' : 'runningHint')}</div>
            {last !== null && (
              <Typography.Text type="secondary">
                {t('lastChange', { who: last.who, why: last.why })} · <TimeAgo at={last.at} />
              </Typography.Text>
            )}
          </>
        }
        action={
          may('campaign.control') && (
            <Button
              danger={!paused}
              type={paused ? 'primary' : 'default'}
              onClick={() => {
                setAsking(true);
              }}
            >
              {t(paused ? 'resume' : 'pause')}
            </Button>
          )
        }
      />
      {asking && (
        <SwitchDialog
          paused={paused}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

interface SwitchDialogProps {
  readonly paused: boolean;
  readonly onClose: () => void;
}

function SwitchDialog({ paused, onClose }: SwitchDialogProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (why: string) => post<CampaignView>('/api/settings/campaign', { paused: !paused, why }),
    onSuccess: (changed) => {
      client.setQueryData(KEY, changed);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t(paused ? 'resumeTitle' : 'pauseTitle')}
      okText={t(paused ? 'resumeNow' : 'pauseNow')}
      danger={!paused}
      busy={changing.isPending}
      error={changing.error}
      onCancel={onClose}
      onOk={(why) => {
        changing.mutate(why);
      }}
    >
      <p>{t(paused ? 'runningHint' : 'pausedHint')}</p>
    </ReasonDialog>
  );
}

function Progress({ campaign: { followUps } }: { readonly campaign: CampaignView }) {
  const t = useWords(words);
  const { labelled } = useMarks();
  const said = (reason: string) => (Object.hasOwn(words.en, `c_${reason}`) ? t(`c_${reason}` as Known) : reason);
  const cancelled = Object.entries(followUps).filter(([name]) => name.startsWith(CANCELLED));
  const gone = cancelled.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Card size="small">
      <Flex gap={32} wrap>
        {STATES.map((state) => (
          <Statistic key={state} title={t(state)} value={followUps[state] ?? 0} />
        ))}
        <Statistic title={t('cancelled')} value={gone} />
      </Flex>
      {cancelled.length > 0 && (
        <Typography.Text type="secondary">
          {labelled(
            t('cancelled'),
            cancelled.map(([name, count]) => `${said(name.slice(CANCELLED.length))} ${String(count)}`).join(' · '),
          )}
        </Typography.Text>
      )}
    </Card>
  );
}

function Rules({ campaign: { sendingHours, perDay, perWeek } }: { readonly campaign: CampaignView }) {
  const t = useWords(words);
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      extra={<Link href="/settings/flows">{t('changeHours')}</Link>}
      items={[
        { key: 'hours', label: t('sendingHours'), children: `${sendingHours.from}–${sendingHours.to}` },
        { key: 'caps', label: t('caps'), children: t('capsText', { day: perDay, week: perWeek }) },
      ]}
    />
  );
}
