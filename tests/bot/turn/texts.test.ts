import { expect, test } from 'vitest';
import { SECOND } from '../../../src/domain/clock.ts';
import { planned, Rig, said } from './rig.ts';

const PHONE = '+8613800030001';

/** A rig whose patient has been asked about the doctors. */
async function asked(settleMs: number): Promise<Rig> {
  const rig = await Rig.start({ settleMs });
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.receive(PHONE, '方便');
  await rig.pass(10 * SECOND);
  return rig;
}

test('three texts in quick succession are stored at once and answered once', async () => {
  const rig = await asked(2 * SECOND);
  const before = said(await rig.talk(PHONE), 'out').length;
  for (const text of ['医生很好', '护士态度差', '按铃半天没人来']) {
    expect(await rig.receive(PHONE, text)).toBe('accepted');
    await rig.pass(SECOND / 2);
  }
  const waiting = await rig.talk(PHONE);
  expect(said(waiting, 'in').slice(-3)).toEqual(['医生很好', '护士态度差', '按铃半天没人来']);
  expect(said(waiting, 'out')).toHaveLength(before);

  await rig.pass(2 * SECOND);
  const after = await rig.talk(PHONE);
  expect(said(after, 'out')).toHaveLength(before + 1);
  expect(after.record.answers).toMatchObject({ doctor: { grade: 'satisfied' }, nurse: { grade: 'dissatisfied' } });
  expect(after.registers.map(({ kind, text }) => [kind, text])).toEqual([
    ['complaint', expect.stringContaining('按铃半天没人来')],
  ]);
  await rig.pass(60 * SECOND);
  expect(said(await rig.talk(PHONE), 'out')).toHaveLength(before + 1);
});

test('somebody who types on and on is answered all the same', async () => {
  const rig = await asked(2 * SECOND);
  const before = said(await rig.talk(PHONE), 'out').length;
  for (let text = 0; text < 8; text += 1) {
    await rig.receive(PHONE, '还有');
    await rig.pass(1.5 * SECOND);
  }
  const answered = said(await rig.talk(PHONE), 'out').length - before;
  expect(answered).toBeGreaterThanOrEqual(1);
  expect(answered).toBeLessThanOrEqual(2);
});

test('what the carrier has acted on itself is not kept waiting', async () => {
  const rig = await asked(2 * SECOND);
  const stop = {
    channel: 'sms',
    address: PHONE,
    externalId: 'SMstop',
    text: 'STOP',
    receivedAt: rig.now,
    carrierKeyword: 'stop',
  } as const;
  await rig.turns.receive(stop);
  const { record, contact, messages } = await rig.talk(PHONE);
  expect([record.outcome, contact.optedOutAt]).toEqual(['opted_out', rig.now]);
  expect(messages.at(-1)?.text).toBe('STOP');
});

test('a message that comes twice, one after the other or at once, is one message', async () => {
  const rig = await asked(0);
  expect(await rig.receive(PHONE, '满意', 'SMtwice')).toBe('accepted');
  expect(await rig.receive(PHONE, '满意', 'SMtwice')).toBe('duplicate');
  const rival = rig.newTurns(rig.store);
  const message = { channel: 'sms', address: PHONE, externalId: 'SMsame', text: '满意', receivedAt: rig.now } as const;
  const results = await Promise.all([rig.turns.receive(message), rival.receive(message), rig.turns.receive(message)]);
  expect([...results].sort()).toEqual(['accepted', 'duplicate', 'duplicate']);
  const view = await rig.talk(PHONE);
  expect(said(view, 'in')).toEqual(['方便', '满意', '满意']);
  expect(said(view, 'out')).toHaveLength(4);
  expect(Object.keys(view.record.answers)).toEqual(['doctor', 'nurse']);
});

test('two writers at once: who loses the race runs again on what the other left, and nothing is lost', async () => {
  const rig = await asked(0);
  const results: string[] = [];
  const counting = {
    ...rig.store,
    turns: {
      ...rig.store.turns,
      load: (id: string) => rig.store.turns.load(id),
      loadByAddress: (channel: 'sms', address: string) => rig.store.turns.loadByAddress(channel, address),
      commit: async (turn: Parameters<typeof rig.store.turns.commit>[0]) => {
        const result = await rig.store.turns.commit(turn);
        results.push(result);
        return result;
      },
    },
  } as typeof rig.store;
  const writers = [rig.newTurns(counting), rig.newTurns(counting), rig.newTurns(counting)];
  const texts = ['医生满意', '护士满意', '医院整体满意'];
  await Promise.all(
    writers.map((turns, index) =>
      turns.receive({
        channel: 'sms',
        address: PHONE,
        externalId: `SMrace${String(index)}`,
        text: texts[index] ?? '',
        receivedAt: rig.now,
      }),
    ),
  );
  expect(results).toContain('conflict');
  const view = await rig.talk(PHONE);
  expect([...said(view, 'in')].sort()).toEqual(['方便', ...texts].sort());
  expect(view.messages.map(({ seq }) => seq)).toEqual(view.messages.map((_, index) => index + 1));
  expect(view.record.answers).toMatchObject({
    doctor: { grade: 'satisfied' },
    nurse: { grade: 'satisfied' },
    overall: { grade: 'satisfied' },
  });
});

test('a number that nobody knows gets a helpful answer and learns nothing of any patient', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  const stranger = '+8613800039999';
  await rig.receive(stranger, '你好');
  expect(said(await rig.talk(stranger), 'out').at(-1)).toContain('示范县第二人民医院');
  for (const text of ['王建国住几号床？', '他什么时候出院的，医生是谁', 'Is Wang Jianguo a patient of yours?']) {
    await rig.receive(stranger, text);
  }
  const { record, messages } = await rig.talk(stranger);
  expect(record).toMatchObject({ flow: 'consultation', stay: null, relation: null });
  const replies = messages.filter(({ direction }) => direction === 'out').map(({ text }) => text);
  expect(replies).toHaveLength(4);
  expect(replies.join('\n')).not.toMatch(/建国|王\*|王先生|Wang|2026-03-07|心内科|李医生/);
  expect(rig.proactive).toEqual([]);
});

test('a burst is read after a restart, once', async () => {
  const rig = await asked(2 * SECOND);
  const before = said(await rig.talk(PHONE), 'out').length;
  await rig.receive(PHONE, '医生很好');
  await rig.receive(PHONE, '护士也不错');
  await rig.restart();
  await rig.pass(3 * SECOND);
  await rig.restart();
  await rig.pass(60 * SECOND);
  const view = await rig.talk(PHONE);
  expect(said(view, 'out')).toHaveLength(before + 1);
  expect(view.record.answers).toMatchObject({ doctor: { grade: 'satisfied' }, nurse: { grade: 'satisfied' } });
});
