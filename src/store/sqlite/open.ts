import type { Clock } from '../../domain/clock.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { Logger } from '../../domain/logger.ts';
import type { Store } from '../store.ts';
import { accountStore } from './accounts.ts';
import { AuditLog, auditStore } from './audit.ts';
import { writeBackup } from './backup.ts';
import { campaignStore } from './campaign.ts';
import { Checkpoints } from './checkpoints.ts';
import { TurnWriter } from './commit.ts';
import { type Database, openDatabase } from './database.ts';
import { deskStore } from './desk/desk.ts';
import { DraftRows } from './desk/drafts.ts';
import { directoryStore } from './directory.ts';
import { EnrolmentRows, enrolmentStore } from './enrolments.ts';
import { IN_MEMORY, keepPrivate, prepareFolder } from './files.ts';
import { HotRows } from './hot.ts';
import { lockStore } from './lock.ts';
import { LogFile } from './log-file.ts';
import { checkIdentity, migrate } from './migrate.ts';
import { openFailure } from './open-failure.ts';
import { outboxStore } from './outbox.ts';
import { PatientRows } from './patients.ts';
import { ConversationReader } from './reader.ts';
import { type ReadLong, reading } from './reading.ts';
import { fillNamed } from './registers/named.ts';
import { registerStore } from './registers/store.ts';
import { openReports } from './reports/open.ts';
import { SearchFinder } from './search/finder.ts';
import { SearchFolder } from './search/folder.ts';
import { normaliser } from './search/words.ts';
import { sessionStore } from './sessions.ts';
import { settingsStore } from './settings.ts';
import { settingsHistoryStore } from './settings-history.ts';
import { shiftStore } from './shifts.ts';
import { SideConnection } from './side-connection.ts';
import { Tallies } from './tallies.ts';
import { timerStore } from './timers.ts';
import { Transcript } from './transcript.ts';
import { turnStore } from './turns.ts';
import { viewStore } from './views.ts';
import { WorkRows, workStore } from './work.ts';
import { Writer } from './writer.ts';

export interface SqliteOptions {
  /** Path of the data file, made if absent, or ':memory:'. */
  readonly file: string;
  /** IANA zone of the hospital: its days for tallies, its years for register numbers. A function where it may change. */
  readonly zone: string | (() => string);
  /** Longest wait of a commit for company while the store is busy; 0 = none. A lone commit does not wait. */
  readonly commitWindowMs?: number;
  readonly logger?: Pick<Logger, 'warn'>;
  /** Page cache in MiB. */
  readonly cacheMb?: number;
  /** Brings other ways of writing the same (traditional characters) into one, for the search. */
  readonly normal?: (text: string) => string;
  /** Dates audit rows that belong to no turn. */
  readonly clock?: Clock;
}

const COMMIT_WINDOW_MS = 2;
const CACHE_MB = 64;
/** Lines that the search looks through one by one at most before the index is filled whatever else is to be done. */
const MOST_LEFT = 10_000;
const SYSTEM_CLOCK: Clock = { now: () => Date.now() };

/** Opens the embedded store. One process at a time: STORE_LOCKED otherwise. */
export function openSqliteStore(options: SqliteOptions): Promise<Store> {
  return new Promise((resolve) => {
    resolve(options.file === IN_MEMORY ? openInMemory(options) : openFile(options));
  });
}

function openFile(options: SqliteOptions): Store {
  const file = prepareFolder(options.file);
  const lock = lockStore(file);
  let db: Database | undefined;
  try {
    keepPrivate(file);
    db = openDatabase(file);
    prepare(db, options.cacheMb);
  } catch (error) {
    db?.close();
    lock.release();
    throw naming(file, openFailure(error, file));
  }
  const open = db;
  const side = new SideConnection(file);
  const lists = new SideConnection(file);
  const checkpoints = new Checkpoints(open, side, options.logger);
  const log = new LogFile(file);
  return assemble(open, options, {
    afterCommit: () => {
      checkpoints.note();
    },
    sync: () => log.sync(),
    copy: async (target) => {
      await side.run('VACUUM INTO ?', target);
    },
    readLong: (sql, ...values) => lists.run(sql, ...values),
    release: async () => {
      await checkpoints.close();
      await side.close();
      await lists.close();
      log.close();
      open.pragma('wal_checkpoint(TRUNCATE)');
      open.close();
      lock.release();
    },
  });
}

function openInMemory(options: SqliteOptions): Store {
  const db = openDatabase(IN_MEMORY);
  prepare(db, options.cacheMb);
  return assemble(db, options, {
    afterCommit: () => undefined,
    copy: (target) => {
      db.prepare('VACUUM INTO ?').run(target);
      return Promise.resolve();
    },
    readLong: (sql, ...values) => reading(() => db.prepare(sql).all(...values)),
    release: () => {
      db.close();
      return Promise.resolve();
    },
  });
}

