import { type ColumnMapping, FIELDS, type Field } from './rules.ts';

/** Without these nobody could be contacted, or someone who must not be. */
export const REQUIRED_FIELDS: readonly Field[] = ['recordNo', 'patientName', 'phone', 'dischargedOn', 'disposition'];
/** Worth a remark when a file lacks them: minors and departments cannot be told without. */
const EXPECTED_FIELDS: readonly Field[] = ['age', 'department', 'relation'];

/** Place of each field in a record; -1 when the file has no such column. */
type ColumnPlaces = Readonly<Record<Field, number>>;

export interface ResolvedColumns {
  readonly places: ColumnPlaces;
  /** Number of columns of the header, without empty ones at its end. */
  readonly width: number;
  /** Required fields the header lacks. */
  readonly missing: readonly Field[];
  /** Other fields it lacks and that matter. */
  readonly absent: readonly Field[];
}

function plain(header: string): string {
  return header.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Finds the fields in a header line. Blanks round and inside a header and the case of letters do not matter. */
export function resolveColumns(header: readonly string[], mapping: ColumnMapping): ResolvedColumns {
  const known = header.map(plain);
  const places = Object.fromEntries(
    FIELDS.map((field) => {
      const found = mapping[field].map((accepted) => known.indexOf(plain(accepted))).find((index) => index >= 0);
      return [field, found ?? -1];
    }),
  ) as Record<Field, number>;
  if (FIELDS.some((field) => field !== 'ward' && places[field] === places.ward)) places.ward = -1;
  return {
    places,
    width: known.findLastIndex((text) => text !== '') + 1,
    missing: REQUIRED_FIELDS.filter((field) => places[field] < 0),
    absent: EXPECTED_FIELDS.filter((field) => places[field] < 0),
  };
}
