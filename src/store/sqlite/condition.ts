import type { Value } from './database.ts';

/** A condition of a statement with the values of its placeholders, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/**
 * The row `r` of the registers is a complaint or suggestion that names one of them (as `namesOf` writes them), in its words or in what the
 * register says of it; the same as `isAbout` of src/registers/naming.ts. Also where it only guesses who was meant: whoever may be the one that a complaint is
 * about does not handle it (standards.md section 6).
 */
export function isAbout(names: readonly string[]): Condition {
  const named = names.map(() => 'instr(r.named, ?) > 0').join(' OR ');
  return { sql: `(r.kind <> 'praise' AND (${named}))`, values: names };
}

/** The conversation, whose number stands in this column, holds no such entry. */
export function notAbout(names: readonly string[], conversation: string): Condition {
  const { sql, values } = isAbout(names);
  return { sql: `NOT EXISTS (SELECT 1 FROM registers r WHERE r.conversation = ${conversation} AND ${sql})`, values };
}

/** As it stands inside a JSON text. */
export function inJson(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}
