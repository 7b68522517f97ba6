import {
  DEPARTMENTS,
  HELP_SHEET,
  HOSPITAL_COLUMNS,
  HOSPITAL_ITEMS,
  HOSPITAL_SHEET,
  HOURS,
  PHONES,
  TABLES,
  type Table,
} from './columns.ts';
import { HELP_LINES } from './help.ts';
import { type CellValue, type Column, type DepartmentNames, type Json, type SheetRows } from './workbook.types.ts';

/** The member of an entry at `ward.phone`. */
function memberOf(entry: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? (value as Json)[step] : undefined),
      entry,
    );
}

/** How cells call departments. */
export function departmentNames(departments: readonly Json[]): DepartmentNames {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const ids = new Map([
    ...departments.map(({ id }) => [id, id] as const),
    ...departments.map(({ id, name }) => [name, id] as const),
  ]);
  return {
    nameOf: (id) => names.get(id) as string | undefined,
    idOf: (text) => ids.get(text) as string | undefined,
  };
}

/** The cell of one column of an entry. */
export function cellOf(entry: unknown, column: Column, departments: DepartmentNames): CellValue {
  const value = memberOf(entry, column.key);
  if (value === undefined) return null;
  const cell = column.kind.write(value, departments);
  return cell === '' ? null : cell;
}

/** The entries of a table: of a list, or of an object whose keys are ids. */
export function entriesOf(file: Json, table: Table): readonly Json[] {
  const found = memberOf(file, table.list);
  if (Array.isArray(found)) return found as readonly Json[];
  return Object.entries((found ?? {}) as Json).map(([id, value]) =>
    typeof value === 'object' ? { id, ...value } : { id, number: value },
  );
}

function tableRows(file: Json, table: Table, departments: DepartmentNames): SheetRows {
  const rows = entriesOf(file, table).map((entry) => table.columns.map((column) => cellOf(entry, column, departments)));
  return { sheet: table.sheet, rows: [table.columns.map(({ header }) => header), ...rows] };
}

/** A checked knowledge file as worksheets. */
export function sheetsOf(file: Json): readonly SheetRows[] {
  const departments = departmentNames(entriesOf(file, DEPARTMENTS));
  const hospital = HOSPITAL_ITEMS.map((item) => [item.header, cellOf(file['hospital'], item, departments)]);
  return [
    { sheet: HELP_SHEET, rows: HELP_LINES.map((line) => [line]) },
    { sheet: HOSPITAL_SHEET, rows: [[...HOSPITAL_COLUMNS], ...hospital] },
    ...[PHONES, HOURS, ...TABLES].map((table) => tableRows(file, table, departments)),
  ];
}
