import { drawChart } from '../chart/draw.ts';
import { type Mark, TEXT_SIZE } from '../chart/marks.ts';
import { formGrid, type Grid, type GridCell, tableGrid } from '../grid.ts';
import type { Block, ChartBlock, FormBlock, Sheet, SignatureBlock, TableBlock } from '../sheet.ts';
import { printable } from '../text.ts';
import { printedLine, WORDS } from '../words.ts';
import { type Markup, markup, NONE } from './markup.ts';
import { styleOf } from './style.ts';

/** Of a line of text in a cell; for cells that must have room for handwriting. */
const LINE_MM = 5.6;

function cellOf(cell: GridCell): Markup {
  const { across, down, text, lines } = cell;
  if (cell.look === 'label') return markup`<th colspan="${across}" rowspan="${down}">${text}</th>`;
  const long = lines > 1 || cell.foot !== null ? ' long' : '';
  const foot = cell.foot === null ? NONE : markup`<div class="foot">${cell.foot}</div>`;
  const words = lines > 1 ? markup`<div style="min-height: ${(lines - 1) * LINE_MM}mm">${text}</div>` : markup`${text}`;
  return markup`<td class="${cell.align}${long}" colspan="${across}" rowspan="${down}">${words}${foot}</td>`;
}

function rowsOf(grid: Grid, from: number, to: number): readonly Markup[] {
  const rows = Array.from({ length: to - from }, (): GridCell[] => []);
  for (const cell of grid.cells) rows[cell.row - from]?.push(cell);
  return rows.map((cells) => {
    const total = cells.some(({ look }) => look === 'total') ? 'total' : 'row';
    return markup`<tr class="${total}">${cells.map(cellOf)}</tr>`;
  });
}

function gridOf(grid: Grid, kind: 'form' | 'list'): Markup {
  const columns = grid.widths.map((share) => markup`<col style="width: ${share * 100}%">`);
  const head = rowsOf(grid, 0, grid.headRows);
  const body = rowsOf(grid, grid.headRows, grid.rowCount);
  const top = head.length === 0 ? NONE : markup`<thead>${head}</thead>`;
  return markup`<table class="${kind}"><colgroup>${columns}</colgroup>${top}<tbody>${body}</tbody></table>`;
}

const form = (block: FormBlock): Markup => gridOf(formGrid(block), 'form');

function table(block: TableBlock, sheet: Sheet): Markup {
  const title = block.title === undefined ? NONE : markup`<h2>${printable(block.title)}</h2>`;
  return markup`${title}${gridOf(tableGrid(block, WORDS[sheet.language].nothing), 'list')}`;
}

function signatures(block: SignatureBlock, sheet: Sheet): Markup {
  const { signature, date, colon } = WORDS[sheet.language];
  const blank = (text: string | null) =>
    text === null ? markup`<span class="blank"></span>` : markup`${printable(text)}`;
  const lines = block.lines.map(
    (line) =>
      markup`<div class="signature"><span>${printable(line.role)}</span><span>${signature}${colon}${blank(line.name)}</span><span>${date}${colon}${blank(line.date)}</span></div>`,
  );
  return markup`${lines}`;
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

function level(grey: number): string {
  const part = String(Math.round(grey * 255));
  return `rgb(${part},${part},${part})`;
}

function shape(mark: Mark): Markup {
  if (mark.type === 'text') {
    const [x, y] = mark.at;
    return markup`<text x="${x}" y="${y}" text-anchor="${ANCHORS[mark.align]}">${mark.text}</text>`;
  }
  const points = mark.points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
  if (mark.type === 'area') {
    return markup`<polygon points="${points}" fill="${level(mark.grey)}" stroke="${mark.border ? '#000' : 'none'}" stroke-width="0.6"/>`;
  }
  return markup`<polyline points="${points}" fill="none" stroke="#000" stroke-width="${mark.weight}" stroke-dasharray="${mark.dash.join(' ')}"/>`;
}

/** Points that a chart is wide on screen. */
const CHART_WIDTH = { portrait: 505, landscape: 750 } as const;

function chart(block: ChartBlock, sheet: Sheet): Markup {
  const { width, height, marks } = drawChart(block, CHART_WIDTH[sheet.orientation]);
  const title = printable(block.title);
  return markup`<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-size="${TEXT_SIZE}">${marks.map(shape)}</svg></figure>`;
}

function blockOf(block: Block, sheet: Sheet): Markup {
  switch (block.type) {
    case 'form':
      return form(block);
    case 'table':
      return table(block, sheet);
    case 'paragraph':
      return block.style === 'heading'
        ? markup`<h2>${printable(block.text)}</h2>`
        : markup`<p class="${block.style}">${printable(block.text)}</p>`;
    case 'signatures':
      return signatures(block, sheet);
    case 'chart':
      return chart(block, sheet);
  }
}

/** A document as a page of its own, to be looked at and printed. It loads nothing and runs nothing, and every text in it is escaped. */
export function toPrintHtml(sheet: Sheet): string {
  const subtitle = sheet.subtitle === undefined ? NONE : markup`<p class="subtitle">${printable(sheet.subtitle)}</p>`;
  const corner = sheet.corner === undefined ? NONE : markup`<p class="corner">${printable(sheet.corner)}</p>`;
  const style: Markup = { html: styleOf(sheet) };
  const title = printable(sheet.title);
  return markup`<!doctype html>
<html lang="${sheet.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>${subtitle}${corner}${sheet.blocks.map((block) => blockOf(block, sheet))}<p class="printed">${printable(printedLine(sheet))}</p></body></html>
`.html;
}
