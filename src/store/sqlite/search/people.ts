import { type Row, text, textOrNull, type Value } from '../database.ts';
import type { Normal } from './words.ts';

/** What a conversation is found by, beside its lines. Of a row `c` of conversations. */
export const PERSON_COLUMNS = `c.address, c.record ->> '$.stay.patientName', c.record ->> '$.relation.name',
  (SELECT p.record_no FROM patients p WHERE p.id = c.record ->> '$.stay.patientId')`;

/** The words of PERSON_COLUMNS from column `from` on: names, digits of the address, number of the record. */
export function personText(row: Row, from: number, normal: Normal): string {
  const [name, relative, recordNo] = [1, 2, 3].map((at) => textOrNull(row, from + at) ?? '');
  return normal([name, relative, digitsOf(text(row, from)), recordNo].join('\n'));
}

/** +8613812345678 → 8613812345678; ids of messengers stay as they are. */
function digitsOf(address: string): Value & string {
  return address.replace(/^\+/, '');
}
