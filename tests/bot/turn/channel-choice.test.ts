import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { messageId } from '../../../src/domain/message.ts';
import type { ConversationView } from '../../../src/store/store.ts';
import { T0 } from '../../contracts/store/turns.ts';
import { planned, Rig, said } from './rig.ts';

const PHONE = '+8613800040001';
const CHAT = '4455667788';
const start = (token: string) => ({ text: '/start', enrolmentToken: token });

/** A patient whose chat is tied, with a follow-up that is due in ten minutes. */
async function tied(): Promise<Rig> {
  const rig = await Rig.start();
  await rig.plan(
    planned(1, PHONE, '王建国', { followUpAt: T0 + 10 * MINUTE, relation: { relation: '儿子', name: '王强' } }),
  );
  await rig.chat(CHAT, start(await rig.token('R1')));
  return rig;
}

const chats = (rig: Rig) => rig.talks(CHAT, 'telegram');

async function followUp(rig: Rig): Promise<ConversationView> {
  const view = (await chats(rig)).find(({ record }) => record.flow === 'followup');
  if (view === undefined) throw new Error('no follow-up in the chat');
  return view;
}

const states = async (rig: Rig) => rig.store.campaign.counts();

/** Claims what waits in the outbox, as the worker does before it sends. */
async function claim(rig: Rig): Promise<void> {
  await rig.store.outbox.claim(rig.now, 100, MINUTE);
}

test('an enrolled patient gets the opening in the chat, and none by SMS', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  const { record, messages } = await followUp(rig);
  expect([record.channel, record.address, messages.length]).toEqual(['telegram', CHAT, 1]);
  // The list knows whose the number is, not whose the chat is.
  expect(record.relation).toEqual({});
  expect(await rig.talks(PHONE)).toEqual([]);
});

test('who is not enrolled gets it by SMS', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  expect((await rig.talk(PHONE)).record.channel).toBe('sms');
});

test('a messenger that this deployment does not have is passed over', async () => {
  const rig = await tied();
  rig.reach = (channel) => (channel === 'sms' ? { canInitiate: true } : undefined);
  await rig.pass(HOUR);
  expect((await rig.talk(PHONE)).record.flow).toBe('followup');
});

test('a channel of the list that cannot write first opens nothing', async () => {
  const rig = await Rig.start();
  rig.reach = () => ({ canInitiate: false });
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  expect([await rig.talks(PHONE), await states(rig)]).toEqual([[], { 'cancelled.unreachable': 1 }]);
});

test('who opted out by SMS is not written to in the chat, and the other way round', async () => {
  const bySms = await tied();
  await bySms.receive(PHONE, '退订');
  await bySms.pass(HOUR);
  expect(await states(bySms)).toEqual({ 'cancelled.opted_out': 1 });
  const byChat = await tied();
  await byChat.chat(CHAT, { text: '退订' });
  await byChat.pass(HOUR);
  expect([await states(byChat), await byChat.talks(PHONE)]).toEqual([{ 'cancelled.opted_out': 1 }, []]);
});

test.each([
  ['unreachable', 'unreachable'],
  ['failed', null],
  ['expired', null],
] as const)('an opening that is %s in the chat goes out by SMS the same day, once', async (why, unreachable) => {
  const rig = await tied();
  await rig.pass(HOUR);
  const { record } = await followUp(rig);
  await claim(rig);
  await rig.turns.undeliverable(record.id, { why, seq: 1, detail: '' });
  await rig.pass(MINUTE);
  const closed = await rig.view(record.id);
  expect([closed.record.state, closed.record.outcome, closed.contact.unreachable]).toEqual([
    'closed',
    'not_reached',
    unreachable,
  ]);
  const sms = await rig.talk(PHONE);
  expect([sms.record.flow, sms.messages.length, sms.workItems]).toEqual(['followup', 1, []]);
  // Told twice, nothing more happens.
  await rig.turns.undeliverable(record.id, { why, seq: 1, detail: '' });
  await rig.turns.undeliverable(sms.record.id, { why: 'unreachable', seq: 1, detail: '' });
  await rig.pass(2 * DAY);
  expect([(await rig.talks(PHONE)).length, (await chats(rig)).length]).toEqual([1, 2]);
  expect(await states(rig)).toEqual({ done: 1 });
});

