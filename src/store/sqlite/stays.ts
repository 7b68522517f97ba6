import type { StayFacts } from '../../domain/patient.ts';
import type { StayRow } from '../store.ts';
import type { Row } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { asChannel, parseJson } from './rows.ts';

/** What of a stay never changes after the import; the rest are columns. */
type StoredStay = Omit<StayRow, 'channel' | 'address' | 'followUp' | 'followUpAt' | 'cancelReason'>;

export const STAY_COLUMNS = 's.id, s.channel, s.address, s.follow_up, s.follow_up_at, s.cancel_reason, s.stay';

/** Reads STAY_COLUMNS. */
export function decodeStay(row: Row): StayRow {
  const stored = parseJson(text(row, 6), `of stay ${text(row, 0)}`) as StoredStay;
  return {
    ...stored,
    channel: asChannel(text(row, 1)),
    address: text(row, 2),
    followUp: text(row, 3) as StayRow['followUp'],
    followUpAt: numberOrNull(row, 4),
    cancelReason: textOrNull(row, 5) as StayRow['cancelReason'],
  };
}

/** `patientId`: the stored patient's, should the import have given that record number another one. */
export function encodeStay(row: StayRow, patientId: string): string {
  const facts: StayFacts = row.facts.patientId === patientId ? row.facts : { ...row.facts, patientId };
  const { recordNo, admittedOn, disposition, secondPhone, relation, flags, windowEnd } = row;
  const stored: StoredStay = { facts, recordNo, admittedOn, disposition, secondPhone, relation, flags, windowEnd };
  return JSON.stringify(stored);
}

/** Column `index` as 0 or 1. */
export function flag(row: Row, index: number): boolean {
  return number(row, index) === 1;
}
