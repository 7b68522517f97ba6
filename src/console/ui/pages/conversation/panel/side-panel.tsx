import { Tabs } from 'antd';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';
import { Facts } from './facts.tsx';
import { Earlier, Linked } from './linked.tsx';
import { Notes } from './notes.tsx';

const counted = (name: string, count: number) => (count === 0 ? name : `${name} ${String(count)}`);

/** What is known beside the talk itself. */
export function SidePanel({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  return (
    <Tabs
      className="side-panel"
      size="small"
      items={[
        { key: 'facts', label: t('tab_facts'), children: <Facts view={view} /> },
        { key: 'notes', label: counted(t('tab_notes'), view.notes.length), children: <Notes view={view} /> },
        {
          key: 'linked',
          label: counted(t('tab_linked'), view.registers.length + view.work.length),
          children: <Linked view={view} />,
        },
        { key: 'earlier', label: counted(t('tab_earlier'), view.earlier.length), children: <Earlier view={view} /> },
      ]}
    />
  );
}
