import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Mentions, Typography } from 'antd';
import { useState } from 'react';
import { mayDo } from '../../../../../access/roles.ts';
import type { ConversationView, DeskBodies, NoteView } from '../../../../wire/conversation.ts';
import { post } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/errors.ts';
import { useWords } from '../../../language/language.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/conversation.ts';
import { conversationKey, conversationPath } from '../conversation-key.ts';

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
  const t = useWords(words);
  return (
    <article className="note">
      <Flex justify="space-between" gap={8}>
        <strong>{note.author.id === 'system' ? t('system') : note.author.name}</strong>
        <Clock at={note.at} />
      </Flex>
      <div className="lines">{note.text}</div>
    </article>
  );
}

function NewNote({ view }: { readonly view: ConversationView }) {
  const t = useWords(words);
  const [text, setText] = useState('');
  const { message } = App.useApp();
  const explain = useErrorWords();
  const client = useQueryClient();
  const people = view.colleagues.filter(({ role }) => mayDo(role, 'conversation.view'));
  const note = useMutation({
    mutationFn: (body: DeskBodies['note']) => post<NoteView>(`${conversationPath(view.id)}/note`, body),
    onSuccess: () => {
      setText('');
      void message.success(t('done_note'));
      return client.invalidateQueries({ queryKey: conversationKey(view.id) });
    },
    onError: (error) => message.error(explain(error)),
  });
  const save = () => {
    note.mutate({
      text: text.trim(),
      mentions: people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id),
    });
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
        options={people.map(({ id, name }) => ({ key: id, value: name, label: name }))}
      />
      <Button disabled={text.trim() === ''} loading={note.isPending} onClick={save}>
        {t('noteSave')}
      </Button>
    </Flex>
  );
}
