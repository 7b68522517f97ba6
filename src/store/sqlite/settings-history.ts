import type { ConversationRecord } from '../../domain/conversation.ts';
import type { ImportRecord, SettingsHistoryStore, SettingsSource, SettingsVersion } from '../store.ts';
import type { Database, Row } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { reading } from './reading.ts';
import { decodeRecord } from './rows.ts';
import type { Writer } from './writer.ts';

/** Conversations that one stretch looks at: a few megabytes. */
const STRETCH = 4_000;
const COLUMNS = 'number, at, who, why, source, restores, hash';

/** The port's history of the settings. */
export function settingsHistoryStore(db: Database, writer: Writer): SettingsHistoryStore {
  const sql = prepareAll(db);
  const newest = () => {
    const row = sql.newest.get();
    return row === undefined ? undefined : decodeVersion(row);
  };
  return {
    add: ({ at, who, why, source, restores, hash }, content, expected) =>
      writer.run(() => {
        if ((newest()?.number ?? 0) !== expected) return 'conflict';
        sql.add.run(expected + 1, at, who, why, source, restores, hash, content);
        return expected + 1;
      }),
    newest: () => reading(newest),
    list: (limit, before) =>
      reading(() => sql.list.all(before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => decodeVersion(row))),
    find: (wanted) =>
      reading(() => {
        const row = sql.find.get(wanted);
        return row === undefined ? undefined : { version: decodeVersion(row), text: text(row, 7) };
      }),
    addImport: ({ id, at, who, hash, counts }) =>
      writer.run(() => {
        sql.addImport.run(id, at, who, hash, JSON.stringify(counts));
      }),
    imports: (limit) => reading(() => sql.imports.all(limit).map((row) => decodeImport(row))),
    running: (after) => reading(() => stretch(sql, after === null ? 0 : Number(after))),
  };
}

type Statements = ReturnType<typeof prepareAll>;

function stretch(sql: Statements, after: number): { rows: readonly ConversationRecord[]; next: string | null } {
  const end = after + STRETCH;
  const rows = sql.running.all(after, end).map((row) => decodeRecord(text(row, 1), text(row, 0)));
  const last = number(sql.last.get() ?? [], 0);
  return { rows, next: end < last ? String(end) : null };
}

function decodeVersion(row: Row): SettingsVersion {
  return {
    number: number(row, 0),
    at: number(row, 1),
    who: textOrNull(row, 2),
    why: text(row, 3),
    source: text(row, 4) as SettingsSource,
    restores: numberOrNull(row, 5),
    hash: text(row, 6),
  };
}

function decodeImport(row: Row): ImportRecord {
  return {
    id: text(row, 0),
    at: number(row, 1),
    who: text(row, 2),
    hash: text(row, 3),
    counts: JSON.parse(text(row, 4)) as ImportRecord['counts'],
  };
}

function prepareAll(db: Database) {
  return {
    add: db.prepare(
      `INSERT INTO settings_versions (number, at, who, why, source, restores, hash, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    newest: db.prepare(`SELECT ${COLUMNS} FROM settings_versions ORDER BY number DESC LIMIT 1`),
    list: db.prepare(`SELECT ${COLUMNS} FROM settings_versions WHERE number < ? ORDER BY number DESC LIMIT ?`),
    find: db.prepare(`SELECT ${COLUMNS}, text FROM settings_versions WHERE number = ?`),
    addImport: db.prepare('INSERT INTO imports (id, at, who, hash, counts) VALUES (?, ?, ?, ?, ?)'),
    imports: db.prepare('SELECT id, at, who, hash, counts FROM imports ORDER BY no DESC LIMIT ?'),
    running: db.prepare(
      "SELECT id, record FROM conversations WHERE no > ? AND no <= ? AND state <> 'closed' ORDER BY no",
    ),
    last: db.prepare('SELECT ifnull(max(no), 0) FROM conversations'),
  };
}
