import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { HuifangError } from '../domain/errors.ts';
import { excelText, MAX_CELL_TEXT } from '../domain/excel-text.ts';
import { HELP_SHEET, HOSPITAL_SHEET, HOURS, PHONES, TABLES } from './columns.ts';
import { mergedCells } from './merged.ts';
import type { CellFault, CellValue, Column, SheetRows } from './workbook.types.ts';
import { requireModest } from './zip.ts';

const MAX_BYTES = 20_000_000;
const TEXT_FORMAT = '@';
const HEADER = { fontWeight: 'bold', backgroundColor: '#DDEBF7', alignVertical: 'top' } as const;
const BODY = { alignVertical: 'top', wrap: true } as const;
const HOSPITAL_WIDTHS = [14, 90];
const HELP_WIDTH = 120;

function refused(path: string, zh: string, en: string): HuifangError {
  return new HuifangError('WORKBOOK_INVALID', [`${basename(path)}：${zh} / ${en}`]);
}

/** Says what a file is that is no workbook, for the usual mistakes. */
function checkKind(path: string, start: Buffer): void {
  if (start.subarray(0, 2).toString('latin1') === 'PK') return;
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw refused(
      path,
      '是旧的 .xls 格式，或加了密码；请在 Excel 或 WPS 中去掉密码、另存为 .xlsx',
      'an old .xls, or one with a password — allowed: an .xlsx without a password',
    );
  }
  throw refused(
    path,
    '不是 .xlsx 工作簿（CSV 等文本文件不行）；请用 npm run knowledge -- export 导出的文件修改',
    'no .xlsx workbook (CSV and other texts will not do) — allowed: one that export made',
  );
}

/** Reads the cells of a workbook, and tells of merged ones. */
export async function readWorkbook(
  path: string,
): Promise<{ readonly sheets: readonly SheetRows[]; readonly faults: readonly CellFault[] }> {
  const bytes = contentOf(path);
  checkKind(path, bytes);
  const known = new Set([HOSPITAL_SHEET, ...[HOURS, PHONES, ...TABLES].map(({ sheet }) => sheet)]);
  try {
    requireModest(bytes);
    const read = await readExcelFile(bytes, { trim: false });
    const sheets = read.map(({ sheet, data }) => ({ sheet, rows: data as unknown as CellValue[][] }));
    return { sheets, faults: mergedCells(bytes, known) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(
      path,
      `工作簿读不出来，可能已损坏；请在 Excel 或 WPS 中打开后另存为 .xlsx（${why}）`,
      'the workbook cannot be read; open and save it again',
    );
  }
}

function contentOf(path: string): Buffer {
  try {
    if (statSync(path).size <= MAX_BYTES) return readFileSync(path);
  } catch (error) {
    throw new HuifangError('FILE_UNREADABLE', [`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  throw refused(path, '文件超过 20 MB', 'larger than 20 MB');
}

function cellFor(value: CellValue): Cell {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd', ...BODY };
  if (typeof value === 'number') return { value, type: Number, ...BODY };
  return { value: excelText(String(value)), type: String, format: TEXT_FORMAT, ...BODY };
}

function widthsOf(sheet: string): readonly number[] {
  if (sheet === HELP_SHEET) return [HELP_WIDTH];
  if (sheet === HOSPITAL_SHEET) return HOSPITAL_WIDTHS;
  const columns: readonly Column[] = [HOURS, PHONES, ...TABLES].find((table) => table.sheet === sheet)?.columns ?? [];
  return columns.map(({ width }) => width);
}

/** Writes worksheets as a new file; one that is there already may hold somebody's work and stays. */
export async function writeWorkbook(path: string, sheets: readonly SheetRows[]): Promise<void> {
  const long = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => String(cell).length > MAX_CELL_TEXT)));
  if (long !== undefined) {
    throw refused(
      path,
      `“${long.sheet}”表有一格超过 ${String(MAX_CELL_TEXT)} 个字符`,
      `a cell of sheet ${long.sheet} has more characters than Excel takes`,
    );
  }
  const book = sheets.map(({ sheet, rows }) => ({
    sheet,
    data: rows.map((row, i) =>
      row.map((cell) => (i === 0 ? { value: String(cell ?? ''), type: String, ...HEADER } : cellFor(cell))),
    ),
    columns: widthsOf(sheet).map((width) => ({ width })),
    ...(sheet === HELP_SHEET ? {} : { stickyRowsCount: 1 }),
  }));
  const bytes = await writeExcelFile(book, { fontFamily: 'Microsoft YaHei', fontSize: 10 }).toBuffer();
  try {
    closeSync(openSync(path, 'wx'));
    writeFileSync(path, bytes);
  } catch (error) {
    throw new HuifangError('FILE_UNWRITABLE', [`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
