import type { Database } from '../database.ts';
import { number, text } from '../database.ts';

/** Who did how much, as the audit says: counted by day, account and deed. A trigger notes new rows of the audit, whoever writes them. */
export class WorkRows {
  private readonly sql;
  private readonly dayOf: (at: number) => string;

  constructor(db: Database, dayOf: (at: number) => string) {
    this.dayOf = dayOf;
    db.exec(`
      CREATE TEMP TABLE IF NOT EXISTS report_audited (at INTEGER, who TEXT, what TEXT);
      CREATE TEMP TRIGGER IF NOT EXISTS report_audited AFTER INSERT ON audit BEGIN
        INSERT INTO report_audited VALUES (new.at, new.who, new.what);
      END;`);
    this.sql = {
      noted: db.prepare('SELECT at, who, what FROM report_audited'),
      forget: db.prepare('DELETE FROM report_audited'),
      add: db.prepare(
        'INSERT INTO report_work VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
      ),
      kept: db.prepare('SELECT day, account, what, count FROM report_work'),
      audit: db.prepare('SELECT no, at, who, what FROM audit WHERE no > ? ORDER BY no LIMIT 5000'),
    };
  }

  flush(): void {
    const rows = this.sql.noted.all();
    if (rows.length === 0) return;
    for (const row of rows) this.sql.add.run(this.dayOf(number(row, 0)), text(row, 1), text(row, 2), 1);
    this.sql.forget.run();
  }

  /** `day who what` → how often. */
  kept(): ReadonlyMap<string, number> {
    return new Map(
      this.sql.kept.all().map((row) => [`${text(row, 0)} ${text(row, 1)} ${text(row, 2)}`, number(row, 3)]),
    );
  }

  /** The same from the audit itself. */
  counted(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    this.walk((day, who, what) => {
      const key = `${day} ${who} ${what}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    return counts;
  }

  rebuild(): void {
    this.walk((day, who, what) => this.sql.add.run(day, who, what, 1));
    this.sql.forget.run();
  }

  private walk(take: (day: string, who: string, what: string) => void): void {
    let last = 0;
    for (;;) {
      const rows = this.sql.audit.all(last);
      for (const row of rows) take(this.dayOf(number(row, 1)), text(row, 2), text(row, 3));
      const end = rows.at(-1);
      if (end === undefined) return;
      last = number(end, 0);
    }
  }
}
