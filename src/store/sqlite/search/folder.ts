import { type Database, number, text } from '../database.ts';
import type { Writer } from '../writer.ts';
import { PERSON_COLUMNS, personText } from './people.ts';
import { type Normal, piecesOf } from './words.ts';

/** Lines of one transaction: a few milliseconds, so that a turn that comes meanwhile hardly waits. */
const BATCH = 100;
/** After a commit; what follows at once is taken along. */
const SOON_MS = 300;
/** Between two batches, and before another look whether the writer has time. */
const BETWEEN_MS = 5;
/** So long the writer must have had nothing to do. */
const QUIET_MS = 20;

export interface FolderSettings {
  readonly normal: Normal;
  /** More lines than that are never left: the scan of the rest has to stay short. Then it is not waited for a quiet moment. */
  readonly mostLeft: number;
}

/**
 * Fills the index after the commits, never in them: the turn of somebody who waits for an answer pays nothing. How far it is stands in
 * the file, so that a restart goes on there; what is not in the index yet is looked through line by line.
 */
export class SearchFolder {
  private readonly sql;
  private readonly writer: Writer;
  private readonly settings: FolderSettings;
  private timer: NodeJS.Timeout | undefined;
  private working = false;
  private stopped = false;

  constructor(db: Database, writer: Writer, settings: FolderSettings) {
    this.sql = prepareAll(db);
    this.writer = writer;
    this.settings = settings;
  }

  /** Something was committed. */
  note(): void {
    if (this.timer === undefined && !this.working) this.schedule(SOON_MS);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Up to which line and which conversation the index reaches. */
  progress(): { readonly line: number; readonly person: number } {
    const row = this.sql.progress.get() ?? [];
    return { line: number(row, 0), person: number(row, 1) };
  }

  /** Inside a transaction: takes one batch in. True if more waits. */
  fold(): boolean {
    const { line, person } = this.progress();
    const lines = this.sql.lines.all(line, BATCH);
    for (const row of lines)
      if (text(row, 1) !== 'bot') this.sql.addLine.run(number(row, 0), this.pieces(text(row, 2)));
    const people = this.sql.people.all(person, BATCH);
    for (const row of people)
      this.sql.addPerson.run(number(row, 0), piecesOf(personText(row, 1, this.settings.normal)).join(' '));
    const last = lines.at(-1);
    const lastPerson = people.at(-1);
    if (last === undefined && lastPerson === undefined) return false;
    this.sql.reached.run(
      last === undefined ? line : number(last, 0),
      lastPerson === undefined ? person : number(lastPerson, 0),
    );
    return lines.length === BATCH || people.length === BATCH;
  }

  private pieces(words: string): string {
    return piecesOf(this.settings.normal(words)).join(' ');
  }

  private schedule(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.work();
    }, ms);
    this.timer.unref();
  }

  private async work(): Promise<void> {
    const left = this.left();
    if (left === 0) return;
    if (left <= this.settings.mostLeft && this.writer.quietFor < QUIET_MS) {
      this.schedule(QUIET_MS);
      return;
    }
    this.working = true;
    try {
      const more = await this.writer.run(() => this.fold());
      if (more) this.schedule(BETWEEN_MS);
    } catch {
      // The store is closing, or the disk is full: the next commit tries again, and the scan finds what is left.
    } finally {
      this.working = false;
    }
  }

  /** How many lines and conversations wait at most. */
  private left(): number {
    const { line, person } = this.progress();
    const row = this.sql.ends.get() ?? [];
    return number(row, 0) - line + (number(row, 1) - person);
  }
}

function prepareAll(db: Database) {
  return {
    progress: db.prepare('SELECT line, person FROM search_progress'),
    reached: db.prepare('UPDATE search_progress SET line = ?, person = ?'),
    ends: db.prepare(
      'SELECT (SELECT ifnull(max(no), 0) FROM messages), (SELECT ifnull(max(no), 0) FROM conversations)',
    ),
    lines: db.prepare('SELECT no, author, text FROM messages WHERE no > ? ORDER BY no LIMIT ?'),
    people: db.prepare(`SELECT c.no, ${PERSON_COLUMNS} FROM conversations c WHERE c.no > ? ORDER BY c.no LIMIT ?`),
    addLine: db.prepare('INSERT INTO search_lines (rowid, words) VALUES (?, ?)'),
    addPerson: db.prepare('INSERT INTO search_people (rowid, words) VALUES (?, ?)'),
  };
}
