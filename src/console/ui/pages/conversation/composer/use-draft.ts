import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationView, DraftView } from '../../../../wire/conversation.ts';
import { post } from '../../../api/client.ts';
import { conversationPath } from '../conversation-key.ts';
import { makeId } from './make-id.ts';

const PAUSE_MS = 1_200;

interface Writing {
  /** Of the reply to come and of its draft; a new one for each reply. */
  readonly id: string;
  readonly text: string;
}

/** What is written in this tab, by account and conversation: it outlives the page being left and come back to. */
const here = new Map<string, Writing>();
const placeOf = (account: string, conversation: string) => `${account} ${conversation}`;

function firstWriting(view: ConversationView, account: string): Writing {
  const mine = view.drafts.find(
    (draft) => draft.author.id === account && draft.sendAt === null && draft.refused === null,
  );
  return (
    here.get(placeOf(account, view.id)) ??
    (mine === undefined ? { id: makeId(), text: '' } : { id: mine.id, text: mine.text })
  );
}

/** The words in the reply box. They are kept by the service whenever the typing pauses, so that nothing typed is lost. */
export function useDraft(view: ConversationView, account: string) {
  const [writing, setWriting] = useState(() => firstWriting(view, account));
  const [saved, setSaved] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id: conversationId } = view;

  const save = useCallback(
    async ({ id, text }: Writing) => {
      // Not told: the words are still in the box, and the next pause tries again.
      const done = await post<unknown>(`${conversationPath(conversationId)}/draft`, { id, text }).then(
        () => true,
        () => false,
      );
      setSaved(done);
    },
    [conversationId],
  );
  useEffect(() => {
    here.set(placeOf(account, conversationId), writing);
  }, [account, conversationId, writing]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const write = useCallback(
    (text: string) => {
      setWriting((now) => {
        const next = { ...now, text };
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void save(next), PAUSE_MS);
        return next;
      });
      setSaved(false);
    },
    [save],
  );
  /** After sending, or when another draft is taken up. */
  const startAnew = useCallback((draft?: Pick<DraftView, 'id' | 'text'>) => {
    clearTimeout(timer.current);
    setWriting(draft === undefined ? { id: makeId(), text: '' } : { id: draft.id, text: draft.text });
    setSaved(true);
  }, []);
  return { writing, saved, write, startAnew };
}
