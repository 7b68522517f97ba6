import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../domain/clock.ts';
import type { SendingHours } from '../../domain/hours.ts';
import type { Logger } from '../../domain/logger.ts';
import type { DeliveryState } from '../../domain/message.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import type { Store } from '../../store/store.ts';
import type { ProactiveCaps } from '../campaign/caps.ts';

/**
 * Why a message will not arrive. `opted_out` and `unreachable` say something about the number and become a turn of the
 * conversation; the others ask a person to look: too late (`expired`), refused for good (`failed`), fate unknown
 * (`uncertain`). `paused`: too late only because the campaign was paused: an opening is planned anew, a later
 * line becomes a note for staff.
 */
export type UndeliverableReason = 'opted_out' | 'unreachable' | 'expired' | 'failed' | 'uncertain' | 'paused';

/** Which message, and a sentence for staff. */
interface UndeliverableMessage {
  readonly seq: number;
  readonly code: string;
  readonly detail: string;
}

/** Instants at which a crash test may end the process. */
type CrashPoint = 'after-claim' | 'before-send' | 'after-send-before-mark' | 'after-mark';

/** Counts for /metrics: how a claimed line was settled. `held`: it was no attempt. */
interface DeliveryMetrics {
  settled(channel: ChannelId, how: DeliveryState | 'retry' | 'held'): void;
}

/** When proactive messages may leave, and how many to one contact. */
export interface SendingRules {
  readonly sendingHours: SendingHours;
  readonly zone: string;
  readonly caps: ProactiveCaps;
}

/** How fast a channel may be used: messages a second, and how many at once after a rest. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

type Rates = Readonly<Partial<Record<ChannelId, Rate>>>;

export interface DeliveryDeps {
  readonly store: Pick<Store, 'outbox' | 'turns' | 'views'>;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  /**
   * Called before the message is settled, so that a crash in between repeats the call and never forgets it: the same
   * report may come twice.
   */
  readonly onUndeliverable: (
    conversationId: string,
    why: UndeliverableReason,
    message: UndeliverableMessage,
  ) => Promise<void>;
  /** Asked at each attempt. */
  readonly sendingRules: () => SendingRules;
  /** True while nothing proactive may leave; asked for proactive messages only. */
  readonly isPaused: () => Promise<boolean>;
  /** Rates that are configured, asked at each attempt; those of `settings` hold for the other channels. */
  readonly rates?: () => Rates;
  readonly logger: Logger;
  readonly metrics?: DeliveryMetrics;
  readonly crashPoint?: (name: CrashPoint) => void;
  /** 0 ≤ x < 1; spreads retries. */
  readonly random?: () => number;
  readonly settings?: Partial<DeliverySettings>;
}

/** All spans in milliseconds. */
export interface DeliverySettings {
  /** Sends and checks under way at once. */
  readonly concurrency: number;
  /** A claim must outlive the channel's own time-out. */
  readonly leaseMs: number;
  /** Retries of a failure that names no other limit. */
  readonly maxAttempts: number;
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** After an uncertain send: when to look, counted from the attempt; the last step repeats. */
  readonly checkAfterMs: readonly number[];
  /** After that long without an answer, the message stays `uncertain` and staff are told. */
  readonly giveUpMs: number;
  /** First pause of a channel after a fault of ours; it doubles up to the maximum. */
  readonly pauseBaseMs: number;
  readonly pauseMaxMs: number;
  /** Longest sleep when nothing is due: a safety net below the wake-ups. */
  readonly maxSleepMs: number;
  readonly rates: Rates;
}

/** Is a channel usable, as far as sending knows? */
export interface ChannelHealth {
  readonly channel: ChannelId;
  readonly ok: boolean;
  /** Epoch ms until which it is paused, and the code of the fault. */
  readonly pausedUntil?: number;
  readonly code?: string;
}
