import { createHash } from 'node:crypto';
import type { Signer } from '../../../domain/register.ts';
import type { Database } from '../database.ts';

/** One field as it was and is. */
interface Change {
  readonly field: string;
  readonly old: string;
  readonly next: string;
}

/** Adds to the history of entries, inside the open transaction. */
export class RegisterHistory {
  private readonly add;

  constructor(db: Database) {
    this.add = db.prepare(
      'INSERT INTO register_history (register, at, account, name, field, old, next) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** Writes the rows; the digest that goes into the audit, so that a change of the history shows there. */
  write(register: number, changes: readonly Change[], by: Signer & { readonly at: number }): string {
    const digest = createHash('sha256');
    for (const { field, old, next } of changes) {
      this.add.run(register, by.at, by.account, by.name, field, old, next);
      digest.update(JSON.stringify([register, by.at, by.account, by.name, field, old, next]));
    }
    return digest.digest('hex');
  }
}
