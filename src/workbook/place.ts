import { quoted } from '../bot/knowledge/index.ts';
import type { CellFault, CellPlace } from './workbook.types.ts';

/** 0 → A, 26 → AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

function zhPlace({ sheet, row, column, header }: CellPlace): string {
  const parts = [
    `“${sheet}”表`,
    row === null ? '' : ` 第${String(row)}行`,
    column === null ? '' : ` ${column}列`,
    header === null ? '' : `（${header}）`,
  ];
  return parts.join('');
}

function enPlace({ sheet, row, column }: CellPlace): string {
  return [
    `sheet ${sheet}`,
    ...(row === null ? [] : [`row ${String(row)}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ].join(' ');
}

/** One line for a fault: where, what stands there, what should; first in Chinese. */
export function faultLine(fault: CellFault): string {
  const { value, rule } = fault;
  const found = value === undefined || value === null ? '空' : quoted(value);
  return `${zhPlace(fault)}：${found}，应为：${rule.zh} / ${enPlace(fault)}: ${quoted(value ?? undefined)} — allowed: ${rule.en}`;
}
