import type { CellValue, NumberFormat } from './sheet.ts';

/** Joiners, variation selectors, skin tones and direction marks: they show nothing on paper. */
const INVISIBLE =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF\u{1F3FB}-\u{1F3FF}\u{E0100}-\u{E01EF}]/gu;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** A text as it can be printed: single spaces for tabs, `\n` for every line break, nothing invisible, no half characters. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '□');
}

/** A number in its format: `1,234`, `4.25`, `93.4%`. */
export function formatNumber(value: number, format: NumberFormat = 'integer'): string {
  if (format === 'percent') return `${(value * 100).toFixed(1)}%`;
  const digits = format === 'decimal' ? 2 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function cellText(value: CellValue, format?: NumberFormat): string {
  if (value === null) return '—';
  return typeof value === 'number' ? formatNumber(value, format) : printable(value);
}

/** About how wide a text is, in units of its size: a Chinese character is 1, a Latin letter 0.56. */
export function roughWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1;
  return width;
}
