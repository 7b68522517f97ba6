import type { ReportsStore } from '../../reports-store.ts';
import type { Database } from '../database.ts';
import type { ReadLong } from '../reading.ts';
import type { Writer } from '../writer.ts';
import { Recompute } from './recompute.ts';
import { type ReportParts, ReportRows } from './rows.ts';
import { reportsStore } from './store.ts';

/** The reports of a store: `rows` for whoever writes, `store` for whoever reads. */
export function openReports(
  db: Database,
  parts: ReportParts,
): { readonly rows: ReportRows; readonly store: (writer: Writer, readLong: ReadLong) => ReportsStore } {
  const recompute = new Recompute(db, parts);
  countIfOutdated(db, recompute);
  const rows = new ReportRows(db, parts);
  const forget = (): void => {
    rows.forget();
  };
  const shared = { db, recompute, dayOf: parts.dayOf, forget };
  return { rows, store: (writer, readLong) => reportsStore({ ...shared, writer, readLong }) };
}

/** Figures of a file that was counted by other rules, or never, are counted before anything is written to it. */
function countIfOutdated(db: Database, recompute: Recompute): void {
  if (recompute.isCurrent()) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    recompute.rebuild();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