/** Settings of the connection and the schema. Checkpoints are made apart from commits, hence no automatic ones. */
function prepare(db: Database, cacheMb = CACHE_MB): void {
  db.exec('PRAGMA busy_timeout = 5000');
  checkIdentity(db);
  db.pragma('journal_mode = WAL');
  // The log is synced by the writer, beside the event loop (walSync); SQLite itself syncs what checkpoints need.
  db.exec('PRAGMA synchronous = NORMAL');
  db.exec('PRAGMA wal_autocheckpoint = 0');
  db.exec('PRAGMA journal_size_limit = 67108864');
  db.exec(`PRAGMA cache_size = -${String(cacheMb * 1024)}`);
  db.exec('PRAGMA temp_store = MEMORY');
  migrate(db);
  fillNamed(db);
}

/** Refusals that concern the content name the file too. */
function naming(file: string, error: unknown): unknown {
  if (!(error instanceof HuifangError) || error.details.includes(file)) return error;
  return new HuifangError(error.code, [file, ...error.details], { cause: error });
}

/** What differs between a file and memory. */
interface Surroundings {
  afterCommit(): void;
  readonly sync?: () => Promise<void>;
  copy(target: string): Promise<void>;
  /** Reads what may take long, of what is committed. */
  readonly readLong: ReadLong;
  release(): Promise<void>;
}

function assemble(db: Database, options: SqliteOptions, around: Surroundings): Store {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const { zone } = options;
  const parts = rowsOf(db, typeof zone === 'string' ? () => zone : zone, clock);
  const { turns, tallies, reports } = parts;
  const hooks = {
    beforeCommit: () => {
      tallies.flush();
      reports.rows.flush();
    },
    onRollback: () => {
      turns.forget();
    },
    afterCommit: () => {
      around.afterCommit();
      folder.note();
    },
    ...(around.sync === undefined ? {} : { sync: around.sync }),
  };
  const writer = new Writer(db, hooks, options.commitWindowMs ?? COMMIT_WINDOW_MS);
  const normal = normaliser(options.normal ?? ((text) => text));
  const folder = new SearchFolder(db, writer, { normal, mostLeft: MOST_LEFT });
  const finder = new SearchFinder(db, folder, normal);
  folder.note();
  const beat = db.prepare('INSERT OR REPLACE INTO heartbeat VALUES (1, ?)');
  let closing: Promise<void> | undefined;
  return {
    ...storesOf(db, writer, parts),
    reports: reports.store(writer, around.readLong),
    desk: deskStore(db, writer, parts.drafts, (words, scope) => reading(() => finder.find(words, scope))),
    ping: () =>
      writer.run(() => {
        beat.run(clock.now());
      }),
    backup: (file) => writeBackup(file, (target) => around.copy(target)),
    close: () => {
      if (closing === undefined) {
        folder.stop();
        closing = writer.close().then(() => around.release());
      }
      return closing;
    },
  };
}

/** What reads and writes rows inside the open transaction; most of it is shared by several stores. */
function rowsOf(db: Database, zone: () => string, clock: Clock) {
  const tallies = new Tallies(db, zone);
  const patients = new PatientRows(db);
  const hot = new HotRows();
  const transcript = new Transcript(db);
  const reader = new ConversationReader(db, transcript, hot);
  const enrolments = new EnrolmentRows(db);
  const drafts = new DraftRows(db);
  const audit = new AuditLog(db, clock);
  const reports = openReports(db, { reader, transcript, dayOf: (at) => tallies.dayOf(at) });
  const shared = { hot, reader, transcript, patients, tallies, enrolments, drafts, audit };
  const turns = new TurnWriter(db, { ...shared, reports: reports.rows });
  return { ...shared, reports, turns, work: new WorkRows(db, tallies) };
}

/** The port's parts over the same rows. */
function storesOf(db: Database, writer: Writer, parts: ReturnType<typeof rowsOf>) {
  const { hot, reader, transcript, patients, tallies, enrolments, audit, reports, turns, work } = parts;
  return {
    turns: turnStore(db, writer, turns, reader),
    outbox: outboxStore(db, writer, { transcript, reports: reports.rows }),
    timers: timerStore(db, writer, hot),
    directory: directoryStore(db, writer, patients),
    campaign: campaignStore(db, writer),
    enrolments: enrolmentStore(writer, enrolments, audit),
    views: viewStore(db, reader, transcript),
    settingsHistory: settingsHistoryStore(db, writer),
    settings: settingsStore(db, writer, audit),
    accounts: accountStore(db, writer, audit),
    sessions: sessionStore(db, writer, audit),
    audit: auditStore(db, writer, audit),
    registers: registerStore(db, writer, { tallies, audit }),
    work: workStore(writer, work),
    shifts: shiftStore(db, writer, work),
  };
}