test('the SMS after a lost opening keeps to sending hours and to who may be written to', async () => {
  const late = await tied();
  await late.pass(HOUR);
  late.now = Date.parse('2026-03-10T21:30:00+08:00');
  await late.turns.undeliverable((await followUp(late)).record.id, { why: 'unreachable', seq: 1, detail: '' });
  await late.pass(HOUR);
  expect(await late.talks(PHONE)).toEqual([]);
  await late.passTo(Date.parse('2026-03-11T09:00:00+08:00'));
  expect(await late.talks(PHONE)).toHaveLength(1);

  const barred = await tied();
  await barred.pass(HOUR);
  await barred.receive(PHONE, '退订');
  await barred.turns.undeliverable((await followUp(barred)).record.id, { why: 'failed', seq: 1, detail: '' });
  await barred.pass(DAY);
  expect(await states(barred)).toEqual({ 'cancelled.opted_out': 1 });
});

test('an opening of unknown fate is not sent elsewhere, nor one that was answered', async () => {
  const unsure = await tied();
  await unsure.pass(HOUR);
  await unsure.turns.undeliverable((await followUp(unsure)).record.id, { why: 'uncertain', seq: 1, detail: '' });
  await unsure.pass(HOUR);
  expect(await unsure.talks(PHONE)).toEqual([]);

  const answered = await tied();
  await answered.pass(HOUR);
  await answered.chat(CHAT, { text: '方便' });
  const { record } = await followUp(answered);
  await answered.turns.undeliverable(record.id, { why: 'failed', seq: 1, detail: '' });
  await answered.turns.undeliverable(record.id, { why: 'unreachable', seq: 3, detail: '' });
  await answered.pass(DAY);
  expect([await answered.talks(PHONE), (await answered.view(record.id)).record.outcome]).toEqual([[], 'not_reached']);
});

test('who blocks the bot before anything left gets the follow-up by SMS', async () => {
  const rig = await tied();
  const report = { channel: 'telegram', address: CHAT } as const;
  await rig.turns.report({ ...report, externalId: 'U1', state: 'closed' });
  await rig.pass(HOUR);
  expect((await rig.talk(PHONE)).record.flow).toBe('followup');
});

test('who blocks the bot while the opening waits: it is taken out of the outbox and goes by SMS', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  const report = { channel: 'telegram', address: CHAT, externalId: 'U1', state: 'closed' } as const;
  await rig.turns.report(report);
  await rig.turns.report(report);
  const { messages } = await followUp(rig);
  expect(messages.map(({ delivery }) => delivery)).toEqual(['cancelled']);
  await rig.pass(MINUTE);
  expect(await rig.talks(PHONE)).toHaveLength(1);
});

test('while the opening is under way, the carrier’s refusal decides and not the report', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  await claim(rig);
  const { record } = await followUp(rig);
  await rig.turns.report({ channel: 'telegram', address: CHAT, externalId: 'U1', state: 'closed' });
  expect((await rig.view(record.id)).record.state).toBe('waiting');
  await rig.turns.undeliverable(record.id, { why: 'unreachable', seq: 1, detail: '' });
  await rig.pass(MINUTE);
  expect(await rig.talks(PHONE)).toHaveLength(1);
});

test('who got the opening and then blocks the bot has said enough: no SMS', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  await claim(rig);
  const { record } = await followUp(rig);
  await rig.store.outbox.settle(messageId(record.id, 1), { type: 'done', delivery: 'sent' }, rig.now);
  await rig.turns.report({ channel: 'telegram', address: CHAT, externalId: 'U1', state: 'closed' });
  await rig.pass(2 * DAY);
  const { record: closed, contact } = await rig.view(record.id);
  expect([closed.outcome, contact.unreachable, await rig.talks(PHONE)]).toEqual(['not_reached', 'unreachable', []]);
});

test('staff who have the talk are told to call, and who lifts the block may be written to again', async () => {
  const rig = await tied();
  await rig.chat(CHAT, { text: '转人工' });
  const report = { channel: 'telegram', address: CHAT } as const;
  await rig.turns.report({ ...report, externalId: 'U1', state: 'closed' });
  const talk = async () => (await chats(rig))[0];
  expect((await talk())?.workItems.map(({ kind }) => kind)).toEqual(['handoff', 'note']);
  expect((await talk())?.contact.unreachable).not.toBeNull();
  await rig.turns.report({ ...report, externalId: 'U2', state: 'open' });
  expect((await talk())?.contact.unreachable).toBeNull();
});

test('a block by somebody we know nothing of writes nothing', async () => {
  const rig = await Rig.start();
  await rig.turns.report({ channel: 'telegram', address: '1', externalId: 'U1', state: 'closed' });
  expect(await rig.store.turns.loadByAddress('telegram', '1')).toBeUndefined();
});

