import {
  type Emergency,
  type EmergencyLimits,
  type EmergencyRing,
  NEVER_RANG,
  type Rung,
  ringsAt,
} from '../domain/emergency.ts';
import type { Store } from '../store/store.ts';

export interface EmergencyWatchDeps {
  readonly store: Pick<Store, 'desk'>;
  readonly limits: () => EmergencyLimits;
  readonly ring: (conversationId: string, ring: EmergencyRing) => void;
}

/**
 * Rings again for urgent handoffs that nobody opens or answers, until somebody does. When each rang last is not kept: a service that was
 * started again rings at once, for whoever heard the last ring may have missed it.
 */
export class EmergencyWatch {
  readonly #deps: EmergencyWatchDeps;
  #rung: ReadonlyMap<string, Rung> = new Map();

  constructor(deps: EmergencyWatchDeps) {
    this.#deps = deps;
  }

  /** One look; when to look again (epoch ms), undefined: nothing is urgent. */
  async round(now: number): Promise<number | undefined> {
    const { store, limits } = this.#deps;
    const emergencies = await store.desk.emergencies();
    const rung = new Map<string, Rung>();
    for (const one of emergencies) rung.set(keyOf(one), this.#ringIfDue(one, now, limits()));
    this.#rung = rung;
    const next = emergencies.flatMap((one) =>
      Object.values(ringsAt(one, limits(), rung.get(keyOf(one)) ?? NEVER_RANG)),
    );
    return next.length === 0 ? undefined : Math.min(...next);
  }

  #ringIfDue(emergency: Emergency, now: number, limits: EmergencyLimits): Rung {
    const before = this.#rung.get(keyOf(emergency)) ?? NEVER_RANG;
    const { unopened, unanswered } = ringsAt(emergency, limits, before);
    if (now < Math.min(unopened, unanswered)) return before;
    const ring = now >= unanswered ? 'unanswered' : 'unopened';
    this.#deps.ring(emergency.conversationId, ring);
    return { any: now, unanswered: ring === 'unanswered' ? now : before.unanswered };
  }
}

/** What was urgent, was handed back and is urgent anew is another one. */
function keyOf({ conversationId, since }: Emergency): string {
  return `${conversationId} ${String(since)}`;
}
