import { CELL_RULES } from '../rules.ts';
import type { Kind } from '../workbook.types.ts';
import { daysOf, daysText, monthsOf, monthsText } from './days.ts';
import { linesOf, numberOf, plain } from './plain.ts';

interface RawSlot {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly months?: readonly number[];
}

interface RawClinic {
  readonly weekday: string;
  readonly period: string;
  readonly kind: string;
  readonly fee: number;
}

/** Days, from, to, months. */
const SLOT = /^(.+?)\s*(\d{1,2}:\d{2})\s*[-–—~至到]\s*(\d{1,2}:\d{2})\s*(?:\(([^()]*)\))?$/;
/** Days, period, kind, fee. */
const CLINIC = /^(.+?)(上午|下午|晚上)\s+(.+)\s+([\d０-９.．,，]+)\s*元?$/;

function slotText({ days, from, to, months }: RawSlot): string {
  const year = months === undefined ? '' : ` (${monthsText(months)})`;
  return `${daysText(days)} ${from}-${to}${year}`;
}

function slotOf(line: string): RawSlot | undefined {
  const [, days = '', from = '', to = '', year] = SLOT.exec(plain(line)) ?? [];
  const [read, months] = [daysOf(days.trim()), year === undefined ? [] : monthsOf(year)];
  if (read === undefined || months === undefined) return undefined;
  const slot = { days: read, from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  return year === undefined ? slot : { ...slot, months };
}

/** 周一至周五上午 is five sessions. */
function clinicOf(line: string): readonly RawClinic[] | undefined {
  const [, days = '', period = '', kind = '', fee = ''] = CLINIC.exec(line) ?? [];
  const [read, yuan] = [daysOf(plain(days)), numberOf(fee)];
  if (read === undefined || yuan === undefined) return undefined;
  return read.map((weekday) => ({ weekday, period, kind: kind.trim(), fee: yuan }));
}

/** Entries in words, one a line. */
function inLines<T>(
  text: (entry: T) => string,
  read: (line: string) => readonly T[] | undefined,
  rule: typeof CELL_RULES.slots | typeof CELL_RULES.clinic,
): Kind {
  return {
    write: (value) => (value as readonly T[]).map(text).join('\n'),
    read(cell) {
      if (typeof cell !== 'string') return { rule };
      const entries = linesOf(cell).map(read);
      return entries.includes(undefined) ? { rule } : { value: entries.flatMap((entry) => entry ?? []) };
    },
  };
}

/** 周一至周五 08:00-12:00 (10-4月) */
export const slots: Kind = inLines<RawSlot>(
  slotText,
  (line) => {
    const slot = slotOf(line);
    return slot === undefined ? undefined : [slot];
  },
  CELL_RULES.slots,
);

/** 周一上午 专家 28元 */
export const clinic: Kind = inLines<RawClinic>(
  ({ weekday, period, kind, fee }) => `${weekday}${period} ${kind} ${String(fee)}元`,
  clinicOf,
  CELL_RULES.clinic,
);
