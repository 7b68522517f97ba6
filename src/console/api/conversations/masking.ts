import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { ChannelId } from '../../../domain/vocabulary.ts';
import { maskName, maskNumber } from '../../../registers/masking.ts';

/** Of a messenger's own id. */
const LAST_OF_ID = 4;

/** +8613812345678 → 138****5678; an id of a messenger keeps its end. */
export function maskedAddress(channel: ChannelId, address: string): string {
  if (channel === 'telegram' || channel === 'web') return `…${address.slice(-LAST_OF_ID)}`;
  return maskNumber(address);
}

/** Whose conversation it is, as lists show it; null: somebody who is not known. */
export function maskedPatient({ stay }: Pick<ConversationRecord, 'stay'>): string | null {
  return stay === null ? null : maskName(stay.patientName);
}
