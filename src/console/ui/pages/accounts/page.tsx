import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { AccountView, PasswordGiven } from '../../../wire/access.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { Clock } from '../../parts/times.tsx';
import { words } from '../../words/accounts.ts';
import { words as shellWords } from '../../words/shell.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountForm } from './account-form.tsx';
import { PasswordTold } from './password-told.tsx';
import { useAccounts } from './queries.ts';

/** Who may sign in. */
export default function AccountsPage() {
  const t = useWords(words);
  const accounts = useAccounts();
  const [wanted, setWanted] = useState('');
  // null: the form is closed; 'new': a new account.
  const [edited, setEdited] = useState<AccountView | 'new' | null>(null);
  const [told, setTold] = useState<PasswordGiven | null>(null);
  const found = (accounts.data ?? []).filter((account) => holds(account, wanted));
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              setEdited('new');
            }}
          >
            {t('add')}
          </Button>
        }
      />
      {accounts.error !== null && <ErrorState error={accounts.error} retry={accounts.refetch} />}
      {accounts.isPending && <LoadingState />}
      {accounts.data !== undefined && (
        <Flex vertical gap={12}>
          <Input.Search
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            onChange={(event) => {
              setWanted(event.target.value);
            }}
            style={{ maxWidth: 360 }}
          />
          <AccountTable accounts={found} onEdit={setEdited} onPassword={setTold} />
        </Flex>
      )}
      {edited !== null && (
        <AccountForm
          account={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null);
          }}
          onPassword={setTold}
        />
      )}
      {told !== null && (
        <PasswordTold
          given={told}
          onClose={() => {
            setTold(null);
          }}
        />
      )}
    </>
  );
}

function holds({ name, userName, department }: AccountView, wanted: string): boolean {
  const words = wanted.trim().toLowerCase();
  return [name, userName, department ?? ''].some((text) => text.toLowerCase().includes(words));
}

interface TableProps {
  readonly accounts: readonly AccountView[];
  readonly onEdit: (account: AccountView) => void;
  readonly onPassword: (given: PasswordGiven) => void;
}

function AccountTable({ accounts, onEdit, onPassword }: TableProps) {
  const t = useWords(words);
  const columns: TableColumnsType<AccountView> = [
    { key: 'name', title: t('name'), render: (_, account) => <Who account={account} /> },
    { key: 'state', title: t('state'), render: (_, account) => <StateTags account={account} /> },
    {
      key: 'since',
      title: t('since'),
      responsive: ['lg'],
      render: (_, { createdAt }) => <Clock at={createdAt} look="day" />,
    },
    {
      key: 'actions',
      render: (_, account) => (
        <AccountActions
          account={account}
          onEdit={() => {
            onEdit(account);
          }}
          onPassword={onPassword}
        />
      ),
    },
  ];
  return (
    <Table
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={[...accounts]}
      pagination={accounts.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      locale={{ emptyText: <EmptyState title={t('nobody')} /> }}
    />
  );
}

/** Name and role in one cell: a phone has room for no more columns. */
function Who({ account: { name, userName, role, department } }: { readonly account: AccountView }) {
  const tRole = useWords(shellWords);
  return (
    <>
      <Typography.Text strong>{name}</Typography.Text> <Typography.Text type="secondary">{userName}</Typography.Text>
      <br />
      {[tRole(`role_${role}`), department].filter(Boolean).join(' · ')}
    </>
  );
}

function StateTags({ account }: { readonly account: AccountView }) {
  const t = useWords(words);
  return (
    <Flex gap={4} wrap>
      <Tag color={account.active ? 'green' : 'default'}>{account.active ? t('active') : t('inactive')}</Tag>
      {account.mustChangePassword && <Tag color="orange">{t('mustChange')}</Tag>}
      {account.hasTotp && <Tag color="blue">{t('totp')}</Tag>}
    </Flex>
  );
}
