import { expect, test } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import { planned, Rig, said } from './rig.ts';

const PHONE = '+8613800040001';
const CHAT = '4455667788';
const TIED = /已绑定/;
const REFUSED = /链接已用过或已过期/;
const start = (token: string) => ({ text: '/start', enrolmentToken: token });

async function rigWithPatient(): Promise<Rig> {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国', { followUpAt: rig.now + DAY }));
  return rig;
}

async function chat(rig: Rig, address = CHAT) {
  const view = (await rig.talks(address, 'telegram')).at(-1);
  if (view === undefined) throw new Error('no conversation');
  return view;
}

test('Start with a good token is a turn: in the transcript, answered, and without a word about the patient', async () => {
  const rig = await rigWithPatient();
  const token = await rig.token('R1');
  expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(await rig.chat(CHAT, { ...start(token), externalId: 'U1' })).toBe('accepted');
  const { messages, timers } = await chat(rig);
  expect(messages.map(({ direction, text }) => `${direction} ${text}`)).toEqual([
    'in /start',
    expect.stringMatching(TIED),
  ]);
  expect(JSON.stringify(messages)).not.toMatch(/王|骨科|心内科|R1/);
  expect(JSON.stringify(messages)).not.toContain(token);
  expect(timers.map(({ kind }) => kind)).toEqual(['expiry']);
  expect(await rig.chat(CHAT, { ...start(token), externalId: 'U1' })).toBe('duplicate');
  expect((await chat(rig)).messages).toHaveLength(2);
});

test('the same chat that opens its link again is told that it is tied', async () => {
  const rig = await rigWithPatient();
  const token = await rig.token('R1');
  await rig.chat(CHAT, start(token));
  await rig.chat(CHAT, start(token));
  expect(said(await chat(rig), 'out')).toEqual([expect.stringMatching(TIED), expect.stringMatching(TIED)]);
});

test.each([
  ['used by somebody else', (rig: Rig, token: string) => rig.chat('77', start(token))],
  ['expired', (rig: Rig) => Promise.resolve((rig.now += 61 * DAY))],
  ['of a patient who died', (rig: Rig) => rig.store.directory.markDeceased(['R1'], rig.now)],
])('a token %s is refused kindly, and the talk goes on as with any visitor', async (_, spoil) => {
  const rig = await rigWithPatient();
  const token = await rig.token('R1');
  await spoil(rig, token);
  await rig.chat(CHAT, start(token));
  await rig.chat(CHAT, { text: '你好' });
  const [refused, next] = said(await chat(rig), 'out');
  expect(refused).toMatch(REFUSED);
  expect(next).toBeDefined();
  expect(JSON.stringify(await chat(rig))).not.toMatch(/王建国|王\*/);
  await rig.passTo(Math.max(rig.now, rig.now + 2 * DAY));
  expect((await rig.talks(CHAT, 'telegram')).map(({ record }) => record.flow)).not.toContain('followup');
});

test('made-up tokens are refused', async () => {
  const rig = await rigWithPatient();
  await rig.chat(CHAT, start('made-up'));
  expect(said(await chat(rig), 'out')).toEqual([expect.stringMatching(REFUSED)]);
});

test('two chats at the same instant with one token: one is tied, the other is refused', async () => {
  const rig = await rigWithPatient();
  const token = await rig.token('R1');
  await Promise.all(['1', '2'].map((address) => rig.chat(address, start(token))));
  const answers = await Promise.all(['1', '2'].map(async (address) => said(await chat(rig, address), 'out').join()));
  expect(answers.filter((text) => TIED.test(text))).toHaveLength(1);
  expect(answers.filter((text) => REFUSED.test(text))).toHaveLength(1);
});

test('while a person of the staff has the talk, the chat is tied and the bot stays silent', async () => {
  const rig = await rigWithPatient();
  await rig.chat(CHAT, { text: '转人工' });
  const before = said(await chat(rig), 'out').length;
  await rig.chat(CHAT, start(await rig.token('R1')));
  const view = await chat(rig);
  expect([view.record.state, said(view, 'out').length]).toEqual(['with_staff', before]);
  expect((await rig.store.campaign.due(rig.now + DAY, 10))[0]?.enrolled).toMatchObject([{ address: CHAT }]);
});

test('texts of one moment that wait to be read are read all the same after Start', async () => {
  const rig = await Rig.start({ settleMs: 2_000 });
  await rig.plan(planned(1, PHONE, '王建国', { followUpAt: rig.now + DAY }));
  await rig.chat(CHAT, { text: '你好' });
  await rig.chat(CHAT, { text: '我要投诉，' });
  await rig.chat(CHAT, start(await rig.token('R1')));
  await rig.chat(CHAT, { text: '护士态度差，按铃半天没人来' });
  await rig.pass(10_000);
  expect((await chat(rig)).registers.map(({ kind }) => kind)).toEqual(['complaint']);
});
