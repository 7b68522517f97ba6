import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { EntryView } from '../../../wire/registers.ts';
import { ApiError, get, post, put } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { useLive } from '../../shell/live.tsx';
import { words } from '../../words/registers.ts';

/** What is sent with a change: a step, new values of columns, or a link. */
export interface EntryChange {
  readonly how: 'step' | 'edit' | 'link';
  readonly body: object;
}

/** One entry and how it is changed. A change on an old version shows the latest; what was typed stays where it is. */
export function useEntry(kind: string, number: string) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const path = `/api/registers/${encodeURIComponent(kind)}/${encodeURIComponent(number)}`;
  const key = ['register', kind, number];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => get<EntryView>(path, signal) });
  useLive('register', (event) => {
    if (event.type === 'register' && event.number === number) void client.invalidateQueries({ queryKey: key });
  });
  // What the contact answers to the result comes as a message of their conversation.
  useLive('conversation', (event) => {
    const { conversationId } = query.data?.entry ?? {};
    if (event.type === 'conversation' && event.conversationId === conversationId)
      void client.invalidateQueries({ queryKey: key });
  });
  const change = useMutation({
    mutationFn: ({ how, body }: EntryChange) => {
      const sent = { ...body, version: query.data?.entry.version ?? 0 };
      return how === 'edit' ? put<EntryView>(path, sent) : post<EntryView>(`${path}/${how}`, sent);
    },
    onSuccess: (view) => {
      client.setQueryData(key, view);
      void client.invalidateQueries({ queryKey: ['registers'] });
      void message.success(t('saved'));
    },
    onError: (error) => {
      const code = error instanceof ApiError ? error.code : '';
      if (code === 'REGISTER_CONFLICT') void client.invalidateQueries({ queryKey: key });
      void message.error(code === 'REGISTER_CONFLICT' ? t('conflict') : explain(error), 6);
    },
  });
  return { path, query, change, refresh: () => client.invalidateQueries({ queryKey: key }) };
}
