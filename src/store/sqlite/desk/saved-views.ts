import type { SavedView } from '../../store.ts';
import { type Database, text } from '../database.ts';

/** Ways of looking at the inbox, as JSON: nothing is looked for in them. */
export class SavedViewRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = {
      of: db.prepare('SELECT view FROM saved_views WHERE account = ? ORDER BY no'),
      save: db.prepare(
        `INSERT INTO saved_views (id, account, view) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET view = excluded.view WHERE account = excluded.account`,
      ),
      drop: db.prepare('DELETE FROM saved_views WHERE id = ? AND account = ?'),
    };
  }

  of(account: string): readonly SavedView[] {
    return this.sql.of.all(account).map((row) => JSON.parse(text(row, 0)) as SavedView);
  }

  save(view: SavedView): void {
    this.sql.save.run(view.id, view.account, JSON.stringify(view));
  }

  drop(id: string, account: string): void {
    this.sql.drop.run(id, account);
  }
}
