import type { Database } from '../database.ts';
import { text } from '../database.ts';
import { parseJson } from '../rows.ts';

/** Where something is counted besides its day. */
export interface Place {
  readonly department: string;
  readonly ward: string;
  readonly channel: string;
}

/** Counts by name; changed in place while they are gathered. */
export type Counts = Record<string, number>;

/** The rows that a day is part of: its own and its month's. */
function periodsOf(day: string): readonly string[] {
  return [day, `m${day.slice(0, 7)}`];
}

const SEPARATOR = '\u0000';

/** Changes of counts, by row. */
export class GatheredCounts {
  readonly rows = new Map<string, Counts>();

  add(day: string, { department, ward, channel }: Place, name: string, difference: number): void {
    for (const period of periodsOf(day)) {
      const key = [period, department, ward, channel].join(SEPARATOR);
      const counts = this.rows.get(key) ?? {};
      this.rows.set(key, counts);
      counts[name] = (counts[name] ?? 0) + difference;
    }
  }
}

/** Without the names that count nothing. */
export function withoutZeros(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

/** Counts that a row holds; of a damaged row none. */
export function parseCounts(json: string): Counts {
  return parseJson(json, 'of a report') as Counts;
}

/** The summed-up rows: changes are gathered over a transaction and written once before it commits. */
export class CountRows {
  private readonly sql;
  private gathered = new GatheredCounts();

  constructor(db: Database) {
    this.sql = {
      read: db.prepare(
        'SELECT counts FROM report_counts WHERE period = ? AND department = ? AND ward = ? AND channel = ?',
      ),
      put: db.prepare('INSERT OR REPLACE INTO report_counts VALUES (?, ?, ?, ?, ?)'),
    };
  }

  add(day: string, place: Place, name: string, difference: number): void {
    this.gathered.add(day, place, name, difference);
  }

  flush(): void {
    if (this.gathered.rows.size === 0) return;
    for (const [key, changes] of this.gathered.rows) this.change(key, withoutZeros(changes));
    this.gathered = new GatheredCounts();
  }

  forget(): void {
    this.gathered = new GatheredCounts();
  }

  private change(key: string, changes: Counts): void {
    const names = Object.keys(changes);
    if (names.length === 0) return;
    const row = key.split(SEPARATOR);
    const kept = this.sql.read.get(...row);
    const counts = kept === undefined ? {} : parseCounts(text(kept, 0));
    for (const name of names) counts[name] = (counts[name] ?? 0) + (changes[name] ?? 0);
    this.sql.put.run(...row, JSON.stringify(withoutZeros(counts)));
  }
}

/** `2026-03-07 心内科  sms`, for people. */
export function rowName(key: string): string {
  return key
    .split(SEPARATOR)
    .filter((part) => part !== '')
    .join(' ');
}

export function rowKey(parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}
