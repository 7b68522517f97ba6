import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import type { ConversationView, DeskAction, DeskBodies } from '../../../wire/conversation.ts';
import { get, post } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { useLive } from '../../shell/live.tsx';
import { words } from '../../words/conversation.ts';
import { conversationKey, conversationPath } from './conversation-key.ts';

/** Events come in bursts: a turn, its delivery, the desk. */
const TOGETHER_MS = 200;

/** The conversation, renewed when something happens in it. */
export function useConversation(id: string) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive('conversation', (event) => {
    if (event.type !== 'conversation' || event.conversationId !== id) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // Asking is a view: what nobody looks at is asked for when somebody looks again.
      const refetchType = document.hidden ? 'none' : 'active';
      void client.invalidateQueries({ queryKey: conversationKey(id), refetchType });
    }, TOGETHER_MS);
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [id],
  );
  return useQuery({
    queryKey: conversationKey(id),
    queryFn: ({ signal }) => get<ConversationView>(conversationPath(id), signal),
    refetchOnWindowFocus: true,
  });
}

/** Those that answer with the conversation as it is then. */
type Action = Exclude<DeskAction, 'unmask' | 'note' | 'callback'>;
type BodyOf<A extends Action> = A extends keyof DeskBodies ? DeskBodies[A] : Readonly<Record<string, never>>;

/** One thing that staff do with the conversation; what came of it is shown, a refusal is said in words. */
export function useDeskAction<A extends Action>(id: string, action: A) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<A>) => post<ConversationView>(`${conversationPath(id)}/${action}`, body),
    onSuccess: (view) => {
      client.setQueryData(conversationKey(id), view);
      void message.success(t(`done_${action}`));
    },
    onError: (error) => {
      void message.warning({ content: explain(error), duration: 8 });
      // Somebody else was faster: what is shown is old.
      void client.invalidateQueries({ queryKey: conversationKey(id) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
}
