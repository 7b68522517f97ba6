import { useQuery } from '@tanstack/react-query';
import { Flex, Input, Select, Switch } from 'antd';
import { REGISTER_CATEGORIES, REGISTER_STATUSES } from '../../../../domain/register.ts';
import { toLocal } from '../../../../domain/zoned-time.ts';
import type { DepartmentsWire } from '../../../wire/registers.ts';
import { get } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { useReadNow, useZone } from '../../shell/clock.tsx';
import { words } from '../../words/registers.ts';

/** What the list is narrowed to, in the words of the address. */
export interface EntryFilter {
  readonly kinds: string;
  readonly status: string | undefined;
  readonly category: string | undefined;
  readonly department: string | undefined;
  /** Of receipt. */
  readonly year: string | undefined;
  readonly overdue: '1' | undefined;
  readonly text: string | undefined;
  readonly order: 'newest' | 'due';
}

const BOTH = 'complaint,suggestion';

export const NO_FILTER: EntryFilter = {
  kinds: BOTH,
  status: undefined,
  category: undefined,
  department: undefined,
  year: undefined,
  overdue: undefined,
  text: undefined,
  order: 'newest',
};

interface Props {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
}

/** Narrows and orders the list. */
export function FilterBar({ filter, onChange }: Props) {
  const t = useWords(words);
  const set = (change: Partial<EntryFilter>) => {
    onChange({ ...filter, ...change });
  };
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
      <Input.Search
        allowClear
        placeholder={t('search')}
        aria-label={t('search')}
        style={{ width: 260 }}
        onSearch={(typed) => {
          set({ text: typed.trim() === '' ? undefined : typed.trim() });
        }}
      />
      <Choices filter={filter} set={set} />
      <Places set={set} />
      <Flex gap={6} align="center" component="label">
        <Switch
          aria-label={t('overdueOnly')}
          onChange={(on) => {
            set({ overdue: on ? '1' : undefined });
          }}
        />
        <span>{t('overdueOnly')}</span>
      </Flex>
    </Flex>
  );
}

/** Registers are bound by the year; older ones than these are looked up by their number. */
const YEARS = 6;

/** Department that handles or is concerned, and the year of the register. */
function Places({ set }: { readonly set: (change: Partial<EntryFilter>) => void }) {
  const t = useWords(words);
  const zone = useZone();
  const thisYear = toLocal(useReadNow()(), zone).year;
  const departments = useQuery({
    queryKey: ['registers', 'departments'],
    queryFn: ({ signal }) => get<DepartmentsWire>('/api/registers/departments', signal),
  });
  return (
    <>
      <Select
        aria-label={t('department')}
        allowClear
        showSearch
        placeholder={t('department')}
        style={{ width: 150 }}
        options={(departments.data?.departments ?? []).map((value) => ({ value, label: value }))}
        onChange={(department: string | undefined) => {
          set({ department });
        }}
      />
      <Select
        aria-label={t('year')}
        allowClear
        placeholder={t('year')}
        style={{ width: 100 }}
        options={Array.from({ length: YEARS }, (_, back) => ({ value: String(thisYear - back) }))}
        onChange={(year: string | undefined) => {
          set({ year });
        }}
      />
    </>
  );
}

function Choices({
  filter,
  set,
}: {
  readonly filter: EntryFilter;
  readonly set: (change: Partial<EntryFilter>) => void;
}) {
  const t = useWords(words);
  return (
    <>
      <Select
        aria-label={t('kind')}
        value={filter.kinds}
        style={{ width: 130 }}
        options={[
          { value: BOTH, label: t('all') },
          { value: 'complaint', label: t('kind_complaint') },
          { value: 'suggestion', label: t('kind_suggestion') },
        ]}
        onChange={(kinds) => {
          set({ kinds });
        }}
      />
      <Select
        aria-label={t('status')}
        allowClear
        placeholder={t('status')}
        style={{ width: 140 }}
        options={REGISTER_STATUSES.map((value) => ({ value, label: t(`status_${value}`) }))}
        onChange={(status: string | undefined) => {
          set({ status });
        }}
      />
      <Select
        aria-label={t('category')}
        allowClear
        placeholder={t('category')}
        style={{ width: 140 }}
        options={REGISTER_CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
        onChange={(category: string | undefined) => {
          set({ category });
        }}
      />
      <Select
        aria-label={t('order')}
        value={filter.order}
        style={{ width: 160 }}
        options={[
          { value: 'newest' as const, label: t('orderNewest') },
          { value: 'due' as const, label: t('orderDue') },
        ]}
        onChange={(order) => {
          set({ order });
        }}
      />
    </>
  );
}
