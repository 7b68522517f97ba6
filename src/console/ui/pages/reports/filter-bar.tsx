import { DatePicker, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import type { Dimension, ReportOptions } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/reports.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { type Change, type Filters, presets, type Tab } from './use-filters.ts';

const GROUPS: readonly Dimension[] = ['department', 'ward', 'channel', 'day', 'week', 'month'];
const SPANS = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;

/** What entries and deeds cannot be told by is not offered there: an entry by hand has neither ward nor channel. */
const WITHOUT_PLACE: ReadonlySet<Tab> = new Set(['complaint', 'praise', 'workload']);
const GROUPED: ReadonlySet<Tab> = new Set(['overview', 'satisfaction']);

interface Props {
  readonly options: ReportOptions;
  readonly filters: Filters;
  readonly change: Change;
}

/** Period, department, ward, channel and grouping, in one row that wraps on a phone. Where no list names wards, there is none to choose. */
export function FilterBar({ options, filters, change }: Props) {
  const t = useWords(words);
  const v = useWords(vocabulary);
  const placed = !WITHOUT_PLACE.has(filters.tab);
  const groups = GROUPS.filter((by) => by !== 'ward' || options.wards.length > 0);
  return (
    <Flex gap={8} wrap className="gap-below no-print">
      <SpanField today={options.today} filters={filters} change={change} />
      <Narrowing
        label={t('department')}
        all={t('allDepartments')}
        disabled={options.only !== null}
        value={options.only ?? filters.department}
        names={options.departments}
        choose={(department) => {
          change({ department });
        }}
      />
      {placed && options.wards.length > 0 && (
        <Narrowing
          label={t('ward')}
          all={t('allWards')}
          value={filters.ward}
          names={options.wards}
          choose={(ward) => {
            change({ ward });
          }}
        />
      )}
      {placed && (
        <Narrowing
          label={t('channel')}
          all={t('allChannels')}
          value={filters.channel}
          names={options.channels}
          nameOf={(channel) => v(`channel_${channel}` as 'channel_sms')}
          choose={(channel) => {
            change({ channel });
          }}
        />
      )}
      {GROUPED.has(filters.tab) && (
        <Select
          aria-label={t('groupBy')}
          style={{ minWidth: 120 }}
          value={filters.by}
          options={groups.map((by) => ({ value: by, label: t(`by_${by}`) }))}
          onChange={(by: Dimension) => {
            change({ by });
          }}
        />
      )}
    </Flex>
  );
}

function SpanField({ today, filters, change }: Omit<Props, 'options'> & { readonly today: string }) {
  const t = useWords(words);
  const spans = presets(today);
  return (
    <DatePicker.RangePicker
      aria-label={t('span')}
      allowClear={false}
      value={[dayjs(filters.from), dayjs(filters.to)]}
      presets={SPANS.map((name) => ({ label: t(name), value: [dayjs(spans[name][0]), dayjs(spans[name][1])] }))}
      onChange={(value) => {
        const [from, to] = value ?? [];
        if (from && to) change({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
      }}
    />
  );
}

interface NarrowingProps {
  readonly label: string;
  /** What stands for not narrowed. */
  readonly all: string;
  readonly value: string | null;
  readonly names: readonly string[];
  readonly nameOf?: (name: string) => string;
  readonly disabled?: boolean;
  readonly choose: (name: string | null) => void;
}

function Narrowing({ label, all, value, names, nameOf = (name) => name, disabled = false, choose }: NarrowingProps) {
  return (
    <Select
      aria-label={label}
      showSearch
      style={{ minWidth: 130 }}
      disabled={disabled}
      value={value ?? ''}
      options={[{ value: '', label: all }, ...names.map((name) => ({ value: name, label: nameOf(name) }))]}
      onChange={(name: string) => {
        choose(name === '' ? null : name);
      }}
    />
  );
}
