import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { RejectCode, RepairCode } from './codes.ts';
import type { IntakeRules } from './rules.ts';
import { dropBlanks, halfWidth } from './text.ts';

/** A cell with phone numbers, read. `phone` and `second` are mainland mobile numbers of 11 digits, or E.164 of another country. */
export type PhoneReading =
  | { readonly ok: true; readonly phone: string; readonly second: string | null; readonly repair: RepairCode | null }
  | { readonly ok: false; readonly code: Extract<RejectCode, `phone_${string}`> };

/** How telephone cells are read. */
export interface PhoneRules {
  readonly noPhone: IntakeRules['noPhone'];
  /** Country whose numbers may stand without a country code; null: mainland numbers only. */
  readonly home: CountryCode | null;
}

const MAINLAND = 'CN';
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;
const REMARK = /[([（【［][^)\]）】］]*[)\]）】］]/g;
/** Where area codes are written in brackets: (415) 555-0123. */
const REMARK_IN_WORDS = /[([（【［](?![\d ]*[)\]）】］])[^)\]）】］]*[)\]）】］]/g;
const HYPHENS = /[-‐-―−–—－]/g;
const COUNTRY_CODE = /^(?:\+|00)?86(?=\d{11}$)/;
const ABROAD = /^(?:\+|00)/;
const MOBILE_TYPES: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** A mobile number: as it is kept, and as the list wrote it. */
interface Mobile {
  readonly phone: string;
  readonly written: string;
}

/** A number of another country than the mainland, whose own rules are below. */
function foreign(written: string, home: CountryCode | null): PhoneNumber | undefined {
  if (!ABROAD.test(written) && (home === null || home === MAINLAND)) return undefined;
  const number = ABROAD.test(written)
    ? parsePhoneNumberFromString(written.replace(/^00/, '+'))
    : parsePhoneNumberFromString(written, home ?? MAINLAND);
  return number?.country !== MAINLAND && number?.isValid() === true ? number : undefined;
}

/** One number of a cell, without blanks and hyphens. */
function readNumber(written: string, home: CountryCode | null): Mobile | 'landline' | undefined {
  const other = foreign(written, home);
  if (other !== undefined) return MOBILE_TYPES.has(other.getType()) ? { phone: other.number, written } : 'landline';
  const national = written.replace(COUNTRY_CODE, '');
  if (MOBILE.test(national)) return { phone: national, written: national };
  return LANDLINE.test(national) ? 'landline' : undefined;
}

/** The most telling of the repairs that made a number out of `cell`; null when nothing was changed. */
function repairOf(cell: string, plain: string, parts: readonly string[], { written }: Mobile): RepairCode | null {
  if (cell === written) return null;
  if (parts.length > 1) return 'phone_two';
  if (/^['’‘`]/.test(plain)) return 'phone_spreadsheet';
  const bare = dropBlanks(plain).replace(HYPHENS, '');
  if (MOBILE.test(written) && /^(?:\+|00)?86/.test(bare)) return 'phone_prefix';
  if (cell.search(/[０-９]/) >= 0) return 'phone_fullwidth';
  return bare === written ? 'phone_spaces' : 'phone_remark';
}

/** Reads 联系电话 as the hospital's rules say. `cell` is trimmed. */
export function readPhone(cell: string, { noPhone, home }: PhoneRules): PhoneReading {
  if (noPhone.includes(cell)) return { ok: false, code: 'phone_missing' };
  const plain = halfWidth(cell);
  const parts = plain
    .replace(/^['’‘`]/, '')
    .replace(home === MAINLAND ? REMARK : REMARK_IN_WORDS, ' ')
    .split(/[/、;,，；]/)
    .map((part) => dropBlanks(part).replace(HYPHENS, ''))
    .filter((part) => part !== '');
  const numbers = parts.map((part) => readNumber(part, home));
  const [first, other] = numbers.filter((number) => typeof number === 'object');
  if (first !== undefined) {
    const second = other === undefined || other.phone === first.phone ? null : other.phone;
    return { ok: true, phone: first.phone, second, repair: repairOf(cell, plain, parts, first) };
  }
  if (numbers.includes('landline')) return { ok: false, code: 'phone_landline' };
  const missing = parts.every((part) => noPhone.includes(part));
  return { ok: false, code: missing ? 'phone_missing' : 'phone_invalid' };
}

/** E.164 of a number as `readPhone` gives it. */
export function toE164(phone: string): string {
  return phone.startsWith('+') ? phone : `+86${phone}`;
}

/** The number with its middle digits hidden, for terminals and reports. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
