import { WarningOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'wouter';
import type { Role } from '../../../access/roles.ts';
import type { EntryCounts } from '../../wire/registers.ts';
import { useWords } from '../language/language.tsx';
import { useOverdue } from '../pages/registers/use-overdue.ts';
import { useLive } from '../shell/live.tsx';
import { useMay, useSession } from '../shell/session.tsx';
import { words } from '../words/shell.ts';

/** Whom overdue complaints are told to, level by level (registers/deadline.ts). Officers find them in the ledger of promises. */
const LEVELS: Readonly<Partial<Record<Role, keyof EntryCounts['told']>>> = {
  supervisor: 'heads',
  head: 'heads',
  conduct: 'conduct',
  leader: 'leaders',
};

/** Overdue complaints that one was told of, on every page until they are answered. */
export function OverdueBadge() {
  const level = LEVELS[useSession().account.role];
  const may = useMay();
  return level === undefined || !may('register.view') ? null : <Told level={level} />;
}

function Told({ level }: { readonly level: keyof EntryCounts['told'] }) {
  const t = useWords(words);
  const client = useQueryClient();
  useLive('register', () => void client.invalidateQueries({ queryKey: ['registers'] }));
  const n = useOverdue()?.told[level] ?? 0;
  if (n === 0) return null;
  return (
    <Link href="/registers?overdue=1">
      <Tag color="red" icon={<WarningOutlined aria-hidden />}>
        {t('overdueBadge', { n })}
      </Tag>
    </Link>
  );
}
