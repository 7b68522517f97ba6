import { Card, Select, Table } from 'antd';
import type { RosterView } from '../../../../wire/settings.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings-lists.ts';
import { parsed, valueAt, withValue } from '../flows/json-text.ts';
import type { Draft } from '../flows/use-draft.ts';

interface Props {
  readonly view: RosterView;
  readonly draft: Draft;
}

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

const PAGE = 20;

/** Departments with the names that patients know them by. */
export function RosterDepartments({ view, draft }: Props) {
  const t = useWords(words);
  const { listed, aside } = useMarks();
  const may = useMay();
  const kept = valueAt(parsed(draft.text), ['roster', 'departments']);
  const added = Array.isArray(kept) ? (kept as readonly Named[]) : [];
  const saved = valueAt(parsed(draft.disk.text), ['roster', 'departments']);
  const before = Array.isArray(saved) ? (saved as readonly Named[]) : [];
  const own = (list: readonly Named[], name: string) => list.find((one) => one.name === name)?.aliases ?? [];
  const write = (name: string, aliases: readonly string[]) => {
    const others = added.filter((one) => one.name !== name);
    const next = aliases.length === 0 ? others : [...others, { name, aliases }];
    draft.write(withValue(draft.text, ['roster', 'departments'], next));
  };
  return (
    <Card size="small" title={t('r_departments')}>
      <Table<RosterView['departments'][number]>
        size="small"
        rowKey="name"
        dataSource={[...view.departments]}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: PAGE, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          { title: t('r_department'), dataIndex: 'name' },
          { title: t('r_place'), dataIndex: 'place' },
          {
            title: aside(t('r_aliases'), t('r_knowledge')),
            render: (_, { name, aliases }) => listed(aliases.filter((alias) => !own(before, name).includes(alias))),
          },
          {
            title: aside(t('r_aliases'), t('r_settings')),
            render: (_, { name }) => (
              <Select<string[]>
                mode="tags"
                className="settings-narrow"
                disabled={!may('settings.edit')}
                aria-label={`${name} ${t('r_aliases')}`}
                value={[...own(added, name)]}
                onChange={(aliases) => {
                  write(name, aliases);
                }}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
