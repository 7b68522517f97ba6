import { Button, Flex, Mentions, Typography } from 'antd';
import { useState } from 'react';
import type { ConversationView, NoteView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { useDeskAction } from '../use-conversation.ts';

const LONGEST = 2_000;

/** Private notes of staff, newest last; `@` names a colleague, who is told. */
export function Notes({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  return (
    <div className="panel-body">
      <Typography.Text type="secondary">{t('notesHint')}</Typography.Text>
      {view.notes.length === 0 && <p>{t('noNotes')}</p>}
      {view.notes.map((note) => (
        <Note key={note.id} note={note} />
      ))}
      {view.actions.includes('note') && <NewNote view={view} />}
    </div>
  );
}

function Note({ note }: { readonly note: NoteView }) {
  return (
    <article className="note">
      <Flex justify="space-between" gap={8}>
        <strong>{note.author.name}</strong>
        <Clock at={note.at} />
      </Flex>
      <div className="lines">{note.text}</div>
    </article>
  );
}

function NewNote({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const [text, setText] = useState('');
  const note = useDeskAction(view.id, 'note');
  const save = () => {
    const mentions = view.colleagues.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
    note.mutate(
      { text: text.trim(), mentions },
      {
        onSuccess: () => {
          setText('');
        },
      },
    );
  };
  return (
    <Flex vertical gap={8}>
      <Mentions
        aria-label={t('noteLabel')}
        placeholder={t('noteLabel')}
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={setText}
        options={view.colleagues.map(({ id, name }) => ({ key: id, value: name, label: name }))}
      />
      <Button disabled={text.trim() === ''} loading={note.isPending} onClick={save}>
        {t('noteSave')}
      </Button>
    </Flex>
  );
}
