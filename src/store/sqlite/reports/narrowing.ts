import type { ReportScope } from '../../reports-store.ts';
import type { Value } from '../database.ts';

/** ' AND x = ?' for each part of the scope that narrows, with its values. */
export function narrowing(
  scope: Pick<ReportScope, 'department' | 'ward' | 'channel'>,
  columns: Partial<Record<'department' | 'ward' | 'channel', string>>,
): { readonly sql: string; readonly values: readonly Value[] } {
  const parts = (['department', 'ward', 'channel'] as const).flatMap((name) => {
    const column = columns[name];
    const value = scope[name];
    return column === undefined || value === null ? [] : [{ sql: ` AND ${column} = ?`, value }];
  });
  return { sql: parts.map(({ sql }) => sql).join(''), values: parts.map(({ value }) => value) };
}
