import { useCallback, useEffect, useRef } from 'react';
import type { InboxPage } from '../../wire/inbox.ts';
import { get } from '../api/client.ts';

/** One that was told of after the connection came back can be told of by an event as well, within so many ms. */
const TWICE_MS = 10_000;

/** As `key`: an urgent conversation that was handed back and is urgent once more is another one. */
async function urgentNow(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await get<InboxPage>('/api/inbox?queue=urgent&limit=200');
  return new Map(rows.map(({ id, handoffSince }) => [`${id} ${String(handoffSince)}`, id]));
}

/**
 * Where events were lost for good (`reset`), asks which conversations are urgent and tells of those that were not when the page opened
 * or asked last. Returns what to call at a reset, what to call when an event told of one, and whether
 * an event tells of what was just told.
 */
export function useMissedUrgent(asks: boolean, tell: (conversationId: string) => void) {
  const known = useRef<ReadonlyMap<string, string>>(new Map());
  const told = useRef(new Map<string, number>());
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  const note = useCallback(() => {
    void urgentNow().then((now) => {
      known.current = now;
    }, ignored);
  }, []);
  useEffect(() => {
    if (asks) note();
  }, [asks, note]);
  const catchUp = useCallback(async () => {
    const now = await urgentNow().catch(ignored);
    if (now === undefined) return;
    const missed = [...now].filter(([key]) => !known.current.has(key)).map(([, id]) => id);
    known.current = now;
    for (const id of missed) {
      told.current.set(id, Date.now());
      latest.current(id);
    }
  }, []);
  const wasTold = useCallback((id: string) => Date.now() - (told.current.get(id) ?? 0) < TWICE_MS, []);
  return { catchUp, note, wasTold };
}

/** The page says elsewhere that it is cut off, and asks again when it is not. */
function ignored(): undefined {
  return undefined;
}
