import type { RejectCode, RepairCode } from './codes.ts';
import type { IntakeRules } from './rules.ts';
import { dropBlanks, halfWidth } from './text.ts';

/** A cell with phone numbers, read. `phone` and `second` are national mobile numbers of 11 digits. */
export type PhoneReading =
  | { readonly ok: true; readonly phone: string; readonly second: string | null; readonly repair: RepairCode | null }
  | { readonly ok: false; readonly code: Extract<RejectCode, `phone_${string}`> };

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;
const REMARK = /[([（【［][^)\]）】］]*[)\]）】］]/g;
const HYPHENS = /[-‐-―−–—－]/g;
const COUNTRY_CODE = /^(?:\+|00)?86(?=\d{11}$)/;

/** One number of a cell without blanks, hyphens and country code. */
function digitsOf(part: string): string {
  return dropBlanks(part).replace(HYPHENS, '').replace(COUNTRY_CODE, '');
}

/** The most telling of the repairs that made `phone` out of `cell`; null when nothing was changed. */
function repairOf(cell: string, plain: string, parts: readonly string[], phone: string): RepairCode | null {
  if (cell === phone) return null;
  if (parts.length > 1) return 'phone_two';
  if (/^['’‘`]/.test(plain)) return 'phone_spreadsheet';
  if (/^(?:\+|00)?86/.test(dropBlanks(plain).replace(HYPHENS, ''))) return 'phone_prefix';
  if (cell.search(/[０-９]/) >= 0) return 'phone_fullwidth';
  return dropBlanks(plain).replace(HYPHENS, '') === phone ? 'phone_spaces' : 'phone_remark';
}

/** Reads 联系电话 as the hospital's rules say. `cell` is trimmed. */
export function readPhone(cell: string, noPhone: IntakeRules['noPhone']): PhoneReading {
  if (noPhone.includes(cell)) return { ok: false, code: 'phone_missing' };
  const plain = halfWidth(cell);
  const parts = plain
    .replace(/^['’‘`]/, '')
    .replace(REMARK, ' ')
    .split(/[/、;,，；]/)
    .map(digitsOf)
    .filter((part) => part !== '');
  const [phone, other] = parts.filter((part) => MOBILE.test(part));
  if (phone !== undefined) {
    const second = other === undefined || other === phone ? null : other;
    return { ok: true, phone, second, repair: repairOf(cell, plain, parts, phone) };
  }
  if (parts.some((part) => LANDLINE.test(part))) return { ok: false, code: 'phone_landline' };
  const missing = parts.every((part) => noPhone.includes(part));
  return { ok: false, code: missing ? 'phone_missing' : 'phone_invalid' };
}

/** E.164 of a national mobile number. */
export function toE164(phone: string): string {
  return `+86${phone}`;
}

/** The number with its middle digits hidden, for terminals and reports. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
