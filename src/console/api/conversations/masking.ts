import { nameShown } from '../../../bot/phrases/patient-name.ts';
import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { Gender } from '../../../domain/patient.ts';
import type { ChannelId } from '../../../domain/vocabulary.ts';

/** Digits of a number that stay: enough to tell two apart, not to call. */
const FIRST = 3;
const LAST = 4;
const CHINA = '+86';
/** Of a messenger's own id. */
const LAST_OF_ID = 4;

/** 王建国 → 王*国. */
export function maskedName(name: string, gender: Gender = 'unknown'): string {
  return nameShown(name, gender, 'masked', 'zh-CN');
}

/** +8613812345678 → 138****5678; an id of a messenger keeps its end. */
export function maskedAddress(channel: ChannelId, address: string): string {
  if (channel === 'telegram' || channel === 'web') return `…${address.slice(-LAST_OF_ID)}`;
  return maskedNumber(address);
}

/** As dialled at home; a short one keeps its last two digits. */
export function maskedNumber(number: string): string {
  const dialled = number.startsWith(CHINA) ? number.slice(CHINA.length) : number;
  if (dialled.length <= FIRST + LAST) return '*'.repeat(Math.max(0, dialled.length - 2)) + dialled.slice(-2);
  return dialled.slice(0, FIRST) + '*'.repeat(dialled.length - FIRST - LAST) + dialled.slice(-LAST);
}

/** Whose conversation it is, as lists show it; null: somebody who is not known. */
export function maskedPatient({ stay }: Pick<ConversationRecord, 'stay'>): string | null {
  return stay === null ? null : maskedName(stay.patientName, stay.gender);
}
