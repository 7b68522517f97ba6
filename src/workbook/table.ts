import { letterOf } from './place.ts';
import { CELL_RULES } from './rules.ts';
import type { CellFault, CellPlace, CellValue, Column, DepartmentNames, SheetRows } from './workbook.types.ts';

/** An entry as its row gives it, with the cell that each member came from. */
export interface ReadEntry {
  readonly row: number;
  readonly members: ReadonlyMap<string, unknown>;
  readonly places: ReadonlyMap<string, CellPlace>;
}

type Rows = SheetRows['rows'];

const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

function isBlank(cell: CellValue | undefined): cell is null | undefined {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A header as people leave it: blanks and line ends inside do not count. */
function headerOf(cell: CellValue | undefined): string {
  return isBlank(cell) ? '' : String(cell).normalize('NFKC').replace(/\s+/g, '');
}

/** Index of the first row that is not blank: the header. */
function headerRow(rows: Rows): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => !isBlank(cell))),
  );
}

/** Reads one worksheet; what is wrong with headers and cells goes to `faults`. */
export class TableReader {
  readonly #sheet: string;
  readonly #rows: Rows;
  readonly #head: number;
  readonly #faults: CellFault[];
  /** Where each column stands. */
  readonly #at: ReadonlyMap<string, number>;

  constructor({ sheet, rows }: SheetRows, headers: readonly string[], faults: CellFault[]) {
    this.#sheet = sheet;
    this.#rows = rows;
    this.#faults = faults;
    this.#head = headerRow(rows);
    this.#at = this.#findColumns(headers);
  }

  /** Rows that say something, by their number in Excel. */
  get filled(): readonly number[] {
    const rows = this.#rows.map((row, i) => [row, i] as const).slice(this.#head + 1);
    return rows.filter(([row]) => row.some((cell) => !isBlank(cell))).map(([, i]) => i + 1);
  }

  has(header: string): boolean {
    return this.#at.has(header);
  }

  cell(row: number, header: string): CellValue {
    const at = this.#at.get(header);
    return at === undefined ? null : (this.#rows[row - 1]?.[at] ?? null);
  }

  place(row: number | null, header: string): CellPlace {
    const at = this.#at.get(header);
    return { sheet: this.#sheet, row, column: at === undefined ? null : letterOf(at), header };
  }

  entry(row: number, columns: readonly Column[], departments: DepartmentNames): ReadEntry {
    const members = new Map<string, unknown>();
    const places = new Map<string, CellPlace>();
    for (const column of columns) {
      const place = this.place(row, column.header);
      places.set(column.key, place);
      const value = this.value(this.cell(row, column.header), column, { place, departments });
      if (value !== undefined) members.set(column.key, value);
    }
    return { row, members, places };
  }

  /** What one cell says; undefined if it is blank and may be, or is at fault. */
  value(
    cell: CellValue,
    column: Column,
    { place, departments }: { readonly place: CellPlace; readonly departments: DepartmentNames },
  ): unknown {
    if (isBlank(cell)) return { absent: undefined, none: [], empty: '' }[column.blank];
    const broken = typeof cell === 'string' && ERROR.test(cell);
    const read = broken ? { rule: CELL_RULES.error } : column.kind.read(cell, departments);
    if ('value' in read) return read.value;
    this.#faults.push({ ...place, value: cell, rule: read.rule });
    return undefined;
  }

  #findColumns(headers: readonly string[]): ReadonlyMap<string, number> {
    const found = (this.#rows[this.#head] ?? []).map(headerOf);
    const at = new Map<string, number>();
    const width = Math.max(0, ...this.#rows.map((row) => row.length));
    for (let i = 0; i < width; i += 1) this.#column(found[i] ?? '', i, headers, at);
    for (const header of headers) {
      if (!at.has(header)) this.#fault(this.#head + 1, { column: null, header }, undefined, CELL_RULES.column);
    }
    return at;
  }

  #column(header: string, i: number, headers: readonly string[], at: Map<string, number>): void {
    const place = { column: letterOf(i), header: header === '' ? null : header };
    if (header === '') {
      const row = this.#rows.findIndex((cells) => !isBlank(cells[i]));
      if (row >= 0) this.#fault(row + 1, place, this.#rows[row]?.[i] ?? undefined, CELL_RULES.headless);
    } else if (!headers.includes(header)) this.#fault(this.#head + 1, place, header, CELL_RULES.extraColumn);
    else if (at.has(header)) this.#fault(this.#head + 1, place, header, CELL_RULES.twice);
    else at.set(header, i);
  }

  #fault(row: number, place: Pick<CellPlace, 'column' | 'header'>, value: unknown, rule: CellFault['rule']): void {
    this.#faults.push({ sheet: this.#sheet, row, ...place, value, rule });
  }
}
