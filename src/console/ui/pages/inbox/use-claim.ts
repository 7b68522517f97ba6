import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ConversationView } from '../../../wire/conversation.ts';
import { post } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/inbox.ts';
import { conversationKey, conversationPath } from '../conversation/conversation-key.ts';

/** Claims a conversation from the list. Whoever was slower is told who has it. */
export function useClaim() {
  const t = useWords(words);
  const { message } = App.useApp();
  const explain = useErrorWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<ConversationView>(`${conversationPath(id)}/claim`),
    onSuccess: (view) => {
      client.setQueryData(conversationKey(view.id), view);
      void message.success(t('claimed'));
    },
    onError: (error) => message.warning(explain(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
}
