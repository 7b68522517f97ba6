import { expect, test } from 'vitest';
import type { Hospital } from '../../src/app/hospital.ts';
import { createLogger } from '../../src/app/logger.ts';
import { watchRegisters } from '../../src/app/registers.ts';
import { loadHospitalConfig } from '../../src/config/load.ts';
import type { Announcement } from '../../src/console/api/announce.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { shippedJson } from '../config/sample.ts';
import { complained } from '../contracts/store/register-entries.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';

const DAY = 86_400_000;

test('supervisors and, without a head, the conduct office hear once of a complaint that is overdue, leaders when it stays so', async () => {
  let now = T0;
  const clock = { now: () => now };
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE, clock });
  await complained(store, 1, '护士态度差', ['nurse']);
  const heard: Announcement[] = [];
  const config = loadHospitalConfig(shippedJson());
  const round = async () => {
    const stop = watchRegisters(
      {
        store,
        clock,
        hospital: () => ({ config }) as Hospital,
        staff: { tellResult: () => Promise.resolve({ type: 'done' }) },
        announce: (announcement) => heard.push(announcement),
        dataDir: '',
      },
      createLogger({ level: 'silent', format: 'json' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await stop();
    const told = heard.splice(0).filter(({ news }) => news.type === 'register' && news.overdue !== undefined);
    return told.map(({ permission }) => permission);
  };
  expect(await round()).toEqual([]);
  now = T0 + 9 * DAY;
  expect(await round()).toEqual(['shift.review', 'register.approve']);
  expect(await round()).toEqual([]);
  now = T0 + 30 * DAY;
  expect(await round()).toEqual(['register.instruct']);
  await store.close();
});
