import type { MessageRow } from '../../../domain/message.ts';
import type { SearchHit, SearchStore, Sight } from '../../store.ts';
import { type Database, number, type Row, type Statement, text } from '../database.ts';
import { seenBy } from '../desk/sight.ts';
import { decodeMessage, decodeRecord, MESSAGE_COLUMNS } from '../rows.ts';
import type { SearchFolder } from './folder.ts';
import { PERSON_COLUMNS, personText } from './people.ts';
import { holds, type Normal, type Sought, soughtIn } from './words.ts';

const PAGE = 200;
/** So many candidates of the index are looked at: whoever types one common word gets the newest, and soon. */
const MOST_CANDIDATES = 5_000;
/** Number of a register entry, `2026-0001`. */
const ENTRY = /^(\d{4})-(\d{4,})$/;

const LAST = Number.MAX_SAFE_INTEGER;

/** Where words were found. `line` 0: in what the conversation is called. */
interface Place {
  readonly conversation: number;
  readonly line: number;
}

/** Looks for words: in the index, and in what it does not hold yet. */
export class SearchFinder {
  private readonly sql;
  private readonly db: Database;
  private readonly folder: SearchFolder;
  private readonly normal: Normal;
  private readonly hits = new Map<string, Statement>();

  constructor(db: Database, folder: SearchFolder, normal: Normal) {
    this.sql = prepareAll(db);
    this.db = db;
    this.folder = folder;
    this.normal = normal;
  }

  find(...[words, { sight, limit }]: Parameters<SearchStore['search']>): readonly SearchHit[] {
    const typed = this.normal(words).trim();
    const sought = soughtIn(typed);
    if (sought.match === '') return [];
    const found = new Map<number, SearchHit>();
    this.take(this.named(typed, sought), found, { sight, limit });
    const named = found.size;
    this.take(this.lines(sought), found, { sight, limit: limit + named });
    return [...found.values()].sort((a, b) => timeOf(b) - timeOf(a)).slice(0, limit);
  }

  /** Takes what may be seen, each conversation once, until there is enough. */
  private take(places: Iterable<Place>, found: Map<number, SearchHit>, scope: { sight: Sight; limit: number }): void {
    for (const { conversation, line } of places) {
      if (found.size >= scope.limit) return;
      if (found.has(conversation)) continue;
      const hit = this.hit(conversation, line, scope.sight);
      if (hit !== undefined) found.set(conversation, hit);
    }
  }

  private *named(typed: string, sought: Sought): Generator<Place> {
    yield* this.byEntry(typed);
    yield* this.people(sought);
  }

  private byEntry(typed: string): readonly Place[] {
    const [, year, entry] = ENTRY.exec(typed) ?? [];
    if (year === undefined || entry === undefined) return [];
    return this.sql.entries.all(Number(year), Number(entry)).map((row) => ({ conversation: number(row, 0), line: 0 }));
  }

  private *people(sought: Sought): Generator<Place> {
    const { person } = this.folder.progress();
    const fits = (row: Row) => holds(personText(row, 1, this.normal), sought);
    for (const row of this.sql.newPeople.all(person)) if (fits(row)) yield { conversation: number(row, 0), line: 0 };
    for (const row of pages(this.sql.people, sought.match))
      if (fits(row)) yield { conversation: number(row, 0), line: 0 };
  }

  private *lines(sought: Sought): Generator<Place> {
    const { line } = this.folder.progress();
    const fits = (row: Row) => holds(this.normal(text(row, 2)), sought);
    const place = (row: Row): Place => ({ line: number(row, 0), conversation: number(row, 1) });
    for (const row of this.sql.newLines.all(line)) if (fits(row)) yield place(row);
    for (const row of pages(this.sql.lines, sought.match)) if (fits(row)) yield place(row);
  }

  private hit(conversation: number, line: number, sight: Sight): SearchHit | undefined {
    const conditions = seenBy(sight, { conversation: 'c.no', department: "c.record ->> '$.stay.department'" });
    const sql = `SELECT c.id, c.record, ${MESSAGE_COLUMNS} FROM conversations c JOIN messages m ON m.no = c.last_message
      WHERE ${['c.no = ?', ...conditions.map((one) => one.sql)].join(' AND ')}`;
    const statement = this.hits.get(sql) ?? this.db.prepare(sql);
    this.hits.set(sql, statement);
    const row = statement.get(conversation, ...conditions.flatMap(({ values }) => values));
    if (row === undefined) return undefined;
    const id = text(row, 0);
    return {
      record: decodeRecord(text(row, 1), id),
      lastMessage: decodeMessage(row, id, 2),
      line: this.line(line, id),
    };
  }

  private line(no: number, conversationId: string): MessageRow | null {
    const row = no === 0 ? undefined : this.sql.line.get(no);
    return row === undefined ? null : decodeMessage(row, conversationId);
  }
}

/** Candidates of the index, the newest first, page by page. */
function* pages(statement: Statement, match: string): Generator<Row> {
  let before = LAST;
  for (let seen = 0; seen < MOST_CANDIDATES; seen += PAGE) {
    const rows = statement.all(match, before, PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    before = number(last, 0);
  }
}

function timeOf({ line, lastMessage }: SearchHit): number {
  return (line ?? lastMessage).at;
}

/** Of what the index lacks only the newest are looked through: the rest is being put in. */
const MOST_NEW = 20_000;

function prepareAll(db: Database) {
  return {
    entries: db.prepare('SELECT conversation FROM registers WHERE year = ? AND number = ? ORDER BY no DESC'),
    newPeople: db.prepare(
      `SELECT c.no, ${PERSON_COLUMNS} FROM conversations c WHERE c.no > ? ORDER BY c.no DESC LIMIT ${String(MOST_NEW)}`,
    ),
    newLines: db.prepare(
      `SELECT no, conversation, text FROM messages WHERE no > ? AND author <> 'bot' ORDER BY no DESC LIMIT ${String(MOST_NEW)}`,
    ),
    people: db.prepare(
      `SELECT c.no, ${PERSON_COLUMNS} FROM search_people f JOIN conversations c ON c.no = f.rowid
       WHERE search_people MATCH ? AND f.rowid < ? ORDER BY f.rowid DESC LIMIT ?`,
    ),
    lines: db.prepare(
      `SELECT m.no, m.conversation, m.text FROM search_lines f JOIN messages m ON m.no = f.rowid
       WHERE search_lines MATCH ? AND f.rowid < ? ORDER BY f.rowid DESC LIMIT ?`,
    ),
    line: db.prepare(`SELECT ${MESSAGE_COLUMNS} FROM messages m WHERE m.no = ?`),
  };
}
