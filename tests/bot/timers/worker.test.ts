import { expect, test } from 'vitest';
import { readHospital } from '../../../src/app/hospital.ts';
import { createTimerWorker } from '../../../src/bot/timers/worker.ts';
import { createTurnService } from '../../../src/bot/turn/service.ts';
import type { Timer } from '../../../src/domain/timer.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { StayRow } from '../../../src/store/store.ts';

const { kit } = readHospital('flows.config.json');
const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const DAY = 24 * 3_600_000;

function stay(id: string, address: string): StayRow {
  return {
    facts: {
      stayId: id,
      patientId: id,
      patientName: '王建国',
      gender: 'male',
      department: '骨科',
      dischargedOn: '2026-11-12',
      minor: false,
    },
    recordNo: id,
    admittedOn: null,
    disposition: '医嘱离院',
    channel: 'sms',
    address,
    secondPhone: null,
    relation: {},
    flags: [],
    followUpAt: NOW,
    followUp: 'planned',
    cancelReason: null,
    windowEnd: NOW + 20 * DAY,
  };
}

test('a conversation whose timer fails does not hold up the others, and is told once', async () => {
  const store = await openSqliteStore({ file: ':memory:', zone: 'Asia/Shanghai' });
  let ids = 0;
  const service = createTurnService({
    store,
    clock: { now: () => NOW },
    ids: { next: () => `id-${String((ids += 1))}` },
    kit: () => kit,
    onCommitted: () => undefined,
  });
  const stays = [stay('a', '+8613800000001'), stay('b', '+8613800000002')];
  await store.directory.addStays(stays, NOW);
  for (const each of stays) await service.open(each);
  const later = NOW + DAY + 3_600_000;
  const [broken] = await store.timers.due(later, 1);
  const fired: string[] = [];
  const errors: unknown[] = [];
  const worker = createTimerWorker({
    store,
    clock: { now: () => later },
    fire: async (timer: Timer) => {
      if (timer.conversationId === broken?.conversationId) throw new Error('cannot be read');
      fired.push(timer.conversationId);
      await store.timers.drop(timer);
    },
    onError: (error) => errors.push(error),
  });
  worker.start();
  await expect.poll(() => fired.length).toBe(1);
  worker.wake();
  await worker.stop();
  expect(errors).toHaveLength(1);
  expect(fired).not.toContain(broken?.conversationId);
  expect((await store.timers.due(later, 10)).map((timer) => timer.conversationId)).toEqual([broken?.conversationId]);
  await store.close();
});
