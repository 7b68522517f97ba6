import { afterEach, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { until } from '../../support/moving-clock.ts';
import { MORNING, Rig, type RigOptions } from './rig.ts';

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

test('a carrier that cannot be reached delays and never loses', async () => {
  await running();
  const dead = rig.carrier.url;
  await rig.carrier.close();
  const id = await rig.say('c1', '您好');
  await until('the refusal', async () => (await rig.line(id)).failure?.code === 'refused');
  expect((await rig.line(id)).delivery).toBe('pending');
  expect(dead).toContain('127.0.0.1');
});

test.each([
  ['21610', 'opted_out'],
  ['21211', 'unreachable'],
  ['21614', 'unreachable'],
  ['30007', 'failed'],
  ['99999', 'failed'],
] as const)('a refusal with %s is final and reported as %s', async (code, why) => {
  const { carrier } = await running();
  carrier.fail({ kind: 'refuse', code: Number(code) });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'failed');
  expect(rig.reports).toMatchObject([{ conversationId: 'c1', why, code }]);
  expect((await rig.line(id)).failure?.code).toBe(code);
  await rig.pass(DAY);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(carrier.requests).toHaveLength(1);
});

test.each(['refuse', 'undelivered'] as const)(
  'a wording that the carrier filters (%s) alerts us, and staff get a note',
  async (kind) => {
    const { carrier } = await running();
    carrier.fail({ kind, code: 30007 });
    const id = await rig.say('c1', '您好');
    await rig.reaches(id, kind === 'refuse' ? 'failed' : 'undelivered');
    await until('the report', () => rig.reports.length === 1);
    expect(rig.reports).toMatchObject([{ why: 'failed', code: '30007' }]);
    expect(rig.alerts).toMatchObject([{ id, code: '30007' }]);
    expect(rig.delivery.health()).toEqual([{ channel: 'sms', ok: true }]);
  },
);

test('21610 opts the contact out, and what waited is cancelled', async () => {
  const { carrier } = await running({ onUndeliverable: (own, conversationId) => own.optOut(conversationId) });
  carrier.fail({ kind: 'refuse', code: 21610 });
  const first = await rig.say('c1', '您好');
  const second = await rig.say('c1', '第二条');
  await rig.reaches(first, 'failed');
  await rig.reaches(second, 'cancelled');
  expect(carrier.requests).toHaveLength(1);
});

test('21610 that comes by callback opts out too, however often it is repeated', async () => {
  const { carrier } = await running();
  carrier.setCallbacks({ duplicate: 1 });
  carrier.fail({ kind: 'undelivered', code: 21610 });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'undelivered');
  await until('the report', () => rig.reports.length > 0);
  expect(rig.reports[0]).toMatchObject({ why: 'opted_out', code: '21610' });
});

test('a fault of ours pauses the channel longer each time, and loses nothing', async () => {
  const { carrier } = await running();
  const bad = { kind: 'refuse', code: 20003 } as const;
  carrier.fail(bad, bad);
  const one = await rig.say('c1', '您好');
  await until('the pause', () => rig.delivery.health()[0]?.ok === false);
  const two = await rig.say('c2', '您好', { address: '+85260000001' });
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(carrier.requests).toHaveLength(1);
  expect(rig.delivery.health()).toMatchObject([{ ok: false, code: '20003' }]);
  await rig.pass(31 * SECOND);
  await until('the second try', () => carrier.requests.length >= 2);
  await rig.pass(31 * SECOND);
  await new Promise((resolve) => setTimeout(resolve, 80));
  await rig.pass(2 * MINUTE);
  await rig.reaches(one, 'delivered');
  await rig.reaches(two, 'delivered');
  expect(rig.delivery.health()).toEqual([{ channel: 'sms', ok: true }]);
  expect(rig.reports).toEqual([]);
});

