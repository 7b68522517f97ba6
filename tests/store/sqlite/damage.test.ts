import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { begin, stayRow, T0 } from '../../contracts/store/turns.ts';
import { openStore, testFolder } from './folder.ts';

test.each([
  ['cut off JSON', `substr(record, 1, 40)`],
  ['JSON of something else', `'[1]'`],
  ['the record of another conversation', `replace(record, '"c1"', '"c7"')`],
  ['a record without its snapshot', `json_remove(record, '$.snapshot')`],
])('a conversation that cannot be read (%s) names its id and nothing else; the others go on', async (_what, damage) => {
  const file = join(testFolder(), 'huifang.db');
  const first = await openStore(file);
  await begin(first, 1, { out: ['opening'] });
  await begin(first, 2, { out: ['opening'] });
  await first.directory.addStays(
    [1, 2].map((n) => stayRow(n)),
    T0,
  );
  await first.close();
  const db = openDatabase(file);
  db.exec(`UPDATE conversations SET record = ${damage} WHERE id = 'c1'`);
  db.close();
  const store = await openStore(file);
  const refusal = {
    code: 'SNAPSHOT_INVALID',
    details: ['conversation c1'],
    message: 'a stored conversation cannot be read\n  conversation c1',
  };
  await expect(store.turns.load('c1')).rejects.toMatchObject(refusal);
  await expect(store.views.view('c1')).rejects.toMatchObject(refusal);
  await expect(store.views.list(10, 0)).rejects.toMatchObject(refusal);
  expect((await store.turns.load('c2'))?.record.id).toBe('c2');
  expect((await store.campaign.due(T0, 10)).map(({ contactBusy }) => contactBusy)).toEqual([true, true]);
  expect(await store.campaign.toWithdraw(10)).toEqual([]);
});
