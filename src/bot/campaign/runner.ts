import { type Clock, MINUTE } from '../../domain/clock.ts';
import type { DueFollowUp, StayRow, Store } from '../../store/store.ts';
import { createLoop, type Loop } from '../timers/loop.ts';
import type { Place } from './choose.ts';
import { type CampaignRules, decideFollowUp } from './decide.ts';
import { isPaused } from './switch.ts';

const BATCH = 200;
const MAX_SLEEP_MS = 10_000;
/** How long a follow-up that could not be opened is left alone. */
const RETRY_AFTER = 10 * MINUTE;

export interface CampaignDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly rules: () => CampaignRules;
  readonly open: (stay: StayRow, place: Place) => Promise<'opened' | 'busy'>;
  readonly withdraw: (conversationId: string, why: 'deceased' | 'readmitted') => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Opens planned follow-ups when their moment comes, and ends open ones whose patient died or is back in hospital. All of it is
 * rows: a restart goes on where it was.
 */
export function createCampaign(deps: CampaignDeps): Loop {
  const { store, clock, onError } = deps;
  const round = async () => {
    for (const { conversationId, why } of await store.campaign.toWithdraw(BATCH)) {
      await deps.withdraw(conversationId, why).catch(onError);
    }
    for (;;) {
      // Asked before each batch: a list of thousands goes on for a while.
      if (await isPaused(store)) return undefined;
      const now = clock.now();
      const due = await store.campaign.due(now, BATCH);
      await Promise.all(due.map((item) => handleSafely(deps, item, now)));
      if (due.length < BATCH) return store.campaign.nextDue();
    }
  };
  return createLoop({ clock, round, maxSleepMs: MAX_SLEEP_MS, onError });
}

/** One follow-up that fails is put off and does not hold up the others. */
async function handleSafely(deps: CampaignDeps, item: DueFollowUp, now: number): Promise<void> {
  try {
    await handle(deps, item, now);
  } catch (error) {
    deps.onError(error);
    await deps.store.campaign.postpone(item.stay.facts.stayId, now + RETRY_AFTER);
  }
}

async function handle(deps: CampaignDeps, item: DueFollowUp, now: number): Promise<void> {
  const { stay } = item;
  const decision = decideFollowUp(item, now, deps.rules());
  if (decision.type === 'cancel') {
    await deps.store.campaign.cancel(stay.facts.stayId, decision.reason);
    return;
  }
  if (decision.type === 'open' && (await deps.open(stay, decision.place)) === 'opened') return;
  const busy = decideFollowUp(allBusy(item), now, deps.rules());
  const until = decision.type === 'postpone' ? decision.until : busy.type === 'postpone' ? busy.until : stay.windowEnd;
  await deps.store.campaign.postpone(stay.facts.stayId, until);
}

/** As if whoever it is to be opened with were in a talk: when is the next time to try? */
function allBusy(item: DueFollowUp): DueFollowUp {
  return { ...item, contactBusy: true, enrolled: item.enrolled.map((one) => ({ ...one, busy: true })) };
}
