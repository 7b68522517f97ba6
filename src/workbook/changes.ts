import { isDeepStrictEqual } from 'node:util';
import { DEPARTMENTS, HOSPITAL_ITEMS, HOSPITAL_SHEET, HOURS, PHONES, TABLES, type Table } from './columns.ts';
import type { CellValue, Column, DepartmentNames, Json } from './workbook.types.ts';
import { cellOf, departmentNames, entriesOf } from './write.ts';

/** One column of an entry, before and after, as its cells say it. */
export interface ChangedCell {
  readonly header: string;
  readonly from: string;
  readonly to: string;
}

export interface ChangedEntry {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly ChangedCell[];
}

/** What a new file changes of one sheet. */
export interface SheetChanges {
  readonly sheet: string;
  readonly added: readonly ChangedEntry[];
  readonly removed: readonly ChangedEntry[];
  readonly changed: readonly ChangedEntry[];
  /** The same entries in another order. */
  readonly reordered: boolean;
}

interface Names {
  readonly before: DepartmentNames;
  readonly after: DepartmentNames;
}

function shown(cell: CellValue): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
}

function changedCells(
  before: unknown,
  after: unknown,
  columns: readonly Column[],
  names: Names,
): readonly ChangedCell[] {
  return columns.flatMap((column) => {
    const [from, to] = [shown(cellOf(before, column, names.before)), shown(cellOf(after, column, names.after))];
    return from === to ? [] : [{ header: column.header, from, to }];
  });
}

const LABELS = ['name', 'label', 'question', 'number'] as const;

function entryOf(entry: Json, cells: readonly ChangedCell[] = []): ChangedEntry {
  const label = LABELS.map((key) => entry[key]).find((value) => value !== undefined);
  return { id: String(entry['id']), name: typeof label === 'string' ? label : '', cells };
}

function tableChanges(before: Json, after: Json, table: Table, names: Names): SheetChanges {
  const [old, now] = [entriesOf(before, table), entriesOf(after, table)];
  const [oldById, nowById] = [old, now].map((list) => new Map(list.map((entry) => [entry['id'], entry])));
  const stays = (list: readonly Json[], other: ReadonlyMap<unknown, Json> | undefined) =>
    list.map(({ id }) => id).filter((id) => other?.has(id) === true);
  return {
    sheet: table.sheet,
    added: now.filter(({ id }) => oldById?.has(id) === false).map((entry) => entryOf(entry)),
    removed: old.filter(({ id }) => nowById?.has(id) === false).map((entry) => entryOf(entry)),
    changed: now.flatMap((entry) => {
      const was = oldById?.get(entry['id']);
      const cells = was === undefined ? [] : changedCells(was, entry, table.columns, names);
      return cells.length === 0 ? [] : [entryOf(entry, cells)];
    }),
    reordered: !isDeepStrictEqual(stays(old, nowById), stays(now, oldById)),
  };
}

function hospitalChanges(before: Json, after: Json, names: Names): SheetChanges {
  const cells = changedCells(before['hospital'], after['hospital'], HOSPITAL_ITEMS, names);
  const changed = cells.length === 0 ? [] : [{ id: '', name: '', cells }];
  return { sheet: HOSPITAL_SHEET, added: [], removed: [], changed, reordered: false };
}

/** What differs between two checked knowledge files, by sheet; sheets without a difference are left out. */
export function changesBetween(before: Json, after: Json): readonly SheetChanges[] {
  const names = {
    before: departmentNames(entriesOf(before, DEPARTMENTS)),
    after: departmentNames(entriesOf(after, DEPARTMENTS)),
  };
  const tables = [PHONES, HOURS, ...TABLES].map((table) => tableChanges(before, after, table, names));
  return [hospitalChanges(before, after, names), ...tables].filter(
    ({ added, removed, changed, reordered }) => added.length + removed.length + changed.length > 0 || reordered,
  );
}
