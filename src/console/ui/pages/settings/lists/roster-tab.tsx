import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Input, Select, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { RosterPerson, RosterView } from '../../../../wire/settings.ts';
import { get, post } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings-lists.ts';
import { parsed, valueAt, withValue } from '../flows/json-text.ts';
import { ReasonDialog } from '../flows/reason-dialog.tsx';
import { type Draft, useDraft } from '../flows/use-draft.ts';
import { RosterDepartments } from './roster-departments.tsx';

const PAGE = 20;

interface Added {
  readonly name: string;
  readonly role: 'doctor' | 'nurse';
  readonly department: string;
}

const listAt = (draft: Draft, key: 'staff' | 'hidden'): readonly unknown[] => {
  const list = valueAt(parsed(draft.text), ['roster', key]);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
};
const hiddenIn = (draft: Draft) => listAt(draft, 'hidden') as readonly string[];
const addedIn = (draft: Draft) => listAt(draft, 'staff') as readonly Added[];

/** Whom messages can name: from which list, what is added by hand, who is hidden. */
export default function RosterTab() {
  const { draft, error: fileError, retry } = useDraft('roster');
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'roster'],
    queryFn: () => get<RosterView>('/api/settings/roster'),
  });
  if (data === undefined || draft === undefined) {
    const fault = fileError ?? error;
    return fault === null ? (
      <LoadingState />
    ) : (
      <ErrorState error={fault} retry={() => Promise.all([retry(), refetch()])} />
    );
  }
  return <Roster view={data} draft={draft} />;
}

function Roster({ view, draft }: { readonly view: RosterView; readonly draft: Draft }) {
  const t = useWords(words);
  const may = useMay();
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">{t('r_hint')}</Typography.Text>
      <People view={view} draft={draft} />
      {may('settings.edit') && <AddPerson draft={draft} departments={view.departments.map(({ name }) => name)} />}
      <RosterDepartments view={view} draft={draft} />
      {draft.changed && <SaveRoster draft={draft} />}
    </Flex>
  );
}

function People({ view, draft }: { readonly view: RosterView; readonly draft: Draft }) {
  const t = useWords(words);
  const { listed } = useMarks();
  const may = useMay();
  const [wanted, setWanted] = useState('');
  const hidden = hiddenIn(draft);
  const added = addedIn(draft);
  const people = peopleOf(view, added).filter(({ name, departments }) =>
    `${name} ${departments.join(' ')}`.includes(wanted.trim()),
  );
  return (
    <Card
      size="small"
      title={t('r_people')}
      extra={
        <Input.Search
          allowClear
          aria-label={t('r_search')}
          placeholder={t('r_search')}
          onChange={(event) => {
            setWanted(event.target.value);
          }}
        />
      }
    >
      <Table<RosterPerson>
        size="small"
        rowKey={({ role, name }) => `${role} ${name}`}
        dataSource={people}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: PAGE, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: <EmptyState title={t('r_none')} /> }}
        columns={[
          {
            title: t('r_name'),
            render: (_, { name }) => (
              <>
                {name} {hidden.includes(name) && <Tag>{t('r_hidden')}</Tag>}
              </>
            ),
          },
          { title: t('r_role'), render: (_, { role }) => t(`r_${role}`) },
          { title: t('r_department'), render: (_, { departments }) => listed(departments) },
          { title: t('r_source'), render: (_, { sources }) => listed(sources.map((one) => t(`r_${one}`))) },
          {
            title: '',
            render: (_, person) => may('settings.edit') && <PersonButtons person={person} draft={draft} />,
          },
        ]}
      />
    </Card>
  );
}

/** Those of the lists, and those whom somebody has just added. */
function peopleOf(view: RosterView, added: readonly Added[]): readonly RosterPerson[] {
  const fresh = added.filter(({ name, role }) => !view.people.some((one) => one.name === name && one.role === role));
  return [
    ...fresh.map(({ name, role, department }) => ({
      name,
      role,
      departments: [department].filter((one) => one !== ''),
      sources: ['settings'] as const,
      hidden: false,
    })),
    ...view.people,
  ];
}

