import { expect, test } from 'vitest';
import { CHAT_LIMITS, Limits } from '../../../src/channels/web/limits.ts';
import { firstLanguage } from '../../../src/channels/web/page/first-language.ts';
import { Lines } from '../../../src/channels/web/page/lines.ts';
import { createParser } from '../../../src/channels/web/page/sse.ts';
import { TEXTS, waitInWords } from '../../../src/channels/web/page/texts.ts';
import { ulid } from '../../../src/channels/web/page/ulid.ts';
import { Sessions } from '../../../src/channels/web/session.ts';
import { parseCursor, updateOf, type WebTalk } from '../../../src/channels/web/transcript.ts';
import type { ChatLine } from '../../../src/channels/web/wire.ts';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { networkOf } from '../../../src/domain/limits.ts';
import type { DeliveryState, MessageRow } from '../../../src/domain/message.ts';

function row(seq: number, delivery: DeliveryState): MessageRow {
  const mine = delivery === 'none';
  return {
    conversationId: 'c1',
    seq,
    direction: mine ? 'in' : 'out',
    author: mine ? 'contact' : 'bot',
    text: `第${String(seq)}行`,
    at: seq,
    delivery,
    phrases: [],
    options: [],
    readings: [],
  };
}

const talk = (...lines: MessageRow[]): WebTalk => ({ conversationId: 'c1', lines, unread: false });
const keys = (lines: readonly ChatLine[]) => lines.map(({ key }) => key);
const nothingOut = () => false;

test('a page sees what has left, not what may still be held back', () => {
  const rows = [row(1, 'none'), row(2, 'pending'), row(3, 'sending'), row(4, 'cancelled'), row(5, 'expired')];
  const update = updateOf([talk(...rows)], [], nothingOut);
  expect([keys(update.lines), update.cursor, update.busy]).toEqual([['0.1'], '1', true]);
  const handed = updateOf([talk(...rows)], [], (id) => id === 'c1.3');
  expect(keys(handed.lines)).toEqual(['0.1', '0.3']);
});

test('an urgent line that overtakes does not hide what it overtook', () => {
  const before = updateOf([talk(row(1, 'none'), row(2, 'pending'), row(3, 'sent'))], [], nothingOut);
  expect([keys(before.lines), before.cursor]).toEqual([['0.1', '0.3'], '1']);
  const after = updateOf([talk(row(2, 'sent'), row(3, 'sent'))], parseCursor(before.cursor) ?? [], nothingOut);
  expect([keys(after.lines), after.cursor, after.busy]).toEqual([['0.2', '0.3'], '3', false]);
});

test('a new conversation of the same visitor begins at its own first line', () => {
  const update = updateOf([talk(), talk(row(1, 'none'), row(2, 'sent'))], [7], nothingOut);
  expect([keys(update.lines), update.cursor]).toEqual([['1.1', '1.2'], '7.2']);
});

test('a session ends after 30 days', () => {
  let now = Date.UTC(2026, 10, 22);
  const sessions = new Sessions('secret', () => now);
  const { token, address } = sessions.create();
  const headers = { cookie: `a=b; huifang_chat=${token}` };
  now += 30 * DAY - MINUTE;
  expect(sessions.of(headers)?.address).toBe(address);
  now += 2 * MINUTE;
  expect(sessions.of(headers)).toBeUndefined();
  expect(new Sessions('other', () => 0).of(headers)).toBeUndefined();
  expect(address).not.toContain(token.slice(9, 30));
});

test('a day is full after its messages, and a new one begins with the next', () => {
  const limits = new Limits({ ...CHAT_LIMITS, messagesPerMinute: 1_000, messagesPerDay: 3 });
  for (const at of [0, HOUR, 2 * HOUR]) expect(limits.message('s', '10.0.0.1', at)).toBeUndefined();
  expect(limits.message('s', '10.0.0.1', 3 * HOUR)).toEqual({ code: 'CHAT_DAY_FULL', waitMs: 21 * HOUR });
  expect(limits.message('s', '10.0.0.1', DAY)).toBeUndefined();
});

test('all visitors of one address together are limited too, and what is refused uses nothing up', () => {
  const limits = new Limits({ ...CHAT_LIMITS, messagesPerMinute: 2, addressMessagesPerMinute: 3 });
  const from = (session: string, at: number) => limits.message(session, '10.0.0.1', at)?.code;
  expect([from('a', 0), from('a', 1), from('a', 2), from('b', 3), from('b', 4)]).toEqual([
    undefined,
    undefined,
    'CHAT_TOO_FAST',
    undefined,
    'CHAT_TOO_FAST',
  ]);
  expect(limits.message('b', '10.0.0.2', 5)).toBeUndefined();
});

