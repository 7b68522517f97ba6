import type { Rule } from '../bot/knowledge/index.ts';

export type CellValue = string | number | boolean | Date | null;

/** A worksheet: all of its rows, the header too. */
export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** What a cell says, or why it cannot be read. */
export type CellRead = { readonly value: unknown } | { readonly rule: Rule };

/** Departments by what a cell may call them. */
export interface DepartmentNames {
  readonly idOf: (text: string) => string | undefined;
  readonly nameOf: (id: string) => string | undefined;
}

/** How one kind of value stands in a cell. What `write` gives, `read` reads back as it was. */
export interface Kind {
  write(value: unknown, departments: DepartmentNames): CellValue;
  /** Of a cell that is not blank. */
  read(cell: Exclude<CellValue, null>, departments: DepartmentNames): CellRead;
  readonly numeric?: boolean;
}

export interface Column {
  /** Member of the entry: `ward.phone`. */
  readonly key: string;
  readonly header: string;
  readonly kind: Kind;
  /** In characters. */
  readonly width: number;
  /** What a blank cell means: no such member, no entries, an empty text. */
  readonly blank: 'absent' | 'none' | 'empty';
}

/** Where something stands in the workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** As Excel counts; null: the sheet as a whole. */
  readonly row: number | null;
  /** `E`; null: the row as a whole. */
  readonly column: string | null;
  readonly header: string | null;
}

export interface CellFault extends CellPlace {
  readonly value: unknown;
  readonly rule: Rule;
}

export type Json = Readonly<Record<string, unknown>>;
