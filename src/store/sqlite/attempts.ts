import type { AccountStore } from '../store.ts';
import type { Database } from './database.ts';
import { number } from './database.ts';
import type { Writer } from './writer.ts';

type Attempts = Pick<AccountStore, 'attempt' | 'giveBackAttempt' | 'clearAttempts'>;

/** Wrong attempts to sign in. Those whose wait is over are forgotten with the next attempt, whoever makes it. */
export function attemptRows(db: Database, writer: Writer): Attempts {
  const forget = db.prepare('DELETE FROM sign_in_attempts WHERE at <= ?');
  const read = db.prepare('SELECT count, at FROM sign_in_attempts WHERE key = ?');
  const count = db.prepare(
    'INSERT INTO sign_in_attempts VALUES (?, 1, ?) ON CONFLICT (key) DO UPDATE SET count = count + 1, at = excluded.at',
  );
  const giveBack = db.prepare('UPDATE sign_in_attempts SET count = count - 1 WHERE key = ? AND count > 0');
  const clear = db.prepare('DELETE FROM sign_in_attempts WHERE key = ?');
  return {
    attempt: (key, now, { most, waitMs }) =>
      writer.run(() => {
        forget.run(now - waitMs);
        const row = read.get(key);
        if (row !== undefined && number(row, 0) >= most) return number(row, 1) + waitMs;
        count.run(key, now);
        return null;
      }),
    giveBackAttempt: (key) =>
      writer.run(() => {
        giveBack.run(key);
      }),
    clearAttempts: (key) =>
      writer.run(() => {
        clear.run(key);
      }),
  };
}
