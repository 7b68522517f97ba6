import writeExcelFile, { type Row } from 'write-excel-file/node';
import { formGrid, tableGrid } from '../grid.ts';
import type { Block, ChartBlock, Sheet, TableBlock } from '../sheet.ts';
import { printable } from '../text.ts';
import { printedLine, WORDS } from '../words.ts';
import { gridRows, textCell } from './cells.ts';

/** Width of a worksheet, in characters. */
const WIDTH = { portrait: 92, landscape: 138 } as const;
const MAX_NAME = 31;

/** The numbers behind a chart. */
function chartTable(chart: ChartBlock): TableBlock {
  const { title, labels, series, format = 'integer' } = chart;
  return {
    type: 'table',
    title,
    columns: [{ title: '', width: 2 }, ...series.map(({ name }) => ({ title: name, width: 1, format }))],
    rows: labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? null)]),
  };
}

function gridOf(block: Block, nothing: string) {
  if (block.type === 'form') return { grid: formGrid(block), table: null };
  if (block.type !== 'table' && block.type !== 'chart') return null;
  const table = block.type === 'chart' ? chartTable(block) : block;
  return { grid: tableGrid(table, nothing), table };
}

/** Columns are shared by all blocks of a worksheet: each is as wide as the widest that stands in it. */
function widthsOf(sheet: Sheet, nothing: string): readonly number[] {
  const grids = sheet.blocks.flatMap((block) => gridOf(block, nothing)?.grid ?? []);
  const count = Math.max(1, ...grids.map(({ widths }) => widths.length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(
      ...grids.map(({ widths }) => (widths[column] ?? 0) * WIDTH[sheet.orientation]),
      grids.length === 0 ? WIDTH.portrait : 6,
    ),
  );
}

function blockRows(block: Block, sheet: Sheet, widths: readonly number[]): readonly Row[] {
  const { nothing, signature, date, colon } = WORDS[sheet.language];
  const across = { columnSpan: widths.length };
  const found = gridOf(block, nothing);
  if (found !== null) {
    const title = found.table?.title;
    const head = title === undefined ? [] : [[textCell(printable(title), { ...across, fontWeight: 'bold' })]];
    return [...head, ...gridRows(found.grid, widths, found.table)];
  }
  if (block.type === 'paragraph') {
    const bold = block.style === 'heading' ? { fontWeight: 'bold' as const } : {};
    return [[textCell(printable(block.text), { ...across, ...bold })]];
  }
  if (block.type !== 'signatures') return [];
  return block.lines.map((line) => {
    const words = `${line.role}　${signature}${colon}${line.name ?? '________'}　${date}${colon}${line.date ?? '________'}`;
    return [textCell(printable(words), across)];
  });
}

function rowsOf(sheet: Sheet, widths: readonly number[]): Row[] {
  const wide = { columnSpan: widths.length };
  const rows: Row[] = [
    [textCell(printable(sheet.title), { ...wide, fontWeight: 'bold', fontSize: 16, align: 'center', height: 28 })],
  ];
  if (sheet.subtitle !== undefined) rows.push([textCell(printable(sheet.subtitle), { ...wide, align: 'center' })]);
  if (sheet.corner !== undefined) rows.push([textCell(printable(sheet.corner), { ...wide, align: 'right' })]);
  for (const block of sheet.blocks) rows.push(...blockRows(block, sheet, widths), []);
  return [...rows, [textCell(printable(printedLine(sheet)), { ...wide, textColor: '#555555' })]];
}

/** Names of worksheets: without what Excel refuses, short, and each only once. */
function namesOf(sheets: readonly Sheet[]): readonly string[] {
  const used = new Set<string>();
  return sheets.map(({ title }) => {
    const name =
      printable(title)
        .replace(/[\\/?*[\]:\n]/g, ' ')
        .replace(/^'|'$/g, '')
        .slice(0, MAX_NAME)
        .trim() || 'Sheet';
    let unique = name;
    for (let number = 2; used.has(unique.toLowerCase()); number += 1) {
      const suffix = ` (${number})`;
      unique = name.slice(0, MAX_NAME - suffix.length) + suffix;
    }
    used.add(unique.toLowerCase());
    return unique;
  });
}

/** One worksheet a document. */
export async function makeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = namesOf(sheets);
  const book = sheets.map((sheet, index) => {
    const widths = widthsOf(sheet, WORDS[sheet.language].nothing);
    return {
      sheet: names[index] ?? '',
      data: rowsOf(sheet, widths),
      columns: widths.map((width) => ({ width })),
      showGridLines: false,
      ...(sheet.orientation === 'landscape' ? { orientation: 'landscape' as const } : {}),
    };
  });
  return writeExcelFile(book, { fontFamily: 'Microsoft YaHei', fontSize: 10 }).toBuffer();
}
