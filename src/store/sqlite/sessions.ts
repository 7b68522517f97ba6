import type { SessionRow, SessionStore } from '../store.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_WIDTH, accountOf } from './accounts.ts';
import type { AuditLog } from './audit.ts';
import type { Database, Row } from './database.ts';
import { number, text } from './database.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

const COLUMNS = 's.hash, s.id, s.account, s.created_at, s.seen_at, s.device';

/** The port's sessions. */
export function sessionStore(db: Database, writer: Writer, audit: AuditLog): SessionStore {
  const add = db.prepare(
    `INSERT INTO sessions (hash, id, account, created_at, seen_at, device)
     SELECT ?, ?, a.id, ?, ?, ? FROM accounts a WHERE a.id = ? AND a.password = ? AND a.active = 1`,
  );
  const find = db.prepare(
    `SELECT ${ACCOUNT_COLUMNS}, ${COLUMNS} FROM sessions s JOIN accounts a ON a.id = s.account WHERE s.hash = ?`,
  );
  const touch = db.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ? AND seen_at < ?');
  const of = db.prepare(`SELECT ${COLUMNS} FROM sessions s WHERE s.account = ? ORDER BY s.created_at DESC, s.id DESC`);
  const end = db.prepare('DELETE FROM sessions WHERE account = ? AND id = ?');
  const prune = db.prepare('DELETE FROM sessions WHERE created_at < ? OR seen_at < ?');
  return {
    add: ({ hash, id, accountId, createdAt, seenAt, device }, proven, by) =>
      writer.run(() => {
        const began = add.run(hash, id, createdAt, seenAt, device, accountId, proven) > 0;
        if (began) audit.append(by);
        return began;
      }),
    find: (hash) =>
      reading(() => {
        const row = find.get(hash);
        if (row === undefined) return undefined;
        return { account: accountOf(row), session: sessionOf(row.slice(ACCOUNT_WIDTH)) };
      }),
    touch: (hash, at) =>
      writer.run(() => {
        touch.run(at, hash, at);
      }),
    of: (accountId) => reading(() => of.all(accountId).map(sessionOf)),
    end: (accountId, ids, by) =>
      writer.run(() => {
        const ended = ids.reduce((count, id) => count + end.run(accountId, id), 0);
        if (ended > 0) audit.append(by);
        return ended;
      }),
    prune: (createdBefore, seenBefore) =>
      writer.run(() => {
        prune.run(createdBefore, seenBefore);
      }),
  };
}

function sessionOf(row: Row): SessionRow {
  return {
    hash: text(row, 0),
    id: text(row, 1),
    accountId: text(row, 2),
    createdAt: number(row, 3),
    seenAt: number(row, 4),
    device: text(row, 5),
  };
}
