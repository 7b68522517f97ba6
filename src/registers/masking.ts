import type { RegisterRecord } from '../domain/register.ts';

/** A phone number keeps so many of its first and last digits. */
const FIRST = 3;
const LAST = 4;

/** 张*三 → keeps the first character only: 张**. */
export function maskName(name: string): string {
  const letters = Array.from(name);
  return letters.length <= 1 ? name : `${letters[0] ?? ''}${'*'.repeat(letters.length - 1)}`;
}

/** 138****1234; a short one keeps its last two digits. */
export function maskNumber(text: string): string {
  if (text.length <= FIRST + LAST) return text.length <= 2 ? text : `${'*'.repeat(text.length - 2)}${text.slice(-2)}`;
  return `${text.slice(0, FIRST)}${'*'.repeat(text.length - FIRST - LAST)}${text.slice(-LAST)}`;
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
