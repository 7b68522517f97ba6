import type { Clock } from '../domain/clock.ts';
import type { IdSource } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** What accounts and sessions are kept with. */
export interface AccessDeps {
  readonly store: Pick<Store, 'accounts' | 'sessions' | 'audit'>;
  readonly ids: IdSource;
  /** The service's clock, which the demo moves: dates of accounts. */
  readonly clock: Clock;
  /** The machine's clock, epoch ms: sessions, waits and second factors go by it, as browsers and phones do. */
  readonly realNow: () => number;
}
