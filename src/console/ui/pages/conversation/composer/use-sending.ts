import { useState } from 'react';
import type { ConversationView, WordingCheck } from '../../../../wire/conversation.ts';
import { useDeskAction } from '../use-conversation.ts';
import { holesIn } from './holes.ts';
import type { useDraft } from './use-draft.ts';
import { ASKING } from './use-picker.ts';
import { type Promising, usePromise } from './use-promise.ts';
import { useWording } from './use-wording.ts';

const SHORTEST_REASON = 2;

interface Sending {
  readonly check: WordingCheck | undefined;
  readonly holes: readonly string[];
  readonly override: string;
  readonly setOverride: (reason: string) => void;
  /** The task of what the reply promises; null: it promises nothing. */
  readonly promising: Promising | null;
  /** Nothing stands in its way: it has words, asks for no standard reply, no open places, and a reason for what is flagged. */
  readonly isReady: boolean;
  readonly busy: boolean;
  readonly send: () => void;
  readonly sendLater: (sendAt: number, onDone: () => void) => void;
}

/** Sends the reply, now or later, when nothing stands in its way. */
export function useSending(view: ConversationView, draft: ReturnType<typeof useDraft>, canReply: boolean): Sending {
  const [override, setOverride] = useState('');
  const { id, text } = draft.writing;
  const check = useWording(view.id, text, canReply);
  const reply = useDeskAction(view.id, 'reply');
  const schedule = useDeskAction(view.id, 'schedule');
  const { promising, keep } = usePromise(view.id, check, text);
  const holes = holesIn(text);
  const flagged = (check?.flags.length ?? 0) > 0;
  const reason = override.trim();
  const isReady =
    canReply &&
    text.trim() !== '' &&
    !ASKING.test(text) &&
    holes.length === 0 &&
    (!flagged || reason.length >= SHORTEST_REASON);
  const body = { id, text: text.trim(), ...(flagged ? { override: reason } : {}) };
  const sent = () => {
    keep();
    setOverride('');
    draft.startAnew();
  };
  const busy = reply.isPending || schedule.isPending;
  return {
    check,
    holes,
    override,
    setOverride,
    promising,
    isReady,
    busy,
    send: () => {
      if (isReady && !busy) reply.mutate(body, { onSuccess: sent });
    },
    sendLater: (sendAt, onDone) => {
      schedule.mutate(
        { ...body, sendAt },
        {
          onSuccess: () => {
            sent();
            onDone();
          },
        },
      );
    },
  };
}
