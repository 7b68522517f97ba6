import { expect, test } from 'vitest';
import { until } from '../channels/telegram/rig.ts';
import { startPeer } from '../support/telegram-peer/peer.ts';
import { Hospital, SECRET } from './telegram-rig.ts';

const TOKEN = '666000111:AAforeign-peer-foreign-peer-000000';
const CHAT = 5566;

interface BotMessage {
  readonly messageId: number;
  readonly message: {
    readonly text: string;
    readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly { readonly callback_data: string }[])[] };
  };
}

/** Somebody with a phone, as telegram-test-api knows them. */
class Person {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async #post(path: string, body: object): Promise<{ result: readonly BotMessage[] }> {
    const person = { id: CHAT, first_name: 'P', username: 'p', is_bot: false };
    const meta = {
      botToken: TOKEN,
      date: Date.now(),
      from: person,
      chat: { id: CHAT, first_name: 'P', type: 'private' },
    };
    const response = await fetch(`${this.#url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...meta, ...body }),
    });
    return (await response.json()) as { result: readonly BotMessage[] };
  }

  async says(text: string): Promise<void> {
    await this.#post('sendMessage', { text });
  }

  async taps(on: BotMessage, option: number): Promise<void> {
    const data = on.message.reply_markup?.inline_keyboard?.flat()[option]?.callback_data;
    const message = { message_id: on.messageId, chat: { id: CHAT, type: 'private' } };
    await this.#post('sendCallback', { data, message });
  }

  /** What the chat shows from the bot, oldest first, once there are so many. */
  async sees(count: number): Promise<readonly BotMessage[]> {
    const limit = performance.now() + 15_000;
    for (;;) {
      const { result } = await this.#post('getUpdatesHistory', { token: TOKEN });
      const shown = result.filter((one) => 'message' in one && 'chat_id' in one.message);
      if (shown.length >= count) return shown;
      if (performance.now() > limit) throw new Error(`${String(shown.length)} messages, not ${String(count)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test('against a Bot API that somebody else wrote: enrolment, opening, buttons, answers', async () => {
  const peer = await startPeer(SECRET);
  const here = await Hospital.open({ token: TOKEN, apiRoot: peer.url, publicUrl: peer.publicUrl });
  peer.setApp(await here.start());
  await here.admit();
  const person = new Person(peer.url);
  await until(() => here.log.some((line) => line.includes('Telegram calls this service')));
  await person.says(`/start ${await here.token()}`);
  expect((await person.sees(1))[0]?.message.text).toContain('已绑定');
  await here.pause('resume');
  expect((await person.sees(2))[1]?.message.text).toContain('王*');
  await person.says('方便');
  const [, , doctor] = await person.sees(3);
  if (doctor === undefined) throw new Error('no question');
  expect(doctor.message.reply_markup?.inline_keyboard).toHaveLength(3);
  await person.taps(doctor, 2);
  await person.sees(4);
  await person.says('医生没查房');
  await person.sees(5);
  const followUp = (await here.talks(String(CHAT))).at(-1);
  expect(followUp?.record.answers).toMatchObject({ doctor: { grade: 'dissatisfied', reason: '医生没查房' } });
  expect(peer.passed).toHaveLength(4);
  expect(here.sms.accepted).toEqual([]);
}, 90_000);
