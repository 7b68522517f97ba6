import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Card, Flex, Tag, Typography } from 'antd';
import type { OwnSession } from '../../../wire/access.ts';
import { get, post } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words } from '../../words/me.ts';

const KEY = ['account', 'sessions'] as const;

/** Where one is signed in, and how to end it. */
export function SessionsCard() {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: KEY, queryFn: () => get<readonly OwnSession[]>('/api/account/sessions') });
  const end = useMutation({
    mutationFn: (ids: readonly string[]) => post('/api/account/sessions/end', { sessions: ids }),
    onSuccess: () => {
      void message.success(t('ended'));
      return client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => message.error(explain(error)),
  });
  const others = (sessions.data ?? []).filter(({ current }) => !current).map(({ id }) => id);
  return (
    <Card
      title={t('sessions')}
      extra={
        others.length > 1 && (
          <ConfirmButton
            size="small"
            question={t('endOthersQuestion')}
            onConfirm={() => {
              end.mutate(others);
            }}
          >
            {t('endOthers')}
          </ConfirmButton>
        )
      }
    >
      <Typography.Paragraph>{t('sessionsWhy')}</Typography.Paragraph>
      {sessions.error !== null && <ErrorState error={sessions.error} retry={sessions.refetch} />}
      {sessions.isPending && <LoadingState rows={2} />}
      <Flex vertical gap={12}>
        {sessions.data?.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            onEnd={() => {
              end.mutate([session.id]);
            }}
          />
        ))}
      </Flex>
    </Card>
  );
}

function SessionLine({ session, onEnd }: { readonly session: OwnSession; readonly onEnd: () => void }) {
  const t = useWords(words);
  const time = useTimeText();
  const { createdAt, seenAt, device, current } = session;
  return (
    <Flex gap={8} justify="space-between" align="center" wrap>
      <div>
        <Typography.Text strong>{deviceName(device) ?? t('unknownDevice')}</Typography.Text>{' '}
        {current && <Tag color="green">{t('current')}</Tag>}
        <br />
        <Typography.Text type="secondary">
          {t('since', { time: time(createdAt) })} · {t('seen', { time: time(seenAt) })}
        </Typography.Text>
      </div>
      {!current && (
        <ConfirmButton size="small" danger question={t('endQuestion')} onConfirm={onEnd}>
          {t('end')}
        </ConfirmButton>
      )}
    </Flex>
  );
}

const BROWSERS = [
  [/Edg\//u, 'Edge'],
  [/MicroMessenger\//u, 'WeChat'],
  [/Firefox\//u, 'Firefox'],
  [/Chrome\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPhone|iPad/u, 'iOS'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'macOS'],
  [/Linux/u, 'Linux'],
] as const;

/** `Chrome · Windows`, as far as the browser tells. */
function deviceName(agent: string): string | undefined {
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  const known = [browser, system].filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join(' · ');
}
