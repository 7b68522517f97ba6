import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { faultLine, type Json, readSheets, sheetsOf } from '../../src/workbook/index.ts';
import type { CellValue, SheetRows } from '../../src/workbook/workbook.types.ts';

export const DEMO = JSON.parse(readFileSync('examples/hospital/knowledge.json', 'utf8')) as Json;

export type Cells = CellValue[][];

/** The demo hospital's sheets, to be edited as a clerk would. */
export class Book {
  readonly #sheets = new Map<string, Cells>(
    sheetsOf(DEMO).map(({ sheet, rows }) => [sheet, rows.map((row) => [...row])]),
  );

  rows(sheet: string): Cells {
    const rows = this.#sheets.get(sheet);
    if (rows === undefined) throw new Error(`no sheet ${sheet}`);
    return rows;
  }

  /** Sets a cell of a row as Excel counts it, under a header. */
  set(sheet: string, row: number, header: string, value: CellValue): this {
    const rows = this.rows(sheet);
    const at = rows[0]?.indexOf(header) ?? -1;
    const cells = rows[row - 1];
    if (at < 0 || cells === undefined) throw new Error(`no cell ${sheet} ${String(row)} ${header}`);
    cells[at] = value;
    return this;
  }

  remove(sheet: string): this {
    this.#sheets.delete(sheet);
    return this;
  }

  add(sheet: string, rows: Cells): this {
    this.#sheets.set(sheet, rows);
    return this;
  }

  get sheets(): readonly SheetRows[] {
    return [...this.#sheets].map(([sheet, rows]) => ({ sheet, rows }));
  }

  /** The file that the sheets stand for; fails if they have faults. */
  file(): Json {
    const read = readSheets(this.sheets);
    if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
    return read.file;
  }

  faults(): readonly string[] {
    const read = readSheets(this.sheets);
    return 'faults' in read ? read.faults.map(faultLine) : [];
  }
}

/** An entry of a list of a file. */
export function entry(file: Json, list: string, index: number): Json {
  const found = (file[list] as readonly Json[])[index];
  expect(found).toBeDefined();
  return found ?? {};
}
