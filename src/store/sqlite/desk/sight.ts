import type { Sight } from '../../store.ts';
import type { Value } from '../database.ts';

/** A condition of a statement with the values of its placeholders, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/**
 * No complaint of the conversation names the person. Also where the register only guesses who was meant: whoever may be the one that a
 * complaint is about does not handle it (standards.md section 6).
 */
export function notAbout(name: string, conversation: string): Condition {
  const sql = `NOT EXISTS (SELECT 1 FROM registers r WHERE r.conversation = ${conversation} AND r.kind = 'complaint' AND instr(r.concerns, ?) > 0)`;
  return { sql, values: [name] };
}

/** What of the conversations, whose number and department stand in these columns, may be seen. */
export function seenBy(
  { department, hiddenFrom }: Sight,
  columns: { readonly conversation: string; readonly department: string },
): readonly Condition[] {
  return [
    ...(department === null ? [] : [{ sql: `${columns.department} = ?`, values: [department] }]),
    ...(hiddenFrom === null ? [] : [notAbout(hiddenFrom, columns.conversation)]),
  ];
}
