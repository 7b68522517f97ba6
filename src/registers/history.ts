import type { RegisterRecord } from '../domain/register.ts';

/** One field that changed, as people read it; empty: nothing stood there. */
export interface FieldChange {
  readonly field: string;
  readonly old: string;
  readonly next: string;
}

/** What does not change by itself: identity, guards, and lists whose additions are told by the step that made them. */
const UNTOLD: readonly (keyof RegisterRecord)[] = ['version', 'number', 'kind', 'signatures', 'dueProvisional'];

/** What differs between an entry before and after, field by field, in the order of its fields. */
export function changesBetween(old: RegisterRecord, next: RegisterRecord): readonly FieldChange[] {
  return (Object.keys(next) as (keyof RegisterRecord)[])
    .filter((field) => !UNTOLD.includes(field))
    .map((field) => ({ field, old: inWords(old[field]), next: inWords(next[field]) }))
    .filter((change) => change.old !== change.next);
}

function inWords(value: RegisterRecord[keyof RegisterRecord]): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value.join('、');
  return JSON.stringify(value);
}