function PersonButtons({ person, draft }: { readonly person: RosterPerson; readonly draft: Draft }) {
  const t = useWords(words);
  const { name, role, sources } = person;
  const [hidden, added] = [hiddenIn(draft), addedIn(draft)];
  const isHidden = hidden.includes(name);
  const write = (key: 'staff' | 'hidden', list: readonly unknown[]) => {
    draft.write(withValue(draft.text, ['roster', key], list));
  };
  return (
    <Flex gap={6}>
      {sources.some((source) => source !== 'settings') && (
        <Button
          size="small"
          onClick={() => {
            write('hidden', isHidden ? hidden.filter((one) => one !== name) : [...hidden, name]);
          }}
        >
          {t(isHidden ? 'r_show' : 'r_hide')}
        </Button>
      )}
      {added.some((one) => one.name === name && one.role === role) && (
        <Button
          size="small"
          danger
          onClick={() => {
            write(
              'staff',
              added.filter((one) => one.name !== name || one.role !== role),
            );
          }}
        >
          {t('r_remove')}
        </Button>
      )}
    </Flex>
  );
}

function AddPerson({ draft, departments }: { readonly draft: Draft; readonly departments: readonly string[] }) {
  const t = useWords(words);
  const [person, setPerson] = useState<Added>({ name: '', role: 'doctor', department: '' });
  const add = () => {
    const name = person.name.trim();
    if (name === '') return;
    draft.write(withValue(draft.text, ['roster', 'staff'], [...listAt(draft, 'staff'), { ...person, name }]));
    setPerson({ ...person, name: '' });
  };
  return (
    <Card size="small" title={t('r_add')}>
      <Flex gap={8} wrap align="center">
        <Input
          className="settings-narrow"
          aria-label={t('r_name')}
          placeholder={t('r_name')}
          value={person.name}
          onChange={(event) => {
            setPerson({ ...person, name: event.target.value });
          }}
          onPressEnter={add}
        />
        <Select
          aria-label={t('r_role')}
          value={person.role}
          options={(['doctor', 'nurse'] as const).map((role) => ({ value: role, label: t(`r_${role}`) }))}
          onChange={(role) => {
            setPerson({ ...person, role });
          }}
        />
        <Select
          className="settings-narrow"
          showSearch
          allowClear
          aria-label={t('r_department')}
          placeholder={t('r_department')}
          value={person.department === '' ? null : person.department}
          options={departments.map((name) => ({ value: name, label: name }))}
          onChange={(department: string | null) => {
            setPerson({ ...person, department: department ?? '' });
          }}
        />
        <Button onClick={add}>{t('r_add')}</Button>
      </Flex>
      <Typography.Text type="secondary">{t('r_addHint')}</Typography.Text>
    </Card>
  );
}

function SaveRoster({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const may = useMay();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const path = may('flows.publish') ? '/api/settings/flows/publish' : '/api/settings/flows/parts';
  const saving = useMutation({
    mutationFn: (why: string) => post(path, { text: draft.text, base: draft.base, why }),
    onSuccess: async () => {
      void message.success(t('r_saved'));
      await client.invalidateQueries({ queryKey: ['settings'] });
      draft.discard();
    },
  });
  return (
    <Flex className="settings-bar" justify="flex-end" gap={8}>
      <ConfirmButton question={t('r_discardAsk')} onConfirm={draft.discard}>
        {t('r_discard')}
      </ConfirmButton>
      <Button
        type="primary"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('r_save')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('r_save')}
          okText={t('r_saveNow')}
          busy={saving.isPending}
          error={saving.error}
          onCancel={() => {
            setAsking(false);
          }}
          onOk={(why) => {
            saving.mutate(why);
          }}
        />
      )}
    </Flex>
  );
}
