/** Who of the staff did something, and when (epoch ms). */
export interface StaffDeed {
  /** Account. */
  readonly account: string;
  readonly at: number;
}

/** An urgent handoff that nobody has answered yet, neither in the conversation nor otherwise. */
export interface Emergency {
  readonly conversationId: string;
  /** Epoch ms at which it became urgent. */
  readonly since: number;
  /** Who opened it first; null: nobody has. */
  readonly opened: StaffDeed | null;
  /** Who claimed it last; null: nobody has since it is urgent. */
  readonly taken: StaffDeed | null;
}

/** How long, in ms: until somebody has opened it, and until it is answered. */
export interface EmergencyLimits {
  readonly openMs: number;
  readonly answerMs: number;
}

/** `unopened`: nobody has looked in time · `unanswered`: it has waited longer than it may, and supervisors are told. */
export type EmergencyRing = 'unopened' | 'unanswered';

/** When it rang last, of any kind and as unanswered (epoch ms); null: not yet. */
export interface Rung {
  readonly any: number | null;
  readonly unanswered: number | null;
}

export const NEVER_RANG: Rung = { any: null, unanswered: null };

/**
 * When it rings again. Unopened it does so every `openMs`; unanswered every `answerMs`, and whoever claims it has that long before the
 * others are called once more.
 */
export function ringsAt(
  { since, opened, taken }: Emergency,
  { openMs, answerMs }: EmergencyLimits,
  rung: Rung,
): Readonly<Record<EmergencyRing, number>> {
  const begun = Math.max(since, taken?.at ?? since, rung.unanswered ?? since);
  return {
    unopened: opened === null ? (rung.any ?? since) + openMs : Number.POSITIVE_INFINITY,
    unanswered: begun + answerMs,
  };
}
