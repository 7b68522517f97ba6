import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { EntryView, StaffWire } from '../../../wire/registers.ts';
import { get } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/registers.ts';
import { useConcernWords } from './looks.tsx';

/** Which word of a praise means whom of the roster. */
export function JoinFields({ view }: { readonly view: EntryView }) {
  const t = useWords(words);
  const say = useConcernWords();
  const roster = useQuery({
    queryKey: ['registers', 'roster'],
    queryFn: ({ signal }) => get<StaffWire>('/api/registers/roster', signal),
  });
  const people = (roster.data?.staff ?? []).map(({ name, role, department }) => ({
    value: JSON.stringify({ name, role, department }),
    label: [name, say(role), department].filter((part) => part !== '').join(' · '),
  }));
  const needed = [{ required: true, message: t('needed') }];
  return (
    <>
      <Form.Item name="written" label={t('joinWritten')} rules={needed}>
        <Select options={view.openNames.map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      <Form.Item name="person" label={t('joinPerson')} rules={needed} extra={t('joinHint')}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={roster.isPending} options={people} />
      </Form.Item>
    </>
  );
}
