import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Form, Image, Input, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { TotpOffer } from '../../../wire/access.ts';
import { get, post, put } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { SESSION_KEY, useSession } from '../../shell/session.tsx';
import { words } from '../../words/me.ts';

/** The second factor: on, by an app that scans a code; off, by the password. */
export function TotpCard() {
  const t = useWords(words);
  const { hasTotp } = useSession().account;
  const [setting, setSetting] = useState(false);
  return (
    <Card
      title={t('totp')}
      extra={<Tag color={hasTotp ? 'green' : 'default'}>{hasTotp ? t('totpOn') : t('totpOff')}</Tag>}
    >
      <Typography.Paragraph>{t('totpWhy')}</Typography.Paragraph>
      {hasTotp && <TurnOff />}
      {!hasTotp && !setting && (
        <Button
          onClick={() => {
            setSetting(true);
          }}
        >
          {t('totpSetUp')}
        </Button>
      )}
      {!hasTotp && setting && (
        <TurnOn
          onClose={() => {
            setSetting(false);
          }}
        />
      )}
    </Card>
  );
}

/** A change of the second factor; what is known of the session is asked for anew. */
function useTotpChange<G>(change: (given: G) => Promise<unknown>, done: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void message.success(done);
      return client.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
}

function TurnOn({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const needed = [{ required: true, message: t('needed') }];
  // A secret that was not confirmed is worth nothing: each time a new one.
  const offer = useQuery({
    queryKey: ['totp', 'offer'],
    queryFn: () => get<TotpOffer>('/api/account/totp/offer'),
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useTotpChange((given: { code: string; password: string }) => {
    return put('/api/account/totp', { ...given, secret: offer.data?.secret });
  }, t('totpDone'));
  if (offer.error !== null) return <ErrorState error={offer.error} retry={offer.refetch} />;
  if (offer.data === undefined) return <LoadingState rows={3} />;
  return (
    <Form<{ code: string; password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => {
        confirm.mutate(given);
      }}
    >
      <Typography.Paragraph>
        {t('totpScan')} <Typography.Text code>{offer.data.secret}</Typography.Text>
      </Typography.Paragraph>
      <Image src={offer.data.qr} alt={t('totpQr')} width={220} preview={false} />
      <Form.Item name="code" label={t('totpCode')} rules={needed}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      <Form.Item name="password" label={t('totpPassword')} rules={needed}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {confirm.error !== null && <ErrorState error={confirm.error} />}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('totpConfirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </Flex>
    </Form>
  );
}

function TurnOff() {
  const t = useWords(words);
  const drop = useTotpChange((given: { password: string }) => post('/api/account/totp/drop', given), t('totpDropped'));
  return (
    <Form<{ password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => {
        drop.mutate(given);
      }}
    >
      <Form.Item name="password" label={t('totpPassword')} rules={[{ required: true, message: t('needed') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {drop.error !== null && <ErrorState error={drop.error} />}
      <Button danger htmlType="submit" loading={drop.isPending}>
        {t('totpDrop')}
      </Button>
    </Form>
  );
}
