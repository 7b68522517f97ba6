import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { post } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/errors.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/conversation.ts';
import { conversationKey, conversationPath } from '../conversation-key.ts';

/** A call that was promised. */
export interface Callback {
  readonly text: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly phone?: string;
}

/** Makes a promise to call into a task that somebody is reminded of; says that it was made, or why not. */
export function useCallbackTask(conversationId: string) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, dueAt, phone }: Callback) =>
      post<unknown>(`${conversationPath(conversationId)}/callback`, {
        text,
        dueAt,
        ...(phone === undefined || phone.trim() === '' ? {} : { phone: phone.trim() }),
      }),
    onSuccess: () => {
      void message.success(t('callbackDone'));
      return client.invalidateQueries({ queryKey: conversationKey(conversationId) });
    },
    onError: (error) => message.error(explain(error)),
  });
}
