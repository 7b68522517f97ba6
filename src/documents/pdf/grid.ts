import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Grid } from '../grid.ts';
import { cellSetter, isBold, type Piece, placeRows, rowHeights, type SetCell } from './grid-layout.ts';
import type { Box, Paper } from './paper.ts';

const LABEL_GREY = 0.93;
/** A long list must not hold the service up: after so many cells (some 20 ms) others get their turn. */
const CELLS_AT_ONCE = 150;

type OnPage = Box & { readonly page: number };

/** The boxes of a cell: one for each page that its rows stand on. Headings stand on every page. */
function boxesOf({ cell, x, width }: SetCell, rows: ReadonlyMap<number, readonly Piece[]>): readonly OnPage[] {
  const boxes: OnPage[] = [];
  for (let row = cell.row; row < cell.row + cell.down; row += 1) {
    for (const { page, y, height } of rows.get(row) ?? []) {
      const at = boxes.findIndex((box) => box.page === page);
      const box = boxes[at];
      if (box === undefined) boxes.push({ page, x, y, width, height });
      else boxes[at] = { ...box, height: box.height + height };
    }
  }
  return boxes;
}

/** Where the first line begins: short texts stand in the middle of their cell; in a cell with room to write, and above a foot, they stand at the top. */
function textTop(box: Box, set: SetCell): number {
  const { padY, lineHeight } = set.setting;
  const free = box.height - 2 * padY - set.lines.length * lineHeight;
  const middle = set.cell.look === 'label' || (set.cell.lines === 1 && set.lines.length === 1 && set.foot.length === 0);
  return box.y + padY + (middle ? Math.max(free, 0) / 2 : 0);
}

function drawLines(paper: Paper, box: OnPage, set: SetCell, from: number): number {
  const { cell, lines, setting } = set;
  const { size, lineHeight, padX, padY } = setting;
  const fits = Math.floor((box.height - 2 * padY + 0.01) / lineHeight);
  const part = lines.slice(from, from + fits);
  const top = textTop(box, { ...set, lines: part });
  const x = { left: box.x + padX, center: box.x + box.width / 2, right: box.x + box.width - padX }[cell.align];
  part.forEach((line, index) => {
    const y = top + index * lineHeight + lineHeight / 2 + size * 0.36;
    paper.text(line, { x, y }, { size, bold: isBold(cell), align: cell.align });
  });
  return from + part.length;
}

function drawFoot(paper: Paper, box: Box, set: SetCell): void {
  const { size, lineHeight, padX, padY } = set.setting;
  set.foot.forEach((line, index) => {
    const y = box.y + box.height - padY - (set.foot.length - index - 1) * lineHeight - lineHeight / 2 + size * 0.36;
    paper.text(line, { x: box.x + box.width - padX, y }, { size, align: 'right' });
  });
}

function drawCell(paper: Paper, set: SetCell, boxes: readonly OnPage[], repeated: boolean): void {
  let line = 0;
  boxes.forEach((box, index) => {
    paper.turnTo(box.page);
    paper.rect(box, set.cell.look === 'value' ? {} : { fill: LABEL_GREY });
    line = drawLines(paper, box, set, repeated ? 0 : line);
    if (index === boxes.length - 1) drawFoot(paper, box, set);
  });
}

async function inTurns<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    work(item);
    if (index % CELLS_AT_ONCE === CELLS_AT_ONCE - 1) await nextTurn();
  }
}

/** Draws a form or a list from the cursor on, over as many pages as it takes. */
export async function drawGrid(paper: Paper, grid: Grid): Promise<void> {
  const set = cellSetter(grid, paper.body, paper.fonts);
  const cells: SetCell[] = [];
  await inTurns(grid.cells, (cell) => cells.push(set(cell)));
  const heights = rowHeights(grid, cells);
  // The headings do not stand alone at the foot of a page.
  const start = heights.slice(0, grid.headRows + 1).reduce((total, height) => total + height, 0);
  paper.need(Math.min(start, paper.body.height / 3));
  const { page, y } = paper;
  const pieces = placeRows(grid, heights, { page, y, top: paper.body.y, bottom: paper.bottom });
  for (let last = page; last < (pieces.at(-1)?.page ?? page); last += 1) paper.newPage();
  const rows = new Map<number, Piece[]>();
  for (const piece of pieces) rows.set(piece.row, [...(rows.get(piece.row) ?? []), piece]);
  await inTurns(cells, (cell) => {
    drawCell(paper, cell, boxesOf(cell, rows), cell.cell.row < grid.headRows);
  });
  const end = pieces.at(-1);
  paper.turnTo(paper.page);
  paper.y = end === undefined ? y : end.y + end.height;
}
