import type { Clock } from '../../domain/clock.ts';
import type { StaffDraft, Store } from '../../store/store.ts';
import { createLoop, type Loop } from '../timers/loop.ts';
import type { StaffResult } from './actions.ts';

const BATCH = 50;
const MAX_SLEEP_MS = 5_000;

export interface ScheduledDeps {
  readonly store: Pick<Store, 'desk'>;
  readonly clock: Clock;
  readonly send: (draft: StaffDraft) => Promise<StaffResult>;
  readonly onError: (error: unknown) => void;
}

/** Sends what staff have written for later, oldest first. A draft that has left is gone: a restart sends none twice. */
export function createScheduledReplies(deps: ScheduledDeps): Loop {
  const { store, clock, send, onError } = deps;
  const round = async (): Promise<number | undefined> => {
    for (const draft of await store.desk.dueDrafts(clock.now(), BATCH)) {
      const result = await send(draft);
      // Of a conversation that is not there any more.
      if (result.type === 'missing') await store.desk.dropDraft(draft.id, draft.author);
    }
    return store.desk.nextDraftDue();
  };
  return createLoop({ clock, round, maxSleepMs: MAX_SLEEP_MS, onError });
}
