import { EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import type { UnmaskedTask } from '../../../wire/work.ts';
import { post } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/work.ts';

/** Name and number in full, for a reason that is audited; shown while the task is open. */
export function UnmaskTask({ id }: { readonly id: string }) {
  const t = useWords(words);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const unmask = useMutation({
    mutationFn: () => post<UnmaskedTask>(`/api/work/${encodeURIComponent(id)}/unmask`, { reason }),
  });
  if (!may('work.handle')) return null;
  if (unmask.data !== undefined) {
    const { name, phone, patientName } = unmask.data;
    return <strong>{[name ?? patientName, phone].filter((fact) => fact !== null).join(' · ')}</strong>;
  }
  if (!asking) {
    return (
      <Button
        size="small"
        icon={<EyeOutlined aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('unmask')}
      </Button>
    );
  }
  return (
    <Flex vertical gap={8}>
      <Input.Search
        autoFocus
        aria-label={t('unmaskWhy')}
        placeholder={t('unmaskWhy')}
        enterButton={t('show')}
        loading={unmask.isPending}
        onChange={({ target }) => {
          setReason(target.value);
        }}
        onSearch={() => {
          if (reason.trim() !== '') unmask.mutate();
        }}
      />
      {unmask.isError && <ErrorState error={unmask.error} />}
    </Flex>
  );
}
