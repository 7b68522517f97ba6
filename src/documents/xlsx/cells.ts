import type { Cell, CellObject, Row } from 'write-excel-file/node';
import { excelText, MAX_CELL_TEXT } from '../../domain/excel-text.ts';
import type { Grid, GridCell } from '../grid.ts';
import type { CellValue, NumberFormat, TableBlock } from '../sheet.ts';
import { roughWidth } from '../text.ts';

const FORMATS: Readonly<Record<NumberFormat, string>> = { integer: '#,##0', decimal: '#,##0.00', percent: '0.0%' };
const BORDERS = { borderStyle: 'thin', borderColor: '#000000' } as const;
const SHADE = { backgroundColor: '#EDEDED' } as const;
/** Excel does not fit rows to merged cells: a line of text is so high, in points. */
const LINE = 15;
const PADDING = 5;

/** A text that stays one: no formula is made of a leading `=`, and no number of a phone. */
export function textCell(text: string, style: CellObject = {}): Cell {
  return { value: excelText(text.slice(0, MAX_CELL_TEXT)), type: String, format: '@', wrap: true, ...style };
}

function styleOf({ align, look, across, down, foot, lines }: GridCell) {
  return {
    ...BORDERS,
    ...(look === 'value' ? {} : SHADE),
    ...(look === 'total' ? { fontWeight: 'bold' as const } : {}),
    align,
    alignVertical: look === 'value' && (foot !== null || lines > 1) ? ('top' as const) : ('center' as const),
    columnSpan: across,
    rowSpan: down,
  };
}

/** The number that a cell of a list stands for; null: it is a text. */
function numberOf(cell: GridCell, grid: Grid, block: TableBlock | null): { value: number; format: string } | null {
  if (block === null || cell.row < grid.headRows) return null;
  const row: readonly CellValue[] | undefined = [...block.rows, block.totals ?? []][cell.row - grid.headRows];
  const value = row?.[cell.column];
  if (typeof value !== 'number') return null;
  return { value, format: FORMATS[block.columns[cell.column]?.format ?? 'integer'] };
}

/** About how many lines a cell takes, `width` characters wide. */
function linesOf({ text, foot, lines, across, column }: GridCell, widths: readonly number[]): number {
  const width = widths.slice(column, column + across).reduce((sum, part) => sum + part, 0) / 2;
  const taken = text.split('\n').reduce((sum, line) => sum + Math.max(Math.ceil(roughWidth(line) / width), 1), 0);
  return Math.max(taken + (foot === null ? 0 : 1), lines);
}

/** The rows of a form or a list. `widths`: of the columns, in characters. `block`: where the numbers of a list come from. */
export function gridRows(grid: Grid, widths: readonly number[], block: TableBlock | null): readonly Row[] {
  const rows = Array.from({ length: grid.rowCount }, (): Cell[] => grid.widths.map(() => null));
  const heights = rows.map(() => LINE + PADDING);
  for (const cell of grid.cells) {
    const { row, column, text, foot } = cell;
    const number = numberOf(cell, grid, block);
    const words = foot === null ? text : `${text}\n${foot}`;
    if (cell.down === 1) heights[row] = Math.max(heights[row] ?? 0, linesOf(cell, widths) * LINE + PADDING);
    const cells = rows[row];
    if (cells === undefined) continue;
    cells[column] = number === null ? textCell(words, styleOf(cell)) : { ...number, type: Number, ...styleOf(cell) };
  }
  return rows.map((cells, row) => cells.map((cell) => withHeight(cell, heights[row])));
}

function withHeight(cell: Cell, height: number | undefined): Cell {
  return typeof cell === 'object' && cell !== null && 'type' in cell && height !== undefined
    ? { ...cell, height }
    : cell;
}