test('a text that the carrier cannot take goes to staff and stops nobody else', async () => {
  const { carrier } = await running();
  const long = await rig.say('c1', '长'.repeat(1601));
  await rig.reaches(long, 'failed');
  expect(rig.reports).toMatchObject([{ why: 'failed', code: '21617' }]);
  const other = await rig.say('c2', '您好', { address: '+85260000001' });
  await rig.reaches(other, 'delivered');
  expect(carrier.handset('+85260000001')).toEqual(['您好']);
});

test('a handset that was off gets the text once more, hours later and by day; then staff are told', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'undelivered', code: 30003 }, { kind: 'undelivered', code: 30003 });
  const first = await rig.say('c1', '您好', { expiresAt: MORNING + DAY });
  await rig.reaches(first, 'undelivered');
  await rig.pass(2 * HOUR);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(carrier.requests).toHaveLength(1);
  await rig.pass(HOUR + MINUTE);
  await rig.reaches('c1.2', 'undelivered');
  await until('the report', () => rig.reports.length === 1);
  expect(rig.reports[0]).toMatchObject({ why: 'failed', seq: 2, code: '30003' });
  await rig.pass(DAY);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(carrier.requests).toHaveLength(2);
});

test('a repeat counts as a message we began ourselves: one a day, and it takes its share of the week', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'undelivered', code: 30003 });
  const first = await rig.say('c1', '您好', { proactive: true, expiresAt: MORNING + DAY });
  await rig.began('c1', MORNING);
  await rig.reaches(first, 'undelivered');
  await until('the repeat is planned', async () => (await rig.proactiveAt('c1')).length === 2);
  const [, again = 0] = await rig.proactiveAt('c1');
  expect(again).toBe(MORNING + 23 * HOUR); // 09:00 of the next day
  await rig.pass(5 * HOUR);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(carrier.requests).toHaveLength(1);
  await rig.pass(again - rig.clock.now() + SECOND);
  await rig.reaches('c1.2', 'delivered');
});

test('a repeat that the week has no room for goes to staff instead', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'undelivered', code: 30003 });
  const first = await rig.say('c1', '您好', { proactive: true, expiresAt: MORNING + DAY });
  await rig.began('c1', MORNING - 2 * DAY, MORNING - DAY, MORNING);
  await rig.reaches(first, 'undelivered');
  await until('the report', () => rig.reports.length === 1);
  expect(rig.reports[0]).toMatchObject({ why: 'failed', seq: 1, code: '30003' });
});

test('an undelivered text is not repeated once something else was said', async () => {
  const { carrier } = await running();
  carrier.setCallbacks({ delayMs: 60 });
  carrier.fail({ kind: 'undelivered', code: 30003 });
  const first = await rig.say('c1', '您好');
  await rig.say('c1', '第二条');
  await rig.reaches(first, 'undelivered');
  await until('the report', () => rig.reports.length === 1);
  await rig.pass(DAY);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(carrier.handset(PHONE)).toEqual(['您好', '第二条']);
});

test('a report that cannot be stored is made again, and the worker goes on', async () => {
  let broken = true;
  const { carrier } = await running({
    onUndeliverable: () => (broken ? Promise.reject(new Error('disk full')) : Promise.resolve()),
  });
  carrier.fail({ kind: 'refuse', code: 21610 });
  const id = await rig.say('c1', '您好');
  await until('the first report', () => rig.reports.length === 1);
  const other = await rig.say('c2', '您好', { address: '+85260000001' });
  await rig.reaches(other, 'delivered');
  expect((await rig.line(id)).delivery).toBe('sending');
  broken = false;
  carrier.fail({ kind: 'refuse', code: 21610 });
  await rig.pass(31 * SECOND);
  await rig.reaches(id, 'uncertain');
  await rig.pass(11 * MINUTE);
  await rig.reaches(id, 'failed');
  expect(rig.reports.at(-1)).toMatchObject({ why: 'opted_out' });
});