test('the counts are bounded, however many come', () => {
  const limits = new Limits(CHAT_LIMITS, 50);
  for (let index = 0; index < 1_000; index += 1) {
    limits.message(`s${String(index)}`, `10.0.${String(index % 256)}.1`, index);
    limits.session(`10.1.${String(index % 256)}.1`, index);
  }
  expect(limits.size).toBe(4 * 50);
});

test('one IPv6 network is one address', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb:1:2:3'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
});

const line = (key: string, from: ChatLine['from'], text: string): ChatLine => ({
  key,
  from,
  text,
  at: 1,
  options: [],
  seen: false,
});

test('a line comes any number of times and is there once, in the order of the transcript', () => {
  const lines = new Lines();
  expect(lines.take(line('0.1', 'bot', '一'))?.isNew).toBe(true);
  expect(lines.take(line('0.3', 'bot', '三'))?.before).toBeNull();
  expect(lines.take(line('0.2', 'bot', '二'))?.before).toMatchObject({ key: '0.3' });
  expect(lines.take(line('0.10', 'bot', '十'))?.before).toBeNull();
  expect(lines.take(line('0.2', 'bot', '二'))).toBeNull();
  expect(lines.bubbles.map(({ text }) => text)).toEqual(['一', '二', '三', '十']);
});

test('what was written here is found in the transcript again; the same words twice are two messages', () => {
  const lines = new Lines();
  lines.take(line('0.1', 'me', '好'));
  const own = ['a', 'b'].map((id) => lines.own(id, '好', 1, lines.lastKey));
  expect(lines.take(line('0.1', 'me', '好'))).toBeNull(); // said before these were written
  expect(lines.take(line('0.2', 'me', '好'))).toMatchObject({ isNew: false, bubble: { id: 'a' } });
  expect(lines.take(line('0.3', 'me', '好'))).toMatchObject({ isNew: false, bubble: { id: 'b' } });
  expect(lines.take(line('0.4', 'me', '好'))).toMatchObject({ isNew: true }); // from another page
  expect(own.map(({ state }) => state)).toEqual(['sent', 'sent']);
  const kept = lines.own('c', '早', 1, '0.9');
  expect(lines.take(line('0.5', 'me', '早'))?.isNew).toBe(true);
  expect(kept.key).toBeNull();
});

test('events are read whatever the pieces that they come in', () => {
  const got: string[] = [];
  const parse = createParser((data) => got.push(data));
  for (const char of 'retry: 1\n\n: still here\n\ndata: {"a":1}\n\ndata: 二\n\nda') parse(char);
  expect(got).toEqual(['{"a":1}', '二']);
});

test('ids are ULIDs that sort by time', () => {
  const at = (now: number) => ulid(now, (length) => new Uint8Array(length).fill(255));
  expect(at(1_795_000_000_000)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect([at(2_000), at(1_000), at(1_999)].sort()).toEqual([at(1_000), at(1_999), at(2_000)]);
});

test('the language: what was chosen, what the address asks for, what the device speaks', () => {
  expect(firstLanguage(null, null, ['zh-Hant-HK', 'en'])).toBe('zh-TW');
  expect(firstLanguage(null, null, ['zh-HK'])).toBe('zh-TW');
  expect(firstLanguage(null, null, ['zh'])).toBe('zh-CN');
  expect(firstLanguage(null, null, ['fr-FR', 'en-GB'])).toBe('en');
  expect(firstLanguage(null, 'en', ['zh-CN'])).toBe('en');
  expect(firstLanguage('zh-TW', 'en', ['zh-CN'])).toBe('zh-TW');
  expect(firstLanguage(null, 'xx', [])).toBe('zh-CN');
});

test('the texts of all languages have the same holes, and as many points', () => {
  const holes = (value: string | readonly string[]) =>
    [value].flat().map((text) => (text.match(/\{\w+\}/g) ?? []).sort());
  for (const name of Object.keys(TEXTS['zh-CN']) as (keyof (typeof TEXTS)['zh-CN'])[])
    for (const language of ['zh-TW', 'en'] as const)
      expect([name, holes(TEXTS[language][name])]).toEqual([name, holes(TEXTS['zh-CN'][name])]);
});

test('a wait is rounded up, so that nobody comes too early', () => {
  expect(waitInWords(TEXTS['zh-CN'], 1)).toBe('1 秒');
  expect(waitInWords(TEXTS.en, 59_001)).toBe('1 min');
  expect(waitInWords(TEXTS.en, 61 * MINUTE)).toBe('2 h');
});
