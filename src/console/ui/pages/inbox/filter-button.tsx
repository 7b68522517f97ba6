import { FilterOutlined } from '@ant-design/icons';
import { Button, Form, Popover, Select } from 'antd';
import { CHANNEL_IDS, HANDOFF_REASONS } from '../../../../domain/vocabulary.ts';
import type { InboxFilters, InboxPage } from '../../../wire/inbox.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/inbox.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { NO_FILTERS } from './inbox-place.ts';

interface Props {
  readonly filters: InboxFilters;
  /** Names the departments and labels there are. */
  readonly page: InboxPage | undefined;
  readonly onChange: (filters: InboxFilters) => void;
}

/** Narrows the list; says how many filters are on. */
export function FilterButton({ filters, page, onChange }: Props) {
  const t = useWords(words);
  const on = Object.values(filters).filter((value) => value !== null).length;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={<FilterForm filters={filters} page={page} onChange={onChange} />}
    >
      <Button icon={<FilterOutlined aria-hidden="true" />} type={on > 0 ? 'primary' : 'default'} ghost={on > 0}>
        {on > 0 ? t('filtersOn', { n: on }) : t('filters')}
      </Button>
    </Popover>
  );
}

function FilterForm({ filters, page, onChange }: Props) {
  const t = useWords(words);
  const tv = useWords(vocabulary);
  const same = (values: readonly string[] | undefined) => (values ?? []).map((value) => ({ value, label: value }));
  const fields = {
    department: same(page?.departments),
    reason: HANDOFF_REASONS.map((value) => ({ value, label: tv(`reason_${value}`) })),
    channel: CHANNEL_IDS.map((value) => ({ value, label: tv(`channel_${value}`) })),
    label: same(page?.labels),
  };
  return (
    <Form layout="vertical" className="filter-form">
      {(Object.keys(fields) as (keyof typeof fields)[]).map((name) => (
        <Form.Item key={name} label={t(name)} htmlFor={`filter-${name}`}>
          <Select<string | null>
            id={`filter-${name}`}
            value={filters[name]}
            options={[{ value: null, label: t('any') }, ...fields[name]]}
            onChange={(value) => {
              onChange({ ...filters, [name]: value });
            }}
          />
        </Form.Item>
      ))}
      <Button
        block
        onClick={() => {
          onChange(NO_FILTERS);
        }}
      >
        {t('clearFilters')}
      </Button>
    </Form>
  );
}