test('caps hold for the person: a talk begun in the chat today counts for the number too', async () => {
  const rig = await tied();
  const again = { ...planned(1, PHONE, '王建国').facts, stayId: 'stay-1b', dischargedOn: '2026-03-06' };
  await rig.pass(HOUR);
  await rig.chat(CHAT, { text: '不了，谢谢' });
  await rig.plan(planned(1, PHONE, '王建国', { facts: again, followUpAt: rig.now, followUp: 'planned' }));
  const [due] = await rig.store.campaign.due(rig.now, 10);
  // The store withdraws an earlier stay; a later one of the same day waits for tomorrow.
  expect(due).toBeUndefined();
  const later = { ...again, stayId: 'stay-1c', dischargedOn: '2026-03-09' };
  await rig.plan(planned(1, PHONE, '王建国', { facts: later, followUpAt: rig.now }));
  await rig.work();
  expect(rig.proactive).toHaveLength(1);
  await rig.passTo(Date.parse('2026-03-11T09:00:00+08:00'));
  expect(rig.proactive.map(({ address }) => address)).toEqual([CHAT, CHAT]);
});

test('taps: the open question is answered, an old one, a second tap and a closed talk are not', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  await rig.chat(CHAT, { text: '方便' });
  const { record } = await followUp(rig);
  const tap = (seq: number, option: number, externalId?: string) =>
    rig.chat(CHAT, {
      tap: { messageId: messageId(record.id, seq), option },
      ...(externalId === undefined ? {} : { externalId }),
    });
  const doctor = (await rig.view(record.id)).record.lastSeq;
  expect((await rig.view(record.id)).messages.at(-1)?.options).toHaveLength(3);

  // Both taps of a double tap at once, on different options, with one key: one answer.
  const both = await Promise.all([tap(doctor, 0, 'tap1'), tap(doctor, 2, 'tap1')]);
  expect([...both].sort()).toEqual(['accepted', 'duplicate']);
  const { record: answered, messages } = await rig.view(record.id);
  expect(Object.keys(answered.answers)).toEqual(['doctor']);
  expect(messages.filter(({ direction }) => direction === 'in').map(({ text }) => text)).toEqual(['方便', '1 满意']);

  expect(await tap(doctor, 2)).toBe('outdated');
  expect(await tap(doctor + 2, 9)).toBe('outdated');
  expect(await rig.chat(CHAT, { tap: { messageId: 'other.4', option: 0 } })).toBe('outdated');
  expect(await rig.chat(CHAT, { tap: { messageId: 'nonsense', option: 0 } })).toBe('outdated');
  expect((await rig.view(record.id)).record.lastSeq).toBe(doctor + 2);

  // Start with a token in between does not close the question.
  await rig.chat(CHAT, start('made-up'));
  expect(await tap(doctor + 2, 0)).toBe('accepted');
  expect(Object.keys((await rig.view(record.id)).record.answers)).toEqual(['doctor', 'nurse']);

  const { lastSeq } = (await rig.view(record.id)).record;
  await rig.chat(CHAT, { text: '退订' });
  expect(await tap(lastSeq, 0)).toBe('outdated');
});

test('a question that was put again is answered by a tap on either of its messages', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  await rig.chat(CHAT, { text: '方便' });
  const { record } = await followUp(rig);
  const first = (await rig.view(record.id)).record.lastSeq;
  await rig.chat(CHAT, { text: '[图片]' });
  expect(await rig.chat(CHAT, { tap: { messageId: messageId(record.id, first), option: 1 } })).toBe('accepted');
  const view = await rig.view(record.id);
  expect(said(view, 'in').at(-1)).toBe('2 基本满意');
});

test('a tap and a text at the same moment answer one question each, never the same tap the next question', async () => {
  const rig = await tied();
  await rig.pass(HOUR);
  await rig.chat(CHAT, { text: '方便' });
  const { record } = await followUp(rig);
  const doctor = (await rig.view(record.id)).record.lastSeq;
  const results = await Promise.all([
    rig.chat(CHAT, { text: '满意' }),
    rig.chat(CHAT, { tap: { messageId: messageId(record.id, doctor), option: 2 } }),
  ]);
  expect(results).toEqual(['accepted', 'outdated']);
  expect((await rig.view(record.id)).record.answers).toEqual({ doctor: { grade: 'satisfied' } });
});
