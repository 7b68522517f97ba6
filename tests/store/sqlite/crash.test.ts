import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openStore, startProgram, testFolder } from './folder.ts';

test.each([150, 400, 900])('a process killed after %i ms of writing has lost nothing it acknowledged', async (ms) => {
  const file = join(testFolder(), 'huifang.db');
  const child = startProgram('tests/store/sqlite/writing-child.ts', [file]);
  const acknowledged = new Map<number, number>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [who, count] = line.split(' ').map(Number);
    if (who !== undefined && count !== undefined) acknowledged.set(who, count);
  });
  await once(lines, 'line');
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await once(child, 'close');

  const store = await openStore(file);
  expect(acknowledged.size).toBe(16);
  for (const [who, count] of acknowledged) {
    const id = `c${String(who)}`;
    const view = await store.views.view(id);
    const turns = (view?.record.version ?? 0) - 1;
    // What was stored but not yet acknowledged may be one turn more, never one less.
    expect([count, count + 1], id).toContain(turns);
    const words = Array.from({ length: turns }, (_, index) => [
      `word ${String(index + 1)}`,
      `answer ${String(index + 1)}`,
    ]).flat();
    expect(view?.messages.map(({ text }) => text)).toEqual(words);
    expect(view?.timers).toEqual([
      { conversationId: id, kind: 'reminder', due: view?.timers[0]?.due, stateEntry: turns },
    ]);
    expect(await store.turns.seen(`sms:${String(who)}:${String(turns)}`)).toBe(true);
    expect(await store.turns.seen(`sms:${String(who)}:${String(turns + 1)}`)).toBe(false);
  }
  await store.close();
  const db = openDatabase(file);
  expect(db.pragma('integrity_check')).toEqual(['ok']);
  db.close();
});
