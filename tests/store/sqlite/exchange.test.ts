import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutboxMark } from '../../../src/domain/message.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { exchangeOf } from '../../../src/store/sqlite/exchange.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { TurnCommit } from '../../../src/store/store.ts';
import { begin, newRecord, nextTurn, T0, timer, ZONE } from '../../contracts/store/turns.ts';

const TABLES = ['conversations', 'messages', 'outbox', 'timers', 'dedupe', 'gauges', 'contacts'];
const URGENT = { urgent: true, proactive: false, confirmsOptOut: false, notBefore: T0 + 1, expiresAt: T0 + 2 };

/** Everything that a file holds after a first turn and `turn`. */
async function written(change: Partial<TurnCommit>): Promise<unknown> {
  const file = join(mkdtempSync(join(tmpdir(), 'huifang-exchange-')), 'x.sqlite');
  const store = await openSqliteStore({ file, zone: ZONE });
  const record = await begin(store, 1, { in: ['你好'] });
  const closed = { ...record, state: 'closed' as const, outcome: 'completed' as const, fence: 3 };
  const turn = nextTurn(record, { in: ['满意'], out: [{ text: '谢谢', mark: URGENT }] }, { record: closed });
  const messages = turn.messages.map((one) => ({
    ...one,
    ...(one.direction === 'in' ? { readings: ['r'] } : { phrases: ['p'], options: ['o'] }),
    at: one.seq,
  }));
  const timers = [timer('c1', 'reminder', T0 + 86_400_000, 1)];
  const full = { ...turn, messages, timers, dedupe: ['sms:1'], ...change };
  expect(exchangeOf(full) === undefined).toBe(change.cancelUnsent === true);
  expect(await store.turns.commit(full)).toBe('committed');
  await store.close();
  const db = openDatabase(file);
  const rows = TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]);
  db.close();
  return rows;
}

test('an exchange is written as its lines one by one would be', async () => {
  // Nothing is unsent yet: cancelling it changes no row, but such a turn is not taken for an exchange.
  expect(await written({})).toEqual(await written({ cancelUnsent: true }));
});

const marked = (change: Partial<OutboxMark>) => (turn: TurnCommit) => ({
  ...turn,
  outbox: turn.outbox.map((line) => ({ ...line, mark: { ...line.mark, ...change } })),
});

test.each<[string, (turn: TurnCommit) => TurnCommit]>([
  ['only a text', (turn) => ({ ...turn, messages: turn.messages.slice(0, 1), outbox: [] })],
  ['only a reply', (turn) => ({ ...turn, messages: turn.messages.slice(1) })],
  ['a reply that does not leave', (turn) => ({ ...turn, outbox: [] })],
  ['a word of the staff', (turn) => ({ ...turn, messages: turn.messages.map((one) => ({ ...one, author: 'staff' })) })],
  [
    'a line that failed already',
    (turn) => ({ ...turn, messages: turn.messages.map((one) => ({ ...one, providerId: 'x' })) }),
  ],
  ['readings of an earlier line', (turn) => ({ ...turn, readings: [{ seq: 1, readings: [] }] })],
  ['an opening', marked({ proactive: true })],
  ['the answer to an opt-out', marked({ confirmsOptOut: true })],
  [
    'a reply with readings',
    (turn) => ({ ...turn, messages: turn.messages.map((one) => ({ ...one, readings: ['r'] })) }),
  ],
  ['a text with options', (turn) => ({ ...turn, messages: turn.messages.map((one) => ({ ...one, options: ['o'] })) })],
  ['a text more', (turn) => ({ ...turn, messages: [...turn.messages, ...turn.messages] })],
])('%s is no exchange', (_, change) => {
  const turn = nextTurn(newRecord(1), { in: ['满意'], out: ['谢谢'] });
  expect(exchangeOf(turn)).toBeDefined();
  expect(exchangeOf(change(turn))).toBeUndefined();
});
