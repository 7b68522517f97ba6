import { MessageOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Badge, Button, Popover, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MentionView } from '../../wire/conversation.ts';
import { get, post } from '../api/client.ts';
import { useErrorWords } from '../api/errors.ts';
import { useWords } from '../language/language.tsx';
import { TimeAgo } from '../parts/times.tsx';
import { words } from '../words/shell.ts';
import { useLive } from './live.tsx';

const KEY = ['mentions'] as const;

/** Notes in which colleagues name who is signed in; they stay until they were opened or marked. */
export function MentionsMenu() {
  const t = useWords(words);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data: notes = [] } = useQuery({
    queryKey: KEY,
    queryFn: () => get<readonly MentionView[]>('/api/mentions'),
  });
  useLive('mention', () => {
    void client.invalidateQueries({ queryKey: KEY });
  });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <MentionList
          notes={notes}
          onOpened={() => {
            setOpen(false);
          }}
        />
      }
    >
      <Badge count={notes.length} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<MessageOutlined />}
          aria-label={notes.length === 0 ? t('mentions') : t('mentionsCount', { n: notes.length })}
        />
      </Badge>
    </Popover>
  );
}

interface ListProps {
  readonly notes: readonly MentionView[];
  readonly onOpened: () => void;
}

function MentionList({ notes, onOpened }: ListProps) {
  const t = useWords(words);
  const { message } = App.useApp();
  const explain = useErrorWords();
  const client = useQueryClient();
  const seen = useMutation({
    mutationFn: (noteIds: readonly string[]) => post<unknown>('/api/mentions/seen', { noteIds }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
    onError: (error) => message.error(explain(error)),
  });
  if (notes.length === 0) return <Typography.Text type="secondary">{t('noMentions')}</Typography.Text>;
  return (
    <div className="mention-list">
      {notes.map((note) => (
        <Link
          key={note.id}
          href={`/c/${encodeURIComponent(note.conversationId)}`}
          className="mention"
          onClick={() => {
            seen.mutate([note.id]);
            onOpened();
          }}
        >
          <span>
            <strong>{note.author.name}</strong> · {note.patientName} · <TimeAgo at={note.at} />
          </span>
          <span className="mention-text">{note.text}</span>
        </Link>
      ))}
      <Button
        block
        loading={seen.isPending}
        onClick={() => {
          seen.mutate(notes.map(({ id }) => id));
        }}
      >
        {t('mentionsSeen')}
      </Button>
    </div>
  );
}
