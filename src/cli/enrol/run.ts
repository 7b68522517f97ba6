import { systemClock } from '../../app/clocks.ts';
import { CLOCK_KEY } from '../../app/demo-clock.ts';
import { issueEnrolments } from '../../app/enrolment.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { ENROLMENT_PATH, type EnrolmentsIssued, type EnrolmentWish } from '../../server/internal.ts';
import type { Store } from '../../store/store.ts';
import { withData } from '../data/with-data.ts';

/** The demo's clock stands still while the service is down. */
async function nowOf(store: Store, demo: boolean): Promise<number> {
  const kept = demo ? await store.settings.get(CLOCK_KEY) : undefined;
  return kept === undefined ? systemClock.now() : Number(kept);
}

/** Has tokens made by the service that holds the data file, or makes them itself when none does. */
export function issueLinks(wish: EnrolmentWish, env: EnvironmentSettings): Promise<EnrolmentsIssued> {
  return withData(env, {
    store: async (store) => issueEnrolments(store, wish, await nowOf(store, env.demo)),
    service: async (ask) => (await ask(ENROLMENT_PATH, wish)) as EnrolmentsIssued,
  });
}
