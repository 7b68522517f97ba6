import type { Emergency, StaffDeed } from '../../../domain/emergency.ts';
import { type Database, number, type Row, text } from '../database.ts';
import { opens } from '../reports/handoffs.ts';
import { RANKS } from './inbox-rows.ts';

/** Nobody handles more at once; what is beyond rings when these are done with. */
const MOST = 50;
const ACCOUNT = 'account:';

/** Urgent handoffs that wait, also those that somebody has snoozed; who opened and who took them stands in the audit. */
export class Emergencies {
  private readonly sql;

  constructor(db: Database) {
    const deed = (what: string, order: string) =>
      db.prepare(
        `SELECT a.who, a.at FROM audit a WHERE a.subject = ? AND a.at >= ? AND ${what} AND a.who GLOB '${ACCOUNT}*'
         ORDER BY a.no ${order} LIMIT 1`,
      );
    this.sql = {
      waiting: db.prepare(
        `SELECT c.id, h.at FROM inbox i
         JOIN work_items w ON w.conversation = i.conversation AND w.kind = 'handoff' AND w.status = 'open'
         JOIN report_handoffs h ON h.item = w.no AND h.priority = 'urgent' AND h.answered_at IS NULL
         JOIN conversations c ON c.no = i.conversation
         WHERE i.open = 1 AND i.rank = ${String(RANKS.urgent)} ORDER BY h.at LIMIT ${String(MOST)}`,
      ),
      opened: deed(opens('a'), 'ASC'),
      taken: deed("a.what = 'conversation.claim'", 'DESC'),
      reached: deed("a.what = 'conversation.reached'", 'DESC'),
    };
  }

  list(): readonly Emergency[] {
    return this.sql.waiting
      .all()
      .map((row) => [text(row, 0), number(row, 1)] as const)
      .filter(([id, since]) => this.sql.reached.get(id, since) === undefined)
      .map(([id, since]) => ({
        conversationId: id,
        since,
        opened: deedOf(this.sql.opened.get(id, since)),
        taken: deedOf(this.sql.taken.get(id, since)),
      }));
  }
}

function deedOf(row: Row | undefined): StaffDeed | null {
  return row === undefined ? null : { account: text(row, 0).slice(ACCOUNT.length), at: number(row, 1) };
}
