import { nameShown } from '../bot/phrases/patient-name.ts';
import type { RegisterRecord } from '../domain/register.ts';

/** Digits of a number that stay: enough to tell two apart, not to call. */
const FIRST = 3;
const LAST = 4;
const CHINA = '+86';

/** 王建国 → 王*国, as the opening of a follow-up names a patient. */
export function maskName(name: string): string {
  return name === '' ? '' : nameShown(name, 'unknown', 'masked', 'zh-CN');
}

/** +8613812345678 → 138****5678, as dialled at home; a short one keeps its last two digits. */
export function maskNumber(text: string): string {
  const dialled = text.startsWith(CHINA) ? text.slice(CHINA.length) : text;
  if (dialled.length <= FIRST + LAST) return '*'.repeat(Math.max(0, dialled.length - 2)) + dialled.slice(-2);
  return dialled.slice(0, FIRST) + '*'.repeat(dialled.length - FIRST - LAST) + dialled.slice(-LAST);
}

/** The entry as it is shown until somebody opens it with a reason: whose it is can be told apart, not read. */
export function masked<
  T extends Pick<RegisterRecord, 'contactName' | 'patientName' | 'recordNo' | 'phone' | 'address'>,
>(entry: T): T {
  return {
    ...entry,
    contactName: maskName(entry.contactName),
    patientName: maskName(entry.patientName),
    recordNo: maskNumber(entry.recordNo),
    phone: maskNumber(entry.phone),
    address: entry.address === '' ? '' : '***',
  };
}
