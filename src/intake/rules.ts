import type { Language } from '../domain/language.ts';
import { dropBlanks, halfWidth } from './text.ts';

/** What the importer can read of a discharge list, named as in flows.config.json. */
export const FIELDS = [
  'recordNo',
  'patientName',
  'gender',
  'age',
  'phone',
  'contactName',
  'relation',
  'department',
  'ward',
  'doctor',
  'nurse',
  'admittedOn',
  'dischargedOn',
  'diagnosis',
  'disposition',
  'address',
  'language',
] as const;
export type Field = (typeof FIELDS)[number];

/** Accepted headers of each field, most wanted first. */
export type ColumnMapping = Readonly<Record<Field, readonly string[]>>;

/** How one hospital's export is read: the `intake` section of flows.config.json. */
export interface IntakeRules {
  readonly columns: ColumnMapping;
  readonly dispositions: { readonly deceased: readonly string[]; readonly transferred: readonly string[] };
  readonly genders: { readonly male: readonly string[]; readonly female: readonly string[] };
  readonly languages: Readonly<Record<Language, readonly string[]>>;
  /** Relations that mean the patient. */
  readonly self: readonly string[];
  /** Telephone cells that mean there is none. */
  readonly noPhone: readonly string[];
  /** Completed years from which a patient is written to in person. */
  readonly adultFrom: number;
}

/** A value as it is compared with the spellings of the rules: half-width, without blanks, codes without leading zeros. */
export function comparable(text: string): string {
  const plain = dropBlanks(halfWidth(text)).toLowerCase();
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

const prepared = new WeakMap<readonly string[], ReadonlySet<string>>();

function comparables(spellings: readonly string[]): ReadonlySet<string> {
  let known = prepared.get(spellings);
  if (known === undefined) {
    known = new Set(spellings.map(comparable));
    prepared.set(spellings, known);
  }
  return known;
}

/** True if `text` is one of the spellings. */
export function isOneOf(text: string, spellings: readonly string[]): boolean {
  return spellings.includes(text) || comparables(spellings).has(comparable(text));
}
