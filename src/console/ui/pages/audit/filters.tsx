import { useQuery } from '@tanstack/react-query';
import { DatePicker, Flex, Input, Select } from 'antd';
import type { AccountView } from '../../../wire/access.ts';
import { get } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/audit.ts';

/** What is looked for; null: whatever it is. Days `YYYY-MM-DD`. */
export interface AuditFilter {
  readonly who: string | null;
  readonly what: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const EVERYTHING: AuditFilter = { who: null, what: null, subject: null, from: null, to: null };

export const AREAS = [
  'account',
  'session',
  'totp',
  'conversation',
  'patient',
  'register',
  'work',
  'shift',
  'report',
  'settings',
  'flows',
  'import',
  'campaign',
  'enrolment',
] as const;

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Chooses what of the audit is shown. */
export function Filters({ filter, onChange }: Props) {
  const t = useWords(words);
  const may = useMay();
  const { data: accounts = [] } = useQuery({
    queryKey: ['accounts'],
    queryFn: () => get<readonly AccountView[]>('/api/accounts'),
    enabled: may('accounts.manage'),
  });
  const people = accounts.map(({ id, name, userName }) => ({ value: `account:${id}`, label: `${name} ${userName}` }));
  const areas = AREAS.map((area) => ({ value: `${area}.`, label: t(`area_${area}`) }));
  return (
    <Flex gap={8} wrap>
      <Select
        aria-label={t('who')}
        placeholder={t('anyone')}
        options={people}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.who}
        onChange={(who: string | undefined) => {
          onChange({ ...filter, who: who ?? null });
        }}
        style={{ minWidth: 180 }}
      />
      <Select
        aria-label={t('what')}
        placeholder={t('anything')}
        options={areas}
        allowClear
        value={filter.what}
        onChange={(what: string | undefined) => {
          onChange({ ...filter, what: what ?? null });
        }}
        style={{ minWidth: 160 }}
      />
      <Input.Search
        aria-label={t('subject')}
        placeholder={`${t('subject')}: ${t('subjectHint')}`}
        allowClear
        onSearch={(text) => {
          onChange({ ...filter, subject: text.trim() === '' ? null : text.trim() });
        }}
        style={{ width: 240 }}
      />
      <DatePicker.RangePicker
        aria-label={t('days')}
        allowEmpty={[true, true]}
        onChange={(_dates, days) => {
          const [from, to] = days;
          onChange({ ...filter, from: from === '' ? null : from, to: to === '' ? null : to });
        }}
      />
    </Flex>
  );
}
