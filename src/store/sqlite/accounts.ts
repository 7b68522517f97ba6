import { isRole } from '../../access/roles.ts';
import type { Account, AccountStore, AuditRow } from '../store.ts';
import { attemptRows } from './attempts.ts';
import type { AuditLog } from './audit.ts';
import type { Database, Row } from './database.ts';
import { number, text, textOrNull } from './database.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

/** Columns that `accountOf` reads, of the table `a`. */
export const ACCOUNT_COLUMNS =
  'a.id, a.user_name, a.name, a.role, a.department, a.staff_name, a.active, a.must_change, a.totp IS NOT NULL, a.created_at';
/** How many there are. */
export const ACCOUNT_WIDTH = 10;

/** Nothing to prove (null), or what was proven still holds. */
const PROVEN = '(? IS NULL OR password = ?)';

export function accountOf(row: Row): Account {
  const role = text(row, 3);
  if (!isRole(role)) throw new TypeError(`an account has the role ${role}`);
  return {
    id: text(row, 0),
    userName: text(row, 1),
    name: text(row, 2),
    role,
    department: textOrNull(row, 4),
    staffName: textOrNull(row, 5),
    active: number(row, 6) === 1,
    mustChangePassword: number(row, 7) === 1,
    hasTotp: number(row, 8) === 1,
    createdAt: number(row, 9),
  };
}

/** The port's accounts. */
export function accountStore(db: Database, writer: Writer, audit: AuditLog): AccountStore {
  const sql = prepareAll(db);
  /** One change of one row, audited if there was such a row. */
  const changing = (change: () => number, by: AuditRow) =>
    writer.run(() => {
      const changed = change() > 0;
      if (changed) audit.append(by);
      return changed;
    });
  return {
    ...attemptRows(db, writer),
    list: () => reading(() => sql.list.all().map(accountOf)),
    find: (id) =>
      reading(() => {
        const row = sql.find.get(id);
        return row === undefined ? undefined : accountOf(row);
      }),
    withSecrets: (userName) =>
      reading(() => {
        const row = sql.secrets.get(userName);
        if (row === undefined) return undefined;
        const secrets = { passwordHash: text(row, ACCOUNT_WIDTH), totpSecret: textOrNull(row, ACCOUNT_WIDTH + 1) };
        return { account: accountOf(row), secrets };
      }),
    add: (account, passwordHash, by) =>
      writer.run(() => {
        const { id, userName, name, role, department, staffName, active, mustChangePassword, createdAt } = account;
        const facts = [id, userName, name, role, department, staffName, Number(active), Number(mustChangePassword)];
        if (sql.add.run(...facts, createdAt, passwordHash) === 0) return 'taken';
        audit.append(by);
        return 'added';
      }),
    change: (account, by) =>
      writer.run(() => {
        const { id, name, role, department, staffName, active } = account;
        if (sql.find.get(id) === undefined) return 'unknown';
        const staysAdmin = role === 'admin' && active;
        if (!staysAdmin && sql.isAdmin.get(id) !== undefined && sql.otherAdmin.get(id) === undefined)
          return 'last_admin';
        sql.change.run(name, role, department, staffName, Number(active), id);
        if (!active) sql.endSessions.run(id, '');
        audit.append(by);
        return 'changed';
      }),
    setPassword: (id, { hash, mustChange, keepSession, proven }, by) =>
      changing(() => {
        const changed = sql.setPassword.run(hash, Number(mustChange), id, proven, proven);
        if (changed > 0) sql.endSessions.run(id, keepSession ?? '');
        return changed;
      }, by),
    setTotp: (id, { secret, proven }, by) => changing(() => sql.setTotp.run(secret, id, proven, proven), by),
    useTotpStep: (id, step) => writer.run(() => sql.useStep.run(step, id, step) > 0),
  };
}

function prepareAll(db: Database) {
  return {
    list: db.prepare(`SELECT ${ACCOUNT_COLUMNS} FROM accounts a ORDER BY a.user_name`),
    find: db.prepare(`SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.id = ?`),
    secrets: db.prepare(`SELECT ${ACCOUNT_COLUMNS}, a.password, a.totp FROM accounts a WHERE a.user_name = ?`),
    add: db.prepare(
      `INSERT INTO accounts (id, user_name, name, role, department, staff_name, active, must_change, created_at, password)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_name) DO NOTHING`,
    ),
    isAdmin: db.prepare("SELECT 1 FROM accounts WHERE id = ? AND role = 'admin' AND active = 1"),
    otherAdmin: db.prepare("SELECT 1 FROM accounts WHERE id <> ? AND role = 'admin' AND active = 1 LIMIT 1"),
    change: db.prepare(
      'UPDATE accounts SET name = ?, role = ?, department = ?, staff_name = ?, active = ? WHERE id = ?',
    ),
    endSessions: db.prepare('DELETE FROM sessions WHERE account = ? AND hash <> ?'),
    setPassword: db.prepare(`UPDATE accounts SET password = ?, must_change = ? WHERE id = ? AND ${PROVEN}`),
    setTotp: db.prepare(`UPDATE accounts SET totp = ?, totp_step = 0 WHERE id = ? AND ${PROVEN}`),
    useStep: db.prepare('UPDATE accounts SET totp_step = ? WHERE id = ? AND totp_step < ?'),
  };
}
