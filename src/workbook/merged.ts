import { CELL_RULES } from './rules.ts';
import type { CellFault } from './workbook.types.ts';
import { partsOf } from './zip.ts';

const SHEET = /<(?:\w+:)?sheet\s([^>]*)\/?>/g;
const RELATION = /<(?:\w+:)?Relationship\s([^>]*)\/?>/g;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*\bref="([A-Z]+)(\d+):([A-Z]+\d+)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(text: string, name: string): string {
  const [, value = ''] = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(text) ?? [];
  return value.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** Merged cells of the sheets: only the first of them has the value, so that the others would be taken for blank. */
export function mergedCells(zip: Buffer, sheets: ReadonlySet<string>): readonly CellFault[] {
  const parts = partsOf(zip, (name) =>
    /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]*\.xml)$/.test(name),
  );
  const targets = new Map<string, string>();
  for (const [, text = ''] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(RELATION)) {
    targets.set(attribute(text, 'Id'), attribute(text, 'Target').replace(/^\/?(xl\/)?/, 'xl/'));
  }
  return [...(parts.get('xl/workbook.xml') ?? '').matchAll(SHEET)].flatMap(([, text = '']) => {
    const sheet = attribute(text, 'name').trim();
    if (!sheets.has(sheet)) return [];
    const found = (parts.get(targets.get(attribute(text, 'id')) ?? '') ?? '').matchAll(MERGED);
    return [...found].map(([, column = '', row = '', to = '']) => ({
      sheet,
      row: Number(row),
      column,
      header: null,
      value: `${column}${row}:${to}`,
      rule: CELL_RULES.merged,
    }));
  });
}
