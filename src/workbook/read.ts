import { checkKnowledge, type FoundFault } from '../bot/knowledge/index.ts';
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
import { CELL_RULES } from './rules.ts';
import { type ReadEntry, TableReader } from './table.ts';
import type { CellFault, CellPlace, CellValue, Column, DepartmentNames, Json, SheetRows } from './workbook.types.ts';
import { departmentNames } from './write.ts';

/** What a workbook says: the knowledge file it stands for, or everything that is wrong with it. */
export type WorkbookRead =
  | { readonly file: Json; readonly notRead: readonly string[] }
  | { readonly faults: readonly CellFault[] };

/** What reading the sheets one after the other brings together. */
interface Gathered {
  readonly faults: CellFault[];
  /** Path in the file → cell. */
  readonly places: Map<string, CellPlace>;
}

const NO_DEPARTMENTS: DepartmentNames = { idOf: () => undefined, nameOf: () => undefined };

/** Puts `ward.phone` into an object that holds `ward`. */
function nested(members: Iterable<readonly [string, unknown]>): Json {
  const root: Record<string, unknown> = {};
  for (const [key, value] of members) {
    const [first = '', rest] = key.split('.', 2);
    if (rest === undefined) root[first] = value;
    else root[first] = { ...(root[first] as Json | undefined), [rest]: value };
  }
  return root;
}

function noted(entry: ReadEntry, path: string, gathered: Gathered): void {
  for (const [key, place] of entry.places) gathered.places.set(`${path}.${key}`, place);
}

function openTable(
  sheets: readonly SheetRows[],
  sheet: string,
  headers: readonly string[],
  { faults }: Gathered,
): TableReader | null {
  const found = sheets.find((one) => one.sheet.trim() === sheet);
  if (found !== undefined) return new TableReader(found, headers, faults);
  faults.push({ sheet, row: null, column: null, header: null, value: undefined, rule: CELL_RULES.sheet });
  return null;
}

function readList(
  sheets: readonly SheetRows[],
  table: Table,
  names: DepartmentNames,
  gathered: Gathered,
): readonly Json[] {
  const reader = openTable(
    sheets,
    table.sheet,
    table.columns.map(({ header }) => header),
    gathered,
  );
  return (reader?.filled ?? []).map((row, i) => {
    const entry = reader?.entry(row, table.columns, names);
    if (entry === undefined) return {};
    noted(entry, `${table.list}[${String(i)}]`, gathered);
    return nested(entry.members);
  });
}

/** An object of the file whose keys are the ids of a sheet. */
function readKeyed(sheets: readonly SheetRows[], table: Table, gathered: Gathered): Json {
  const reader = openTable(
    sheets,
    table.sheet,
    table.columns.map(({ header }) => header),
    gathered,
  );
  const found = new Map<string, unknown>();
  for (const row of reader?.filled ?? []) {
    const entry = reader?.entry(row, table.columns, NO_DEPARTMENTS);
    const place = entry?.places.get('id');
    if (entry === undefined || place === undefined) continue;
    const { id, number, ...rest } = nested(entry.members);
    if (typeof id !== 'string' || found.has(id)) {
      gathered.faults.push({ ...place, value: id, rule: CELL_RULES.key });
      continue;
    }
    noted(entry, `${table.list}.${id}`, gathered);
    const numberAt = entry.places.get('number');
    gathered.places.set(`${table.list}.${id}`, numberAt ?? place);
    found.set(id, numberAt === undefined ? rest : number);
  }
  return Object.fromEntries(found);
}

function readHospital(sheets: readonly SheetRows[], gathered: Gathered): Json {
  const [itemHeader, valueHeader] = HOSPITAL_COLUMNS;
  const reader = openTable(sheets, HOSPITAL_SHEET, HOSPITAL_COLUMNS, gathered);
  const items = new Map<string, Column>(HOSPITAL_ITEMS.map((item) => [item.header, item]));
  const blank = HOSPITAL_ITEMS.filter((item) => item.blank === 'none').map((item) => [item.key, []] as const);
  const members = new Map<string, unknown>(blank);
  for (const row of reader?.filled ?? []) {
    const name = String(reader?.cell(row, itemHeader) ?? '').trim();
    const item = items.get(name);
    const place = reader?.place(row, valueHeader);
    if (item === undefined || place === undefined) {
      gathered.faults.push({
        ...placeOf(reader, row, itemHeader),
        value: name === '' ? undefined : name,
        rule: CELL_RULES.item,
      });
      continue;
    }
    items.delete(name);
    gathered.places.set(`hospital.${item.key}`, { ...place, header: name });
    const value = reader?.value(reader.cell(row, valueHeader), item, {
      place: { ...place, header: name },
      departments: NO_DEPARTMENTS,
    });
    if (value !== undefined) members.set(item.key, value);
  }
  return nested(members);
}

