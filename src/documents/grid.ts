import type { FormBlock, TableBlock, TableColumn } from './sheet.ts';
import { cellText, printable } from './text.ts';

/** A cell with its place: rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly text: string;
  readonly look: 'label' | 'value' | 'total';
  readonly align: 'left' | 'center' | 'right';
  /** Height in lines that it has at least. */
  readonly lines: number;
  readonly foot: string | null;
}

/** Forms and tables alike: cells between lines. The first `headRows` rows are repeated on every page. */
export interface Grid {
  /** Shares of the width; their sum is 1. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  readonly headRows: number;
  readonly cells: readonly GridCell[];
  /** Lists are set smaller and closer than forms. */
  readonly dense: boolean;
}

function shares(widths: readonly number[]): readonly number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => width / sum);
}

const PLAIN = { across: 1, down: 1, lines: 1, foot: null } as const;

/** Fills the rows from the left, around the cells that reach down from above. */
export function formGrid(block: FormBlock): Grid {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  block.rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (taken.has(`${at}.${column}`)) column += 1;
      const { across = 1, down = 1 } = cell;
      for (let below = 1; below < down; below += 1) {
        for (let right = 0; right < across; right += 1) taken.add(`${at + below}.${column + right}`);
      }
      cells.push({
        row: at,
        column,
        across,
        down,
        text: printable(cell.text),
        look: cell.kind,
        align: cell.kind === 'label' ? 'center' : 'left',
        lines: cell.lines ?? 1,
        foot: cell.foot === undefined ? null : printable(cell.foot),
      });
      column += across;
    }
  });
  return { widths: shares(block.columns), rowCount: block.rows.length, headRows: 0, cells, dense: false };
}

function head(columns: readonly TableColumn[]): readonly GridCell[] {
  const look = { ...PLAIN, look: 'label', align: 'center' } as const;
  if (columns.every(({ group }) => group === undefined)) {
    return columns.map(({ title }, column) => ({ ...look, row: 0, column, text: printable(title) }));
  }
  return columns.flatMap(({ title, group }, column): readonly GridCell[] => {
    if (group === undefined) return [{ ...look, row: 0, column, down: 2, text: printable(title) }];
    const under = { ...look, row: 1, column, text: printable(title) };
    if (column > 0 && columns[column - 1]?.group === group) return [under];
    const end = columns.findIndex((other, index) => index > column && other.group !== group);
    const across = (end === -1 ? columns.length : end) - column;
    return [{ ...look, row: 0, column, across, text: printable(group) }, under];
  });
}

/** How a column stands: words at the left, numbers at the right. */
function alignOf({ align, format }: TableColumn): 'left' | 'center' | 'right' {
  return align ?? (format === undefined ? 'left' : 'right');
}

/** `nothing` stands in one wide row when there are no rows. */
export function tableGrid(block: TableBlock, nothing: string): Grid {
  const { columns } = block;
  const headCells = head(columns);
  const headRows = columns.some(({ group }) => group !== undefined) ? 2 : 1;
  const rows = [...block.rows, ...(block.totals === undefined ? [] : [block.totals])];
  const body = rows.flatMap((row, index): readonly GridCell[] =>
    columns.map((column, at) => ({
      ...PLAIN,
      row: headRows + index,
      column: at,
      text: cellText(row[at] ?? null, column.format),
      look: index === block.rows.length ? 'total' : 'value',
      align: alignOf(column),
    })),
  );
  const empty: GridCell = {
    ...PLAIN,
    row: headRows,
    column: 0,
    across: columns.length,
    text: nothing,
    look: 'value',
    align: 'center',
  };
  const cells = rows.length === 0 ? [empty] : body;
  const rowCount = headRows + Math.max(rows.length, 1);
  return {
    widths: shares(columns.map(({ width }) => width)),
    rowCount,
    headRows,
    cells: [...headCells, ...cells],
    dense: true,
  };
}
