import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { StandardReply } from '../../../../wire/conversation.ts';
import { get, withQuery } from '../../../api/client.ts';
import { matching } from './standard-picker.tsx';

/** A slash at the start of the text, and what follows it on the same line, asks for a standard reply. */
export const ASKING = /^[/／]([^\n]*)$/u;

/** Standard replies while the text begins with a slash; the keys of the box steer them. */
export function usePicker(conversationId: string, text: string, onText: (text: string) => void) {
  const asked = ASKING.exec(text)?.[1];
  const [dismissed, setDismissed] = useState(false);
  const [at, setAt] = useState(0);
  const isOpen = asked !== undefined && !dismissed;
  const { data: all } = useQuery({
    queryKey: ['standard-replies', conversationId],
    queryFn: () => get<readonly StandardReply[]>(withQuery('/api/standard-replies', { conversationId })),
    enabled: isOpen,
    staleTime: 5 * 60_000,
  });
  const replies = useMemo(() => matching(all ?? [], asked ?? ''), [all, asked]);
  // Nothing is there before the replies have come; keys are pressed all the same.
  const current = Math.max(0, Math.min(at, replies.length - 1));
  const pick = (reply: StandardReply) => {
    setAt(0);
    onText(reply.text);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      setAt(Math.min(current + 1, replies.length - 1));
    },
    ArrowUp: () => {
      setAt(Math.max(current - 1, 0));
    },
    Enter: () => {
      const reply = replies[current];
      if (reply !== undefined) pick(reply);
    },
    Escape: () => {
      setDismissed(true);
    },
  };
  /** True if the key was the picker's. */
  const onKey = (event: KeyboardEvent): boolean => {
    const act =
      isOpen && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing ? keys[event.key] : undefined;
    if (act === undefined) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };
  const onWritten = () => {
    setDismissed(false);
    setAt(0);
  };
  return { isOpen, replies, at: current, pick, onKey, onWritten };
}
