import { CELL_RULES } from '../rules.ts';
import type { CellRead, Kind } from '../workbook.types.ts';

/** Full-width digits, colons and brackets as people type them become the plain ones; only for cells that are no free text. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

const LINE_END = /\r\n?|\n/;

/** The lines of a cell, without blank ones: one entry a line, for every other separator occurs inside entries. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A cell as text: numbers that were typed as such are written out; what Excel turned into a date is lost. */
function asText(cell: string | number | boolean | Date): CellRead & { readonly value?: string } {
  if (typeof cell === 'string') return { value: cell.trim() };
  if (typeof cell === 'number') return { value: String(cell) };
  return { rule: cell instanceof Date ? CELL_RULES.notDate : CELL_RULES.text };
}

const TEXT: Kind = { write: (value) => value as string, read: asText };

/** A text that may hold anything. */
export const text = TEXT;

/** An id or key: plain characters. */
export const id: Kind = {
  write: (value) => value as string,
  read(cell) {
    const read = asText(cell);
    return read.value === undefined ? read : { value: plain(read.value) };
  },
};

/** Texts, one a line. */
export const lines: Kind = {
  write: (value) => (value as readonly string[]).join('\n'),
  read(cell) {
    const read = asText(cell);
    return read.value === undefined ? read : { value: linesOf(read.value) };
  },
};

/** Digits that a number may have without having lost a leading zero: short codes, local numbers, mobiles, 400 and 800. */
const WHOLE_NUMBER = /^(\d{3,8}|1[3-9]\d{9}|[48]00\d{7})$/;

export const phone: Kind = {
  write: (value) => value as string,
  read(cell) {
    if (typeof cell === 'number') {
      return WHOLE_NUMBER.test(String(cell)) ? { value: String(cell) } : { rule: CELL_RULES.phone };
    }
    if (typeof cell !== 'string') return { rule: CELL_RULES.phone };
    return {
      value: plain(cell)
        .replace(/[‐-―−]/g, '-')
        .replace(/\s+/g, ''),
    };
  },
};

const UNIT = /(?:元|￥|¥|张)/g;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** A number, also one that was typed as text: 28元, ２８, 1,200. undefined if it is none. */
export function numberOf(cell: unknown): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return undefined;
  const bare = plain(cell).replace(UNIT, '').trim();
  const digits = GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
  return digits !== '' && Number.isFinite(Number(digits)) && !/^0[xob]/i.test(digits) ? Number(digits) : undefined;
}

function numeric(rule: typeof CELL_RULES.amount | typeof CELL_RULES.count): Kind {
  return {
    numeric: true,
    write: (value) => value as number,
    read(cell) {
      const value = numberOf(cell);
      return value === undefined ? { rule } : { value };
    },
  };
}

export const amount = numeric(CELL_RULES.amount);
export const count = numeric(CELL_RULES.count);

const YES = ['是', '可', '可以', '√', 'true', 'yes'];
const NO = ['否', '不可', '不可以', '×', 'false', 'no'];

export const flag: Kind = {
  write: (value) => (value === true ? '是' : '否'),
  read(cell) {
    const word = plain(String(cell)).toLowerCase();
    if (YES.includes(word)) return { value: true };
    return NO.includes(word) ? { value: false } : { rule: CELL_RULES.flag };
  },
};

/** Excel counts days from 1900 on, and those of its first two months wrongly. */
const FIRST_DATE = '1900-03-01';
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A day: a date of Excel, or a text in one of the usual forms. Whether it exists is checked with everything else. */
export const date: Kind = {
  write: (value) => ((value as string) >= FIRST_DATE ? new Date(`${value as string}T00:00:00Z`) : (value as string)),
  read(cell) {
    if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) };
    const [, year = '', month = '', day = ''] = (typeof cell === 'string' && DATE.exec(plain(cell))) || [];
    if (year === '') return { rule: CELL_RULES.date };
    return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  },
};

/** A department is called by its name; its id will do. */
export const department: Kind = {
  write: (value, { nameOf }) => nameOf(value as string) ?? (value as string),
  read(cell, { idOf }) {
    const found = typeof cell === 'string' ? idOf(cell.trim()) : undefined;
    return found === undefined ? { rule: CELL_RULES.department } : { value: found };
  },
};
