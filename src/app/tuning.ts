import type { DeliverySettings } from '../bot/delivery/delivery.types.ts';
import type { TelegramOptions } from '../channels/telegram/options.ts';

/**
 * Spans that crash tests and trials shorten so that they need not wait minutes for a lease or for the carrier's list.
 * Given in code only; no setting and no environment variable reaches it, and the service itself passes none.
 */
export interface Tuning {
  readonly delivery?: Partial<Pick<DeliverySettings, 'leaseMs' | 'checkAfterMs' | 'retryBaseMs' | 'maxSleepMs'>>;
  readonly carrier?: { readonly timeoutMs?: number; readonly absentAfterMs?: number };
  /** A stand-in for the Bot API, and shorter spans. */
  readonly telegram?: Pick<TelegramOptions, 'apiRoot' | 'timeoutMs' | 'pollSeconds' | 'retryMs' | 'chatGapMs'>;
  /** Looking for texts whose webhook never came. */
  readonly sweep?: { readonly everyMs?: number; readonly overlapMs?: number };
  /** How often the knowledge base is looked at. */
  readonly knowledgePollMs?: number;
}
