import { useState } from 'react';
import type { WordingCheck } from '../../../../wire/conversation.ts';
import { useCallbackTask } from '../actions/use-callback-task.ts';

/** What a task is called at most, in UTF-16 units; a reply may be longer. */
const LONGEST = 300;

/** The task that a reply's promise becomes once it is sent. */
export interface Promising {
  readonly isWanted: boolean;
  readonly want: (wanted: boolean) => void;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly setDueAt: (at: number) => void;
}

/** Offers the task of a call that the reply promises; `keep` makes it, after the reply has left. */
export function usePromise(
  conversationId: string,
  check: WordingCheck | undefined,
  text: string,
): { readonly promising: Promising | null; readonly keep: () => void } {
  const [isWanted, want] = useState(true);
  const [chosen, setDueAt] = useState<number | null>(null);
  const callback = useCallbackTask(conversationId);
  const read = check?.promisedFor ?? null;
  if (read === null) return { promising: null, keep: () => undefined };
  const dueAt = chosen ?? read;
  return {
    promising: { isWanted, want, dueAt, setDueAt },
    keep: () => {
      if (isWanted) callback.mutate({ text: text.trim().slice(0, LONGEST), dueAt });
      want(true);
      setDueAt(null);
    },
  };
}
