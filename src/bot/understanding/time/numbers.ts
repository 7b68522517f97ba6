/** Numerals as people write hours, days and counts: digits or Chinese, below one hundred. */
export const NUMBER = '(?:\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Value of a numeral; of two in a row ("七八", "十一二", "两三") the first. undefined when it is none. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten === -1) return readDigits(text);
  const tens = ten === 0 ? 1 : DIGITS[text.slice(0, ten)];
  const rest = text.slice(ten + 1);
  const units = rest === '' ? 0 : DIGITS[rest.slice(0, 1)];
  if (tens === undefined || units === undefined || ten > 1) return undefined;
  return tens * 10 + units;
}

/** 七 · 零五 · 七八 (an approximation: its first) · 二三 likewise. */
function readDigits(text: string): number | undefined {
  const first = DIGITS[text.slice(0, 1)];
  if (first === undefined) return undefined;
  if (first === 0 && text.length > 1) return DIGITS[text.slice(1, 2)];
  return first;
}

/** True for 七八点, 两三天: two neighbouring numerals mean "seven or eight". */
export function isApproximate(text: string): boolean {
  return /[一二两三四五六七八九]{2}$/.test(text);
}
