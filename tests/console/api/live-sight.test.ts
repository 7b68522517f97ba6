import { expect, test } from 'vitest';
import type { Role } from '../../../src/access/roles.ts';
import type { Subject } from '../../../src/console/api/announce.ts';
import type { SignedIn } from '../../../src/console/api/endpoint.ts';
import { liveSight } from '../../../src/console/api/live-sight.ts';
import { byHand, complained } from '../../contracts/store/register-entries.ts';
import { T0 } from '../../contracts/store/turns.ts';
import { signedIn } from './call.ts';
import { workRig } from './work/rig.ts';

const OTHER = { staffName: '陈立', department: null };

async function hears() {
  const { rig } = await workRig();
  const { store } = rig;
  const maySee = liveSight(store);
  await complained(store, 1, '骨科的梁医生态度差');
  await complained(store, 2, '太吵', ['梁宏伟（医生，骨科）']);
  await store.registers.add(byHand({ text: '梁宏伟不接电话' }));
  const task = { kind: 'callback', source: 'staff', priority: 'normal', details: {}, at: T0 } as const;
  const due = { text: '回电', due: null, remindAt: null, assignee: null };
  await store.work.add({ ...task, ...due, id: 'w1', conversationId: 'c1' }, 'u1');
  const point = { point: 'entry:complaint:2026-0003' };
  await store.work.add({ ...task, ...due, id: 'w2', kind: 'note', conversationId: null, details: point }, 'u1');
  return (role: Role, change: Partial<SignedIn>, about: Subject, alarm = false) =>
    maySee(signedIn(role, change), about, alarm);
}

/** Everything that a live event can be about, in these three complaints. */
const ALL: readonly Subject[] = [
  { conversation: 'c1' },
  { conversation: 'c2' },
  { entriesOf: 'c1' },
  { entriesOf: 'c2' },
  { entry: { kind: 'complaint', number: '2026-0001' } },
  { entry: { kind: 'complaint', number: '2026-0003' } },
  { work: 'w1' },
  { work: 'w2' },
];

test('whom a complaint names, by name or by title with the department, hears of nothing that hangs on it', async () => {
  const hear = await hears();
  const named = { staffName: '梁宏伟', department: '骨科' };
  for (const role of ['officer', 'supervisor', 'conduct'] as const) {
    const heard = await Promise.all(ALL.map((about) => hear(role, named, about)));
    expect(ALL.filter((_, index) => heard[index])).toEqual([]);
    const others = await Promise.all(ALL.map((about) => hear(role, OTHER, about)));
    expect(others).toEqual(ALL.map(() => true));
  }
});

test('a head hears of entries of the department, the appointment desk of its own kinds of tasks', async () => {
  const hear = await hears();
  const entry = { entry: { kind: 'complaint', number: '2026-0001' } } as const;
  expect(await hear('head', { department: '心内科' }, entry)).toBe(true);
  expect(await hear('head', { department: '儿科' }, entry)).toBe(false);
  expect(await hear('head', { department: null }, entry)).toBe(false);
  expect(await hear('desk', {}, { work: 'w1' })).toBe(true);
  expect(await hear('desk', {}, { work: 'w2' })).toBe(false);
});

test('the alarm of an urgent conversation is kept from whom a complaint names in full, not from all of the same surname', async () => {
  const hear = await hears();
  const named = { staffName: '梁宏伟', department: '骨科' };
  expect(await hear('officer', named, { conversation: 'c1' }, true)).toBe(true);
  expect(await hear('officer', named, { conversation: 'c1' })).toBe(false);
  expect(await hear('officer', named, { conversation: 'c2' }, true)).toBe(false);
});
