import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { AuditCheck, AuditEntry, AuditStore } from './audit-store.ts';

/** What stands before the first row. */
export const GENESIS = '0'.repeat(64);

/** Rows that are read at once when the chain is walked; other work is done between two pages. */
const PAGE = 2_000;

/** The hash of a row: SHA-256 over its predecessor's hash and its own fields, in hex. */
export function chained(previous: string, { no, at, who, what, subject, why }: Omit<AuditEntry, 'hash'>): string {
  const row = JSON.stringify([no, at, who, what, subject, why ?? null]);
  return createHash('sha256').update(previous).update(row).digest('hex');
}

/**
 * Walks the whole audit. Rows from before the chain have no hash of their own, but are part of what the first chained row's hash
 * covers: a change of theirs shows there. What the walk cannot see is that rows at the very end are gone; that needs the `head`
 * of an earlier walk, kept elsewhere.
 */
export async function verifyChain(audit: Pick<AuditStore, 'page'>): Promise<AuditCheck> {
  let last = { no: 0, hash: GENESIS, chained: false };
  for (;;) {
    const page = await audit.page(last.no, PAGE);
    for (const row of page) {
      const why = faultOf(row, last);
      if (why !== undefined) return { intact: false, rows: last.no, brokenAt: row.no, why };
      last = { no: row.no, hash: chained(last.hash, row), chained: row.hash !== null };
    }
    if (page.length < PAGE) break;
    await setImmediate();
  }
  return { intact: true, rows: last.no, head: last.no === 0 ? null : { no: last.no, hash: last.hash } };
}

function faultOf(row: AuditEntry, last: { no: number; hash: string; chained: boolean }) {
  if (row.no !== last.no + 1) return 'missing';
  if (row.hash === null) return last.chained ? 'unchained' : undefined;
  return row.hash === chained(last.hash, row) ? undefined : 'changed';
}
