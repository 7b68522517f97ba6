import { expect, onTestFinished, test } from 'vitest';
import { until } from '../channels/telegram/rig.ts';
import { TelegramStandIn } from '../support/telegram-stand-in/server.ts';
import { Hospital, SECRET } from './telegram-rig.ts';

const PUBLIC = 'http://hospital.example';
const CHAT = '4455667788';
const PHONE = '+8613800000001';

async function hospital(): Promise<{ bot: TelegramStandIn; here: Hospital; start: () => Promise<void> }> {
  const bot = await TelegramStandIn.start();
  onTestFinished(() => bot.close());
  const here = await Hospital.open({ token: bot.token, apiRoot: bot.url, publicUrl: PUBLIC });
  const start = async () => {
    bot.setApp(await here.start(), PUBLIC);
    await until(() => bot.webhook !== undefined);
  };
  await start();
  await here.admit();
  return { bot, here, start };
}

const last = (bot: TelegramStandIn) => {
  const sent = bot.chat(CHAT).at(-1);
  if (sent === undefined) throw new Error('nothing was sent');
  return sent;
};

/** Ties the chat and lets the opening go out there. */
async function opened(bot: TelegramStandIn, here: Hospital): Promise<void> {
  await bot.deliver(bot.text(CHAT, `/start ${await here.token()}`));
  await until(() => bot.chat(CHAT).length === 1);
  await here.pause('resume');
  await until(() => bot.chat(CHAT).length === 2);
}

test('from the link of the discharge papers to the answer: opening in the chat, buttons, taps, nothing by SMS', async () => {
  const { bot, here } = await hospital();
  await opened(bot, here);
  expect(bot.chat(CHAT).map(({ text }) => text)).toEqual([
    expect.stringContaining('已绑定'),
    expect.stringContaining('王*'),
  ]);
  expect((await bot.deliver(bot.text(CHAT, '方便'))).status).toBe(200);
  await until(() => last(bot).buttons.length === 3);
  const doctor = last(bot);
  const tap = bot.tap(doctor, 0);
  expect((await bot.deliver(tap)).status).toBe(200);
  await until(() => last(bot) !== doctor && last(bot).buttons.length === 3);
  const nurse = last(bot);
  // The same update again, and a tap on the question that is answered: neither touches the next question.
  await bot.deliver(tap);
  await bot.deliver(bot.tap(doctor, 2));
  await bot.deliver(bot.tap(nurse, 1));
  await until(() => last(bot) !== nurse);
  await until(() => bot.called('answerCallbackQuery').length === 4);
  const followUp = (await here.talks(CHAT)).at(-1);
  expect(followUp?.record.answers).toEqual({
    doctor: { grade: 'satisfied' },
    nurse: { grade: 'mostly_satisfied' },
  });
  expect(followUp?.messages.filter(({ direction }) => direction === 'in').map(({ text }) => text)).toEqual([
    '方便',
    '1 满意',
    '2 基本满意',
  ]);
  expect(here.sms.accepted).toEqual([]);
  expect(here.log.join('\n')).toContain('cross-border transfer');
  for (const secret of [CHAT, bot.token, SECRET, '王建国']) expect(here.log.join('\n')).not.toContain(secret);
}, 60_000);

test('an update that comes twice is one turn, and a wrong secret brings nothing in', async () => {
  const { bot, here } = await hospital();
  const update = bot.text(CHAT, '你好');
  const answers = await Promise.all([bot.deliver(update), bot.deliver(update), bot.deliver(update)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await bot.deliver(bot.text(CHAT, '退订'), 'wrong')).toEqual({ status: 403, body: '' });
  await until(() => bot.chat(CHAT).length === 1);
  const [talk] = await here.talks(CHAT);
  expect(talk?.messages.map(({ direction, text }) => (direction === 'in' ? text : '·'))).toEqual(['你好', '·']);
}, 60_000);

test('who blocked the bot before the opening left gets it by SMS, once', async () => {
  const { bot, here } = await hospital();
  await bot.deliver(bot.text(CHAT, `/start ${await here.token()}`));
  await until(() => bot.chat(CHAT).length === 1);
  // Blocked, and nobody told us: the refusal of the opening does.
  bot.blocked.add(CHAT);
  await here.pause('resume');
  await until(() => here.sms.handset(PHONE).length === 1);
  expect(here.sms.handset(PHONE)[0]).toContain('王*');
  const talks = await here.talks(CHAT);
  expect(talks.at(-1)?.contact.unreachable).toBe('unreachable');
  expect([here.sms.handset(PHONE).length, bot.chat(CHAT).length]).toEqual([1, 1]);
}, 60_000);

test('too fast: the opening waits as long as Telegram asks, and leaves once', async () => {
  const { bot, here } = await hospital();
  await bot.deliver(bot.text(CHAT, `/start ${await here.token()}`));
  await until(() => bot.chat(CHAT).length === 1);
  bot.fail({ kind: 'too_many', retryAfter: 1 });
  const began = performance.now();
  await here.pause('resume');
  await until(() => bot.chat(CHAT).length === 2);
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(here.sms.accepted).toEqual([]);
}, 60_000);

test('a gateway that fails after it took the message: nothing is said twice, an emergency text may be', async () => {
  const { bot, here } = await hospital();
  await opened(bot, here);
  bot.fail({ kind: 'server_error', when: 'after' });
  await bot.deliver(bot.text(CHAT, '方便'));
  await until(() => bot.chat(CHAT).length === 3);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(bot.chat(CHAT)).toHaveLength(3);
  bot.fail({ kind: 'server_error', when: 'after' });
  await bot.deliver(bot.text(CHAT, '我现在胸口剧痛，喘不上气'));
  await until(() => bot.chat(CHAT).length === 5);
  const [first, second] = bot.chat(CHAT).slice(-2);
  expect(first?.text).toBe(second?.text);
  expect(first?.text).toContain('120');
  const view = (await here.talks(CHAT)).at(-1);
  expect(view?.messages.map(({ delivery }) => delivery)).toContain('uncertain');
}, 60_000);

test('a restart between update and answer loses nothing and repeats nothing', async () => {
  const { bot, here, start } = await hospital();
  await opened(bot, here);
  // Telegram hangs while the answer leaves: the update is on disk, the answer is not out.
  bot.fail({ kind: 'refuse', status: 429, description: 'Too Many Requests' });
  expect((await bot.deliver(bot.text(CHAT, '方便'))).status).toBe(200);
  await here.stop();
  expect(bot.chat(CHAT)).toHaveLength(2);
  await start();
  await until(() => bot.chat(CHAT).length === 3);
  expect(last(bot).buttons).toHaveLength(3);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(bot.chat(CHAT)).toHaveLength(3);
}, 60_000);
