import { afterEach, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { until } from '../../support/moving-clock.ts';
import { Rig, type RigOptions } from './rig.ts';

let rig: Rig;

afterEach(async () => {
  await rig.stop();
});

async function running(options: RigOptions = {}): Promise<Rig> {
  rig = await Rig.start(options);
  rig.run();
  return rig;
}

const PHONE = '+85261234567';

test('a message leaves, and the receipts bring it to delivered', async () => {
  const { carrier } = await running();
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'delivered');
  expect(carrier.handset(PHONE)).toEqual(['您好']);
  expect((await rig.line(id)).providerId).toBe(carrier.accepted[0]?.sid);
  expect(carrier.misuse).toEqual([]);
});

test('messages of one conversation leave in order, even when the first is refused for a while', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'too_many', retryAfter: 2 });
  const ids = [await rig.say('c1', '一'), await rig.say('c1', '二'), await rig.say('c1', '三')];
  await until('the refusal', () => carrier.requests.length === 1);
  await until('the first waits again', async () => (await rig.line(ids[0] ?? '')).delivery === 'pending');
  expect(carrier.handset(PHONE)).toEqual([]);
  await rig.pass(MINUTE);
  await rig.reaches(ids[2] ?? '', 'delivered');
  expect(carrier.handset(PHONE)).toEqual(['一', '二', '三']);
});

test('many conversations are served side by side and nothing is lost or doubled', async () => {
  const { carrier } = await running();
  carrier.setCallbacks({ duplicate: 0.5, swap: 0.5, delayMs: 0 });
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const address = `+8526000${String(1000 + n)}`;
    ids.push(
      await rig.say(`m${String(n)}`, `a${String(n)}`, { address }),
      await rig.say(`m${String(n)}`, `b${String(n)}`),
    );
  }
  for (const id of ids) await rig.reaches(id, 'delivered');
  expect(carrier.accepted).toHaveLength(80);
  for (let n = 0; n < 40; n += 1) {
    expect(carrier.handset(`+8526000${String(1000 + n)}`)).toEqual([`a${String(n)}`, `b${String(n)}`]);
  }
});

test('the time that the carrier asks for is waited', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'too_many', retryAfter: 30 });
  const id = await rig.say('c1', '您好');
  await until('the refusal', async () => (await rig.line(id)).failure?.code === '20429');
  await rig.pass(25 * SECOND);
  await rig.say('c2', '别人', { address: '+85260000001' });
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(carrier.requests).toHaveLength(1); // the whole channel rests
  await rig.pass(10 * SECOND);
  await rig.reaches(id, 'delivered');
});

test('receipts that arrive before the answer of the send do not fall back', async () => {
  const { carrier } = await running({ timeoutMs: 3_000 });
  carrier.fail({ kind: 'callbacks_first' });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'delivered');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await rig.line(id)).delivery).toBe('delivered');
  expect(carrier.requests).toHaveLength(1);
});

test('late and repeated receipts change nothing, and an unknown state is refused', async () => {
  const { carrier } = await running();
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'delivered');
  const sid = carrier.accepted[0]?.sid ?? '';
  for (const status of ['sent', 'queued', 'delivered', 'sending', 'teleported']) {
    expect((await carrier.callback(sid, status)).status).toBe(200);
  }
  expect((await rig.line(id)).delivery).toBe('delivered');
  await carrier.callback(sid, 'read');
  expect((await rig.line(id)).delivery).toBe('read');
});

test('stop waits for the sends under way', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'callbacks_first' });
  const id = await rig.say('c1', '您好');
  await until('the send', () => carrier.requests.length === 1);
  await rig.delivery.stop();
  expect((await rig.line(id)).providerId).toBe(carrier.accepted[0]?.sid);
});

test('the rate of a channel is kept', async () => {
  rig = await Rig.start({ settings: { rates: { sms: { perSecond: 20, burst: 2 } } } });
  const started = Date.now();
  for (let n = 0; n < 8; n += 1) await rig.say(`r${String(n)}`, 'x', { address: `+8526000200${String(n)}` });
  rig.run();
  await until('all left', () => rig.carrier.accepted.length === 8);
  // Two at once, six more at 20 a second.
  expect(Date.now() - started).toBeGreaterThan(250);
});

test('another rate of the configuration holds for what waits already', async () => {
  rig = await Rig.start();
  rig.rate = { perSecond: 0.01, burst: 1 };
  for (let n = 0; n < 8; n += 1) await rig.say(`r${String(n)}`, 'x', { address: `+8526000200${String(n)}` });
  rig.run();
  await until('one left', () => rig.carrier.accepted.length === 1);
  rig.rate = { perSecond: 1000, burst: 100 };
  rig.delivery.wake();
  await until('all left', () => rig.carrier.accepted.length === 8);
});

test('the crash points stand where they say', async () => {
  const seen: string[] = [];
  const { carrier } = await running({
    crashPoint: (name) => seen.push(`${name} ${String(rig.carrier.requests.length)}`),
  });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'delivered');
  await until('the mark', () => seen.length === 4);
  expect(seen).toEqual(['after-claim 0', 'before-send 0', 'after-send-before-mark 1', 'after-mark 1']);
  expect(carrier.accepted).toHaveLength(1);
});
