import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useLocation } from 'wouter';
import { del } from '../api/client.ts';
import { useErrorWords } from '../api/errors.ts';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { forgetAnswers, SESSION_KEY, useSession } from './session.tsx';

/** Who is signed in; leads to their own page and out. */
export function AccountMenu() {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const { account } = useSession();
  const [, go] = useLocation();
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => del<unknown>('/api/session'),
    onSuccess: () => {
      client.setQueryData(SESSION_KEY, null);
      forgetAnswers(client);
    },
    onError: (error) => message.error(explain(error)),
  });
  const items = [
    { key: 'who', disabled: true, label: `${account.name} · ${t(`role_${account.role}`)}` },
    { key: 'me', icon: <UserOutlined aria-hidden="true" />, label: t('me') },
    { type: 'divider' as const },
    { key: 'out', icon: <LogoutOutlined aria-hidden="true" />, label: t('signOut') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === 'me') go('/me');
          if (key === 'out') signOut.mutate();
        },
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden="true" />} aria-label={`${t('account')}: ${account.name}`}>
        <span className="wide-only">{account.name}</span>
      </Button>
    </Dropdown>
  );
}
