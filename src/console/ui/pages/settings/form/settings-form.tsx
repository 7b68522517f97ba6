import { Alert, Collapse, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/language.tsx';
import { useMay } from '../../../shell/session.tsx';
import { words } from '../../../words/settings-form.ts';
import { parsed } from '../flows/json-text.ts';
import type { Draft } from '../flows/use-draft.ts';
import { CalendarForm } from './calendar-form.tsx';
import { FollowupForm } from './followup-form.tsx';
import { HospitalForm } from './hospital-form.tsx';
import { HoursForm } from './hours-form.tsx';
import { PhrasesForm } from './phrases-form.tsx';
import { QuestionsForm } from './questions-form.tsx';
import { RepliesForm } from './replies-form.tsx';

interface Section {
  readonly name: 'hospital' | 'hours' | 'calendar' | 'followup' | 'questions' | 'phrases' | 'replies';
  /** May be changed without the right to publish the dialogues. */
  readonly own: boolean;
  readonly form: (draft: Draft) => ReactNode;
}

const SECTIONS: readonly Section[] = [
  { name: 'hours', own: true, form: (draft) => <HoursForm draft={draft} /> },
  { name: 'calendar', own: true, form: (draft) => <CalendarForm draft={draft} /> },
  { name: 'replies', own: true, form: (draft) => <RepliesForm draft={draft} /> },
  { name: 'hospital', own: false, form: (draft) => <HospitalForm draft={draft} /> },
  { name: 'followup', own: false, form: (draft) => <FollowupForm draft={draft} /> },
  { name: 'questions', own: false, form: (draft) => <QuestionsForm draft={draft} /> },
  { name: 'phrases', own: false, form: (draft) => <PhrasesForm draft={draft} /> },
];

/** The common parts of the settings as a form; it writes into the same text as the editor. */
export function SettingsForm({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  const may = useMay();
  if (parsed(draft.text) === null) return <Alert type="warning" showIcon title={t('broken')} />;
  const mayChange = (own: boolean) => may('flows.publish') || (own && may('settings.edit'));
  return (
    <Collapse
      className="settings-form"
      defaultActiveKey={['hours']}
      destroyOnHidden
      items={SECTIONS.map(({ name, own, form }) => ({
        key: name,
        label: t(`s_${name}`),
        children: <ConfigProvider componentDisabled={!mayChange(own)}>{form(draft)}</ConfigProvider>,
      }))}
    />
  );
}
