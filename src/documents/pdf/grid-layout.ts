import type { Grid, GridCell } from '../grid.ts';
import type { Fonts } from './fonts.ts';
import { wrap } from './wrap.ts';

/** How a grid is set, in points. */
interface Setting {
  readonly size: number;
  readonly lineHeight: number;
  readonly padX: number;
  readonly padY: number;
}

const FORM: Setting = { size: 10.5, lineHeight: 16, padX: 5, padY: 5 };
const LIST: Setting = { size: 9, lineHeight: 13, padX: 4, padY: 3.5 };

function settingOf(grid: Grid): Setting {
  return grid.dense ? LIST : FORM;
}

/** A cell with its text broken into lines. */
export interface SetCell {
  readonly cell: GridCell;
  readonly setting: Setting;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly foot: readonly string[];
}

/** Part of a row on one page; a row that is higher than what is left of a page has several. */
export interface Piece {
  readonly row: number;
  readonly page: number;
  readonly y: number;
  readonly height: number;
}

export function isBold(cell: GridCell): boolean {
  return cell.look === 'total';
}

/** Gives cells their place from left to right, and breaks their texts. */
export function cellSetter(
  grid: Grid,
  place: { readonly x: number; readonly width: number },
  fonts: Fonts,
): (cell: GridCell) => SetCell {
  const setting = settingOf(grid);
  const { size, padX } = setting;
  const edges = grid.widths.reduce<number[]>(
    (known, share) => [...known, (known.at(-1) ?? 0) + share * place.width],
    [0],
  );
  return (cell) => {
    const left = edges[cell.column] ?? 0;
    const width = (edges[cell.column + cell.across] ?? place.width) - left;
    const face = { fonts, size, bold: isBold(cell) };
    const inside = width - 2 * padX;
    return {
      cell,
      setting,
      x: place.x + left,
      width,
      lines: wrap(cell.text, inside, face),
      foot: cell.foot === null ? [] : wrap(cell.foot, inside, face),
    };
  };
}

/** The height of each row: of its highest cell, and more where a cell that covers several rows needs it. */
export function rowHeights(grid: Grid, cells: readonly SetCell[]): readonly number[] {
  const { lineHeight, padY } = settingOf(grid);
  const need = ({ cell, lines, foot }: SetCell) =>
    Math.max(lines.length + foot.length, cell.lines) * lineHeight + 2 * padY;
  const heights = Array.from({ length: grid.rowCount }, () => lineHeight + 2 * padY);
  for (const set of cells.filter(({ cell }) => cell.down === 1)) {
    heights[set.cell.row] = Math.max(heights[set.cell.row] ?? 0, need(set));
  }
  for (const set of cells.filter(({ cell }) => cell.down > 1)) {
    const last = set.cell.row + set.cell.down - 1;
    const sum = heights.slice(set.cell.row, last + 1).reduce((total, height) => total + height, 0);
    heights[last] = (heights[last] ?? 0) + Math.max(need(set) - sum, 0);
  }
  return heights;
}

interface Pages {
  readonly page: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

/** A row is rather split than moved when at least this many lines stay, and only if it takes more than half a page. */
const LEAST_LINES = 4;

/**
 * Goes through the rows and gives each its place; the headings begin every page. Where a row does not fit it begins the next page, or,
 * if it is long, goes on there.
 */
export function placeRows(grid: Grid, heights: readonly number[], from: Pages): readonly Piece[] {
  const { lineHeight, padY } = settingOf(grid);
  const pieces: Piece[] = [];
  let { page, y } = from;
  const take = (row: number, height: number) => {
    pieces.push({ row, page, y, height });
    y += height;
  };
  const headings = () => {
    for (let row = 0; row < grid.headRows; row += 1) take(row, heights[row] ?? 0);
  };
  const turn = () => {
    page += 1;
    y = from.top;
    headings();
  };
  const headHeight = heights.slice(0, grid.headRows).reduce((total, height) => total + height, 0);
  const whole = from.bottom - from.top - headHeight;
  headings();
  for (let row = grid.headRows; row < grid.rowCount; row += 1) {
    let left = heights[row] ?? 0;
    while (left > from.bottom - y + 0.01) {
      const lines = Math.floor((from.bottom - y - 2 * padY) / lineHeight);
      if (left > whole / 2 && lines >= LEAST_LINES) {
        take(row, lines * lineHeight + 2 * padY);
        left -= lines * lineHeight;
      }
      turn();
    }
    take(row, left);
  }
  return pieces;
}
