import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ConversationView, EarlierConversation, LinkedEntry, LinkedWork } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { StatusTag } from '../../../parts/tags.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { words as vocabulary } from '../../../words/vocabulary.ts';

/** Register entries and tasks that came of the conversation. */
export function Linked({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  return (
    <div className="panel-body">
      <section>
        <h3>{t('registers')}</h3>
        {view.registers.length === 0 && <p>{t('noRegisters')}</p>}
        {view.registers.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </section>
      <section>
        <h3>{t('work')}</h3>
        {view.work.length === 0 && <p>{t('noWork')}</p>}
        {view.work.map((work) => (
          <Task key={work.id} work={work} />
        ))}
      </section>
    </div>
  );
}

interface CardProps {
  readonly href: string;
  readonly title: ReactNode;
  readonly text: string;
  readonly at: number;
}

function LinkCard({ href, title, text, at }: CardProps) {
  return (
    <Link href={href} className="link-card">
      <span className="link-card-head">
        {title} <Clock at={at} />
      </span>
      <span className="link-card-text">{text}</span>
    </Link>
  );
}

/** A word for a value that the service may know before this page does: then it stands as it is. */
function useKnownWord(): (key: string, value: string) => string {
  const tv = useWords(vocabulary);
  const t = useWords(words);
  return (list, value) => {
    const key = `${list}_${value}`;
    if (Object.hasOwn(vocabulary.en, key)) return tv(key as keyof typeof vocabulary.en);
    return Object.hasOwn(words.en, key) ? t(key as keyof typeof words.en) : value;
  };
}

function Entry({ entry }: { readonly entry: LinkedEntry }) {
  const known = useKnownWord();
  const page = entry.kind === 'praise' ? 'praise' : 'registers';
  return (
    <LinkCard
      href={`/${page}/${encodeURIComponent(entry.number)}`}
      title={
        <>
          <strong>{known('register', entry.kind)}</strong> {entry.number} <Tag>{known('status', entry.status)}</Tag>
        </>
      }
      text={entry.text}
      at={entry.at}
    />
  );
}

function Task({ work }: { readonly work: LinkedWork }) {
  const known = useKnownWord();
  return (
    <LinkCard
      href={`/work/${encodeURIComponent(work.id)}`}
      title={
        <>
          <strong>{known('work', work.kind)}</strong> <Tag>{known('work', work.state)}</Tag>
        </>
      }
      text={work.text}
      at={work.at}
    />
  );
}

/** Earlier conversations with the same contact. */
export function Earlier({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  return (
    <div className="panel-body">
      {view.earlier.length === 0 && <p>{t('noEarlier')}</p>}
      {view.earlier.map((earlier) => (
        <EarlierCard key={earlier.id} earlier={earlier} />
      ))}
    </div>
  );
}

function EarlierCard({ earlier }: { readonly earlier: EarlierConversation }) {
  return (
    <LinkCard
      href={`/c/${encodeURIComponent(earlier.id)}`}
      title={
        <>
          {earlier.department !== null && <strong>{earlier.department}</strong>}{' '}
          <StatusTag state={earlier.state} outcome={earlier.outcome} />
        </>
      }
      text={earlier.lastText}
      at={earlier.at}
    />
  );
}