function placeOf(reader: TableReader | null, row: number, header: string): CellPlace {
  return reader?.place(row, header) ?? { sheet: HOSPITAL_SHEET, row, column: null, header };
}

/** Sheets that stand for parts of the file, the longest path first. */
const PARTS: readonly (readonly [string, string])[] = [
  ...[HOURS, PHONES, ...TABLES].map(({ list, sheet }) => [list, sheet] as const),
  ['hospital', HOSPITAL_SHEET] as const,
];

/** The cell of a path in the file, or as near to it as the workbook has one. */
function cellAt(path: string, places: ReadonlyMap<string, CellPlace>): CellPlace {
  for (let at = path; at !== ''; at = at.replace(/(^|[.[])[^.[]*$/, '')) {
    const place = places.get(at);
    if (place !== undefined) return place;
  }
  const inside = [...places].find(([key]) => key.startsWith(`${path}.`));
  if (inside !== undefined) return inside[1];
  const [list = '', sheet = path] =
    PARTS.find(([part]) => path === part || (/^[.[]/.test(path.slice(part.length)) && path.startsWith(part))) ?? [];
  const rest = path.slice(list.length + 1);
  const item = HOSPITAL_ITEMS.find(({ key }) => sheet === HOSPITAL_SHEET && key === rest);
  return { sheet, row: null, column: null, header: item?.header ?? (rest === '' ? null : rest) };
}

/** What the file's own check finds, told of the cells. A cell that could not be read at all was told already. */
function toldOfCells(found: readonly FoundFault[], { faults, places }: Gathered): readonly CellFault[] {
  const key = ({ sheet, row, column }: CellPlace) => [sheet, row, column].join('!');
  const told = new Set(faults.map(key));
  const departmentsFaulty = faults.some(({ sheet }) => sheet === DEPARTMENTS.sheet);
  const missing = new Set(faults.filter(({ rule }) => rule === CELL_RULES.sheet).map(({ sheet }) => sheet));
  return found.flatMap(({ path, value, rule }) => {
    const place = cellAt(path, places);
    const follows = departmentsFaulty && /^(doctors|prices)\[\d+\]\.(clinic|department)/.test(path);
    const columnMissing = place.row !== null && place.column === null;
    if (follows || columnMissing || missing.has(place.sheet) || told.has(key(place))) return [];
    return [{ ...place, value, rule }];
  });
}

/** Sheets with content that nothing reads. */
function notRead(sheets: readonly SheetRows[]): readonly string[] {
  const known = [HELP_SHEET, HOSPITAL_SHEET, ...[HOURS, PHONES, ...TABLES].map(({ sheet }) => sheet)];
  const filled = (rows: readonly (readonly CellValue[])[]) => rows.some((row) => row.some((cell) => cell !== null));
  return sheets.filter(({ sheet, rows }) => !known.includes(sheet.trim()) && filled(rows)).map(({ sheet }) => sheet);
}

/** Reads worksheets into the knowledge file they stand for, and checks it whole; `before` are faults found already. */
export function readSheets(sheets: readonly SheetRows[], before: readonly CellFault[] = []): WorkbookRead {
  const gathered: Gathered = { faults: [...before], places: new Map() };
  const hospital = readHospital(sheets, gathered);
  const phones = readKeyed(sheets, PHONES, gathered);
  const hours = readKeyed(sheets, HOURS, gathered);
  const departments = readList(sheets, DEPARTMENTS, NO_DEPARTMENTS, gathered);
  const names = departmentNames(departments);
  const others = TABLES.filter((table) => table !== DEPARTMENTS);
  const lists = others.map((table) => [table.list, readList(sheets, table, names, gathered)] as const);
  const file = { hospital: { ...hospital, phones, hours }, departments, ...Object.fromEntries(lists) };
  const faults = [...gathered.faults, ...toldOfCells(checkKnowledge(file), gathered)];
  return faults.length > 0 ? { faults } : { file, notRead: notRead(sheets) };
}
