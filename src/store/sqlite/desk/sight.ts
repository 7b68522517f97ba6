import type { Sight } from '../../store.ts';
import type { Value } from '../database.ts';

/** A condition of a statement with the values of its placeholders, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/**
 * No complaint or suggestion of the conversation names one of them, in its words or in what the register says of it. Also where it only
 * guesses who was meant: whoever may be the one that a complaint is about does not handle it (standards.md section 6).
 */
function notAbout(names: readonly string[], conversation: string): Condition {
  const named = names.map(() => 'instr(r.concerns || char(10) || r.text, ?) > 0').join(' OR ');
  const sql = `NOT EXISTS (SELECT 1 FROM registers r WHERE r.conversation = ${conversation} AND r.kind <> 'praise' AND (${named}))`;
  return { sql, values: names };
}

/** What of the conversations, whose number and department stand in these columns, may be seen. */
export function seenBy(
  { department, hiddenFrom }: Sight,
  columns: { readonly conversation: string; readonly department: string },
): readonly Condition[] {
  return [
    ...(department === null ? [] : [{ sql: `${columns.department} = ?`, values: [department] }]),
    ...(hiddenFrom.length === 0 ? [] : [notAbout(hiddenFrom, columns.conversation)]),
  ];
}
