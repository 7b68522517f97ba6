import { MINUTE } from '../../domain/clock.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { Database } from './database.ts';

/** Local days change on quarter hours at the earliest, in every time zone. */
const QUARTER = 15 * MINUTE;

/** Counts per local day, gathered over a transaction and written once before it commits. */
export class Tallies {
  private readonly upsert;
  private readonly zone: () => string;
  private zoneThen = '';
  private readonly gathered = new Map<string, Map<string, number>>();
  private quarter = Number.NaN;
  private day = '';

  /** `zone` is asked each time: the hospital may correct it while the service runs. */
  constructor(db: Database, zone: () => string) {
    this.upsert = db.prepare(
      'INSERT INTO tallies VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
    );
    this.zone = zone;
  }

  /** `YYYY-MM-DD` in the hospital's zone. */
  dayOf(at: number): string {
    const quarter = Math.floor(at / QUARTER);
    const zone = this.zone();
    if (quarter !== this.quarter || zone !== this.zoneThen) {
      this.day = localDate(at, zone);
      this.quarter = quarter;
      this.zoneThen = zone;
    }
    return this.day;
  }

  add(at: number, names: readonly string[]): void {
    const day = this.dayOf(at);
    const counts = this.gathered.get(day) ?? new Map<string, number>();
    this.gathered.set(day, counts);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  /** Inside the transaction, before it commits. */
  flush(): void {
    if (this.gathered.size === 0) return;
    for (const [day, counts] of this.gathered) for (const [name, count] of counts) this.upsert.run(day, name, count);
    this.gathered.clear();
  }

  forget(): void {
    this.gathered.clear();
  }
}
