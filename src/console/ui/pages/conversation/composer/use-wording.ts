import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WordingCheck } from '../../../../wire/conversation.ts';
import { post } from '../../../api/client.ts';

const PAUSE_MS = 400;

/** What is to be said of a reply before it leaves: wordings that we never use, segments, cost. */
export function useWording(conversationId: string, typed: string, enabled: boolean): WordingCheck | undefined {
  const [text, setText] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => {
      setText(typed.trim());
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed]);
  const { data } = useQuery({
    queryKey: ['wording', conversationId, text],
    queryFn: () => post<WordingCheck>('/api/check-wording', { text, conversationId }),
    enabled: enabled && text !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return text === '' ? undefined : data;
}
