import { HuifangError } from '../../domain/errors.ts';
import type { AuditRow, AuditStore } from '../../store/store.ts';

/** Between what was asked for and the code of the refusal: `conversation.claim.refused.ALREADY_TAKEN`. */
export const REFUSED = '.refused.';

/**
 * Does it, and writes down what came of it before anybody is told: the row itself when it was done, `….refused.CODE` when it was not. So no
 * view is answered without its row, and no row says that something was done which was not.
 */
export async function audited<T>(
  audit: Pick<AuditStore, 'append'>,
  row: AuditRow | undefined,
  act: () => Promise<T>,
  shown?: (given: T) => readonly string[],
): Promise<T> {
  if (row === undefined) return act();
  const given = await act().catch(async (error: unknown) => {
    const code = error instanceof HuifangError ? error.code : 'INTERNAL';
    await audit.append({ ...row, what: `${row.what}${REFUSED}${code}` });
    throw error;
  });
  await audit.append(shown === undefined ? row : { ...row, shown: shown(given) });
  return given;
}
