import { expect, test } from 'vitest';
import { CHAT, NOW, outgoing, PUBLIC, SECRET, startRig } from './rig.ts';

test('at start the webhook is registered with its secret and with what we want to hear of', async () => {
  const { bot } = await startRig();
  expect(bot.called('setWebhook').map(({ payload }) => payload)).toEqual([
    {
      url: `${PUBLIC}/webhooks/telegram`,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      max_connections: 40,
    },
  ]);
});

test('a message comes in under the bot’s and the update’s id, and the answer is 200 and empty', async () => {
  const { bot, host } = await startRig();
  const update = bot.text(CHAT, ' 满意 ');
  expect(await bot.deliver(update)).toEqual({ status: 200, body: '' });
  const externalId = `${bot.botId}:${String(update.update_id)}`;
  expect(host.received).toEqual([{ channel: 'telegram', address: CHAT, externalId, text: ' 满意 ', receivedAt: NOW }]);
  await bot.deliver(update);
  expect(host.received).toHaveLength(1);
});

test.each([
  ['wrong', 'Secret_of-the-webhooK'],
  ['shorter', 'Secret'],
  ['empty', ''],
  ['missing', null],
])('a %s secret: 403 with an empty body, and nothing comes in', async (_, secret) => {
  const { bot, host } = await startRig();
  expect(await bot.deliver(bot.text(CHAT, '满意'), secret)).toEqual({ status: 403, body: '' });
  expect(host.received).toEqual([]);
});

test('what could not be stored is not acknowledged, and comes in when it is sent again', async () => {
  const { bot, host } = await startRig();
  host.failures = 1;
  const update = bot.text(CHAT, '满意');
  expect((await bot.deliver(update)).status).toBe(500);
  expect((await bot.deliver(update)).status).toBe(200);
  expect(host.received).toHaveLength(1);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a picture', { photo: [{ file_id: 'x' }] }, '[图片]'],
  ['a picture with words', { photo: [{ file_id: 'x' }], caption: '伤口红了' }, '伤口红了'],
  ['a voice message', { voice: { file_id: 'x' } }, '[语音]'],
  ['a sticker', { sticker: { file_id: 'x', emoji: '👍' } }, '[表情]'],
  ['a video', { video: { file_id: 'x' } }, '[视频]'],
  ['a document', { document: { file_id: 'x' } }, '[文件]'],
  ['a place', { location: { latitude: 1, longitude: 2 } }, '[位置]'],
  ['a card', { contact: { phone_number: '1' } }, '[名片]'],
  ['Start without a link', { text: '/start' }, '你好'],
  ['Start on an English phone', { text: '/start@our_bot', from: { language_code: 'en-GB' } }, 'Hello'],
  ['a command', { text: '/stop' }, 'stop'],
  ['words that begin with a stroke', { text: '/不满意' }, '/不满意'],
])('%s', async (_, content, text) => {
  const { bot, host } = await startRig();
  await bot.deliver(bot.message(CHAT, content));
  expect(host.received.map((message) => message.text)).toEqual([text]);
  expect(host.received[0]).not.toHaveProperty('enrolmentToken');
});

test('Start with a token hands the token in and keeps it out of the text', async () => {
  const { bot, host } = await startRig();
  await bot.deliver(bot.text(CHAT, '/start abc_DEF-123'));
  expect(host.received).toMatchObject([{ text: '/start', enrolmentToken: 'abc_DEF-123' }]);
});

test('groups, edited texts, things nobody wrote and nonsense are acknowledged and left alone', async () => {
  const { bot, host } = await startRig();
  const group = { id: -100, type: 'supergroup' };
  for (const update of [
    bot.message(CHAT, { chat: group, text: '大家好' }),
    bot.update({ my_chat_member: { chat: group, new_chat_member: { status: 'kicked' } } }),
    bot.update({ edited_message: { message_id: 1, chat: { id: 1, type: 'private' }, text: '改了' } }),
    bot.message(CHAT, { pinned_message: {} }),
    bot.update({ message: 'nonsense' }),
    bot.update({ callback_query: { id: 'q', data: 'q:c1.1:0', message: { message_id: 1, chat: group } } }),
    bot.update({ poll: {} }),
    { no: 'update' },
    [],
  ]) {
    expect((await bot.deliver(update)).status).toBe(200);
  }
  expect([host.received, host.reports]).toEqual([[], []]);
});

test('a tap names message and option, a second one is the same answer, and the buttons go', async () => {
  const { bot, host, channel, until } = await startRig();
  await channel.send(outgoing('满意吗？', { id: 'c1.3', options: ['1 满意', '2 基本满意', '3 不满意'] }));
  const [question] = bot.sent;
  if (question === undefined) throw new Error('nothing was sent');
  expect(question.buttons.map(({ text }) => text)).toEqual(['1 满意', '2 基本满意', '3 不满意']);
  expect(question.buttons.map(({ data }) => Buffer.byteLength(data)).every((bytes) => bytes <= 64)).toBe(true);
  await bot.deliver(bot.tap(question, 1));
  await bot.deliver(bot.tap(question, 2));
  expect(host.received).toMatchObject([
    { address: CHAT, externalId: `${bot.botId}:tap:c1.3`, tap: { messageId: 'c1.3', option: 1 } },
  ]);
  await until(
    () => bot.called('answerCallbackQuery').length === 2 && bot.called('editMessageReplyMarkup').length === 2,
  );
  expect(bot.called('editMessageReplyMarkup')[0]?.payload).toEqual({
    chat_id: CHAT,
    message_id: question.messageId,
    reply_markup: { inline_keyboard: [] },
  });
});

test('a button that is not ours is acknowledged at Telegram and brings nothing in', async () => {
  const { bot, host, until } = await startRig();
  for (const data of ['满意', 'q:c1.1', 'q::1', 'q:c1.1:x', 'q:c1.1:1:2'])
    await bot.deliver(bot.tap({ chat: CHAT, messageId: 1, text: '', buttons: [{ text: '', data }] }, 0));
  await until(() => bot.called('answerCallbackQuery').length === 5);
  expect(host.received).toEqual([]);
});

test('blocking and unblocking the bot are reported', async () => {
  const { bot, host } = await startRig();
  const [out, back] = [bot.member(CHAT, 'kicked'), bot.member(CHAT, 'member')];
  await bot.deliver(out);
  await bot.deliver(back);
  const report = (id: number, state: string) => ({
    channel: 'telegram',
    address: CHAT,
    externalId: `${bot.botId}:${String(id)}`,
    state,
  });
  expect(host.reports).toEqual([report(out.update_id, 'closed'), report(back.update_id, 'open')]);
});
