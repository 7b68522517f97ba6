import { DatePicker, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import type { Dimension, ReportOptions } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/reports.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { type Change, type Filters, presets } from './use-filters.ts';

const GROUPS: readonly Dimension[] = ['department', 'ward', 'channel', 'day', 'week', 'month'];
const SPANS = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;

interface Props {
  readonly options: ReportOptions;
  readonly filters: Filters;
  readonly change: Change;
}

/** Period, department, channel and grouping, in one row that wraps on a phone. */
export function FilterBar({ options, filters, change }: Props) {
  const t = useWords(words);
  const v = useWords(vocabulary);
  const spans = presets(options.today);
  return (
    <Flex gap={8} wrap className="gap-below no-print">
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
      <Select
        aria-label={t('department')}
        showSearch
        style={{ minWidth: 150 }}
        disabled={options.only !== null}
        value={options.only ?? filters.department ?? ''}
        options={[
          { value: '', label: t('allDepartments') },
          ...options.departments.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(department: string) => {
          change({ department: department === '' ? null : department });
        }}
      />
      <Select
        aria-label={t('channel')}
        style={{ minWidth: 120 }}
        value={filters.channel ?? ''}
        options={[
          { value: '', label: t('allChannels') },
          ...options.channels.map((name) => ({
            value: name,
            label: v(`channel_${name}` as 'channel_sms'),
          })),
        ]}
        onChange={(channel: string) => {
          change({ channel: channel === '' ? null : channel });
        }}
      />
      <Select
        aria-label={t('groupBy')}
        style={{ minWidth: 120 }}
        value={filters.by}
        options={GROUPS.map((by) => ({ value: by, label: t(`by_${by}`) }))}
        onChange={(by: Dimension) => {
          change({ by });
        }}
      />
    </Flex>
  );
}
