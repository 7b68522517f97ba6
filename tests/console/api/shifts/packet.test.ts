import { expect, test } from 'vitest';
import type { AcceptedView } from '../../../../src/console/wire/shifts.ts';
import { DAY, HOUR } from '../../../../src/domain/clock.ts';
import { openMatters } from '../../../../src/shifts/open-matters.ts';
import { buildPacket } from '../../../../src/shifts/packet.ts';
import { begin, nextTurn, T0 } from '../../../contracts/store/turns.ts';
import { ANNA, BEN, shiftRig } from './rig.ts';
import { accepting, signedOver } from './steps.ts';

type Rig = Awaited<ReturnType<typeof shiftRig>>;

/** A conversation that waits for a person; Anna has it if she claims it. */
async function waiting({ rig, store, staff }: Rig, n: number, claims: boolean): Promise<string> {
  const handoff = { id: `h${String(n)}`, reason: 'human_requested', priority: 'normal', text: '要人工' } as const;
  await begin(store, n, { in: ['要人工'] }, { handoff });
  const id = `c${String(n)}`;
  const loaded = await rig.turns.act(id, ({ loaded: { record } }) => ({
    commit: nextTurn(record, {}, { record: { ...record, state: 'with_staff' } }),
  }));
  expect(loaded).toBe('done');
  if (claims) await staff.claim(id, ANNA.accountId);
  return id;
}

test('what was put aside, replies for later and what nobody has stand in the packet, and go with it', async () => {
  const rig = await shiftRig();
  const slept = await waiting(rig, 1, true);
  await rig.staff.snooze(slept, ANNA.accountId, T0 + 2 * DAY);
  const open = await waiting(rig, 2, true);
  const draft = { id: 'draft-0001', conversationId: open, author: ANNA.accountId, at: T0, text: '明早再告诉您' };
  await rig.store.desk.saveDraft({ ...draft, sendAt: T0 + 20 * HOUR, refused: null });
  const nobodys = await waiting(rig, 3, false);
  const shift = await signedOver(rig);
  const found = shift.points.map(({ section, subject, at }) => [section, subject.id, at]);
  expect(found).toEqual(
    expect.arrayContaining([
      ['mine', open, expect.any(Number)],
      ['snoozed', slept, T0 + 2 * DAY],
      ['replies', 'draft-0001', T0 + 20 * HOUR],
      ['unassigned', nobodys, expect.any(Number)],
    ]),
  );
  await rig.call<AcceptedView>('POST /api/shifts/:id/accept', BEN, accepting(shift, { transfer: true }));
  const owner = (await rig.store.turns.load(slept))?.record.desk;
  expect(owner).toMatchObject({ owner: BEN.accountId, snoozedUntil: null });
});

test('a part that holds more than a packet takes says how many more there are', async () => {
  const { store, rig } = await shiftRig();
  for (let n = 0; n < 203; n += 1)
    await store.work.add(
      {
        ...{ id: `w${String(n)}`, conversationId: null, kind: 'callback', source: 'staff', priority: 'normal' },
        ...{ text: '回电', details: {}, at: T0, due: T0 + n, remindAt: null, assignee: null },
      } as const,
      'u1',
    );
  const settings = { zone: 'Asia/Shanghai', list: [], checks: [], waitMinutes: 30, complaintDays: 2 };
  const shift = { account: ANNA.accountId, kind: 'day', endsAt: T0 + 8 * HOUR };
  const packet = buildPacket(await openMatters(store, shift, settings, rig.now), { notes: {}, general: '' }, rig.now);
  expect(packet.points).toHaveLength(200);
  expect(packet.more).toEqual({ promises: 3 });
});
