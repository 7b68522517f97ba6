import type { Sight } from '../../store.ts';
import { type Condition, notAbout } from '../condition.ts';

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
