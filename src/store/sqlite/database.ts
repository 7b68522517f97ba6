import LibsqlDatabase from 'libsql';

/** What a column holds. */
export type Value = string | number | null;
export type Row = readonly Value[];

/** A prepared statement; rows come as plain arrays in the order of the selected columns. */
export interface Statement {
  /** Runs it and returns how many rows it changed. */
  run(...params: Value[]): number;
  get(...params: Value[]): Row | undefined;
  all(...params: Value[]): Row[];
}

/** One connection. All calls are synchronous. The only place that knows the driver. */
export interface Database {
  readonly inTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): void;
  /** The first row of a pragma's answer. */
  pragma(text: string): Row | undefined;
  close(): void;
}

/** Opens (and creates) a database file, or a database in memory for ':memory:'. */
export function openDatabase(file: string): Database {
  const db = new LibsqlDatabase(file);
  const prepare = (sql: string): Statement => {
    const changing = db.prepare(sql);
    // The driver does not rewind a statement between all() and get(): the second would go on where the first ended.
    let one: typeof changing | undefined;
    let many: typeof changing | undefined;
    return {
      run: (...params) => changing.run(params).changes,
      get: (...params) => (one ??= db.prepare(sql).raw()).get(params) as Row | undefined,
      all: (...params) => (many ??= db.prepare(sql).raw()).all(params) as Row[],
    };
  };
  return {
    get inTransaction() {
      return db.inTransaction;
    },
    prepare,
    exec: (sql) => {
      db.exec(sql);
    },
    pragma: (text) => {
      const statement = db.prepare(`PRAGMA ${text}`);
      if (statement.reader) return statement.raw().all([])[0] as Row | undefined;
      statement.run([]);
      return undefined;
    },
    close: () => {
      db.close();
    },
  };
}

/** The driver's error code (`SQLITE_BUSY` …), or '' for any other error. */
export function sqliteCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && code !== '') return code;
  // A failed open carries SQLite's number at the end of the message only: 14 is "cannot open", 26 "not a database".
  const number = /: (\d+)"?\)?$/.exec(error.message)?.[1];
  return number === undefined ? '' : (OPEN_FAILURES[number] ?? '');
}

const OPEN_FAILURES: Readonly<Record<string, string>> = {
  '5': 'SQLITE_BUSY',
  '8': 'SQLITE_READONLY',
  '11': 'SQLITE_CORRUPT',
  '14': 'SQLITE_CANTOPEN',
  '26': 'SQLITE_NOTADB',
};

/** A text column. Anything else is damage or a bug in the statement. */
export function text(row: Row, index: number): string {
  const value = row[index];
  if (typeof value !== 'string') throw new TypeError(`column ${String(index)} holds no text`);
  return value;
}

/** A number column. */
export function number(row: Row, index: number): number {
  const value = row[index];
  if (typeof value !== 'number') throw new TypeError(`column ${String(index)} holds no number`);
  return value;
}

/** A text column that may be empty. */
export function textOrNull(row: Row, index: number): string | null {
  return row[index] === null ? null : text(row, index);
}

/** A number column that may be empty. */
export function numberOrNull(row: Row, index: number): number | null {
  return row[index] === null ? null : number(row, index);
}
