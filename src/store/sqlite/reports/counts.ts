import type { Database } from '../database.ts';
import { text } from '../database.ts';
import { Recent } from '../hot.ts';
import { parseJson } from '../rows.ts';

/** Where something is counted besides its day. */
export interface Place {
  readonly department: string;
  readonly ward: string;
  readonly channel: string;
}

/** Counts by name; changed in place while they are gathered. */
export type Counts = Record<string, number>;

const SEPARATOR = '\u0000';

/** Changes of counts by day and place. */
export class GatheredCounts {
  private readonly days = new Map<string, Counts>();

  get isEmpty(): boolean {
    return this.days.size === 0;
  }

  add(day: string, place: Place, name: string, difference: number): void {
    const counts = this.at(day, place);
    counts[name] = (counts[name] ?? 0) + difference;
  }

  addAll(day: string, place: Place, names: readonly string[], difference: number): void {
    if (names.length === 0) return;
    const counts = this.at(day, place);
    for (const name of names) counts[name] = (counts[name] ?? 0) + difference;
  }

  /** By row: that of the day, and that of its month. */
  rows(): ReadonlyMap<string, Counts> {
    const rows = new Map<string, Counts>(this.days);
    for (const [key, counts] of this.days) {
      const month = `m${key.slice(0, 7)}${key.slice(10)}`;
      const sum = rows.get(month) ?? {};
      rows.set(month, sum);
      for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
    }
    return rows;
  }

  private at(day: string, { department, ward, channel }: Place): Counts {
    const key = `${day}${SEPARATOR}${department}${SEPARATOR}${ward}${SEPARATOR}${channel}`;
    const known = this.days.get(key);
    if (known !== undefined) return known;
    const counts: Counts = {};
    this.days.set(key, counts);
    return counts;
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
  /** Rows as they stand in the file: the same few dozen are changed over and over. */
  private readonly lately = new Recent<Counts>();

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

  addAll(day: string, place: Place, names: readonly string[], difference: number): void {
    this.gathered.addAll(day, place, names, difference);
  }

  flush(): void {
    if (this.gathered.isEmpty) return;
    for (const [key, changes] of this.gathered.rows()) this.change(key, changes);
    this.gathered = new GatheredCounts();
  }

  forget(): void {
    this.lately.clear();
    this.gathered = new GatheredCounts();
  }

  private change(key: string, changes: Counts): void {
    const names = Object.keys(changes);
    if (names.every((name) => changes[name] === 0)) return;
    const row = key.split(SEPARATOR);
    const counts = this.lately.get(key) ?? this.read(row);
    for (const name of names) {
      const count = (counts[name] ?? 0) + (changes[name] ?? 0);
      if (count === 0) Reflect.deleteProperty(counts, name);
      else counts[name] = count;
    }
    this.sql.put.run(...row, JSON.stringify(counts));
    this.lately.set(key, counts);
  }

  private read(row: readonly string[]): Counts {
    const kept = this.sql.read.get(...row);
    return kept === undefined ? {} : parseCounts(text(kept, 0));
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
