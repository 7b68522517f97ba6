import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveEvent, LiveType } from '../../wire/live.ts';
import { SESSION_KEY } from './session.tsx';

type Topic = LiveType | 'any';
type Listener = (event: LiveEvent) => void;

interface Live {
  readonly online: boolean;
  readonly listen: (topic: Topic, listener: Listener) => () => void;
}

const LiveContext = createContext<Live>({ online: true, listen: () => () => undefined });

/** A stream that the browser has given up is opened anew after this time. */
const AGAIN_MS = 3_000;

interface StreamHooks {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onState: (online: boolean) => void;
  /** The service has ended the stream or refuses it: perhaps nobody is signed in any more. */
  readonly onRefused: () => void;
}

/**
 * Keeps one stream of events open. The browser resumes a broken one by itself (Last-Event-ID); one that it has given up is opened anew,
 * and then everything counts as missed.
 */
function openStream({ onEvent, onState, onRefused }: StreamHooks): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (missed: boolean) => {
    source = new EventSource('/api/events');
    source.onopen = () => {
      onState(true);
      if (missed) onEvent({ id: 0, type: 'reset' });
    };
    source.onmessage = (message: MessageEvent<string>) => {
      onEvent(JSON.parse(message.data) as LiveEvent);
    };
    source.onerror = () => {
      onState(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      onRefused();
      again = setTimeout(() => {
        open(true);
      }, AGAIN_MS);
    };
  };
  open(false);
  return () => {
    clearTimeout(again);
    source?.close();
  };
}

/** One stream for all pages. `reset` makes every query ask again. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [online, setOnline] = useState(true);
  const [listeners] = useState(() => new Map<Topic, Set<Listener>>());
  useEffect(
    () =>
      openStream({
        onState: setOnline,
        onRefused: () => void client.invalidateQueries({ queryKey: SESSION_KEY }),
        onEvent: (event) => {
          if (event.type === 'reset')
            void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
          for (const topic of [event.type, 'any'] as const)
            for (const listener of listeners.get(topic) ?? []) listener(event);
        },
      }),
    [client, listeners],
  );
  const live = useMemo<Live>(
    () => ({
      online,
      listen: (topic, listener) => {
        const those = listeners.get(topic) ?? new Set<Listener>();
        listeners.set(topic, those.add(listener));
        return () => those.delete(listener);
      },
    }),
    [online, listeners],
  );
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

/** False while the stream of events is broken: what is shown may be old. */
export function useOnline(): boolean {
  return useContext(LiveContext).online;
}

/** Calls back for each event of the topic while the component is there. What `reset` asks for happens by itself. */
export function useLive(topic: Topic, callback: Listener): void {
  const { listen } = useContext(LiveContext);
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(
    () =>
      listen(topic, (event) => {
        latest.current(event);
      }),
    [listen, topic],
  );
}
