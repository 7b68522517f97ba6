import { expect, test } from 'vitest';
import { createMetrics } from '../../src/server/metrics.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { stayRow, T0, ZONE } from '../contracts/store/turns.ts';

test('a state of follow-ups that has emptied is no longer shown with its last number', async () => {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  const { registry } = createMetrics(store);
  await store.directory.addStays([stayRow(1)], T0);
  expect(await registry.metrics()).toContain('huifang_follow_ups{state="planned"} 1');

  await store.campaign.cancel('stay-1', 'unreachable');
  const shown = await registry.metrics();
  expect(shown).toContain('huifang_follow_ups{state="cancelled.unreachable"} 1');
  expect(shown).not.toContain('planned');
  await store.close();
});
