import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import type { FlowsCheck, FlowsView } from '../../../../wire/settings.ts';
import { get, post } from '../../../api/client.ts';
import { useLive } from '../../../shell/live.tsx';
import { useSession } from '../../../shell/session.tsx';
import { type KeptDraft, keepDraft, keptDraft } from './kept-drafts.ts';

const FLOWS_KEY = ['settings', 'flows'] as const;
/** Typing is followed by a check once it has paused. */
const PAUSE_MS = 500;

/** Follows a value once it has not changed for a while. */
function usePaused<T>(value: T, pause: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(value);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [value, pause]);
  return useDeferredValue(paused);
}

/** A text that somebody works on, from the file as it was when they began. */
export interface Draft {
  /** The file as it is now. */
  readonly disk: FlowsView;
  readonly text: string;
  /** Of the text that the draft was made from. */
  readonly base: string;
  readonly changed: boolean;
  readonly check: FlowsCheck | undefined;
  /** The check is of an earlier text. */
  readonly checking: boolean;
  readonly write: (text: string) => void;
  /** Drops the changes: the file as it is now. */
  readonly discard: () => void;
  /** Asks for the file again. */
  readonly refresh: () => Promise<FlowsView | undefined>;
}

/** Changes that are kept while other pages are looked at. */
function useOwn(desk: 'flows' | 'roster') {
  const key = `${useSession().account.id} ${desk}`;
  const [own, setOwn] = useState(() => keptDraft(key));
  const keep = (next: KeptDraft | null) => {
    keepDraft(key, next);
    setOwn(next);
  };
  return [own, keep] as const;
}

/** The file and what is changed of it; undefined until it is there. `desk`: where it is changed; each has changes of its own. */
export function useDraft(desk: 'flows' | 'roster'): {
  readonly draft: Draft | undefined;
  readonly error: unknown;
  readonly retry: () => unknown;
} {
  const client = useQueryClient();
  const {
    data: disk,
    error,
    refetch,
  } = useQuery({ queryKey: FLOWS_KEY, queryFn: () => get<FlowsView>('/api/settings/flows') });
  const [own, setOwn] = useOwn(desk);
  useLive('any', ({ type }) => {
    if (type === 'reset') void client.invalidateQueries({ queryKey: FLOWS_KEY });
  });
  const text = own?.text ?? disk?.text ?? '';
  const paused = usePaused(text, PAUSE_MS);
  const { data: check, isFetching } = useQuery({
    queryKey: ['settings', 'flows-check', disk?.base, paused],
    queryFn: () => post<FlowsCheck>('/api/settings/flows/check', { text: paused }),
    enabled: paused !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (disk === undefined) return { draft: undefined, error, retry: refetch };
  const draft: Draft = {
    disk,
    text,
    base: own?.base ?? disk.base,
    changed: own !== null && own.text !== disk.text,
    check,
    checking: isFetching || paused !== text,
    write: (next) => {
      setOwn({ text: next, base: own?.base ?? disk.base });
    },
    discard: () => {
      setOwn(null);
    },
    refresh: async () => (await refetch()).data,
  };
  return { draft, error, retry: refetch };
}
