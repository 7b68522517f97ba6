import { afterEach, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
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

test('once a person has taken over, nothing of the bot leaves but safety texts', async () => {
  rig = await Rig.start();
  const plain = await rig.say('c1', '请问医生的服务您满意吗？');
  const urgent = await rig.say('c1', '请马上拨打120', { urgent: true });
  await rig.takeOver('c1');
  rig.run();
  await rig.reaches(plain, 'cancelled');
  await rig.reaches(urgent, 'delivered');
  expect(rig.carrier.handset(PHONE)).toEqual(['请马上拨打120']);
});

test('after an opt-out only its confirmation and safety texts leave', async () => {
  rig = await Rig.start();
  const plain = await rig.say('c1', '还有一个问题');
  const confirmation = await rig.say('c1', '好的，不再打扰', { confirmsOptOut: true });
  const urgent = await rig.say('c1', '请马上拨打120', { urgent: true });
  await rig.optOut('c1');
  rig.run();
  await rig.reaches(plain, 'cancelled');
  await rig.reaches(confirmation, 'delivered');
  await rig.reaches(urgent, 'delivered');
  expect(rig.carrier.handset(PHONE).toSorted()).toEqual(['好的，不再打扰', '请马上拨打120'].toSorted());
});

test('what is too late is not sent: staff are told', async () => {
  rig = await Rig.start();
  const id = await rig.say('c1', '您好', { expiresAt: MORNING + HOUR });
  await rig.pass(HOUR);
  rig.run();
  await rig.reaches(id, 'expired');
  expect(rig.carrier.requests).toHaveLength(0);
  expect(rig.reports).toMatchObject([{ why: 'expired', seq: 1 }]);
});

test('a message that is refused until its end expires then, not hours later', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'too_many', retryAfter: 3600 });
  const id = await rig.say('c1', '您好', { expiresAt: MORNING + 10 * MINUTE });
  await until('the refusal', () => carrier.requests.length === 1);
  await rig.pass(61 * MINUTE);
  await rig.reaches(id, 'expired');
  expect(carrier.requests).toHaveLength(1);
});

test('a proactive message waits for the morning, an answer does not', async () => {
  rig = await Rig.start({ startAt: MORNING + 12 * HOUR }); // 22:00
  const opening = await rig.say('c1', '您好', { proactive: true, expiresAt: MORNING + 3 * DAY });
  const answer = await rig.say('c2', '好的', { address: '+85260000001' });
  rig.run();
  await rig.reaches(answer, 'delivered');
  expect((await rig.line(opening)).delivery).toBe('pending');
  await rig.pass(10 * HOUR + 50 * MINUTE); // 08:50
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(rig.carrier.handset(PHONE)).toEqual([]);
  await rig.pass(11 * MINUTE);
  await rig.reaches(opening, 'delivered');
});

test('a pause holds what we begin ourselves, and what it outlasts is not sent; answers and safety texts leave', async () => {
  rig = await Rig.start();
  rig.paused = true;
  const reminder = await rig.say('c1', '还想听听您的感受', { proactive: true, expiresAt: MORNING + 11 * HOUR });
  const answer = await rig.say('c2', '好的', { address: '+85260000001' });
  const urgent = await rig.say('c3', '请马上拨打120', { address: '+85260000002', urgent: true });
  rig.run();
  await rig.reaches(answer, 'delivered');
  await rig.reaches(urgent, 'delivered');
  expect((await rig.line(reminder)).delivery).toBe('pending');
  await rig.pass(12 * HOUR);
  await rig.reaches(reminder, 'cancelled');
  expect(rig.carrier.handset(PHONE)).toEqual([]);
  expect(rig.reports).toMatchObject([{ conversationId: 'c1', why: 'paused', code: 'paused' }]);
});

test('the carrier may not deliver a proactive text after the sending hours', async () => {
  rig = await Rig.start({ startAt: MORNING + 10 * HOUR + 30 * MINUTE }); // 20:30
  await rig.say('c1', '您好', { proactive: true, expiresAt: MORNING + 3 * DAY });
  await rig.say('c2', '好的', { address: '+85260000001' });
  rig.run();
  await until('both left', () => rig.carrier.accepted.length === 2);
  const validity = (to: string) => rig.carrier.accepted.find((one) => one.to === to)?.validityPeriod ?? 0;
  expect(validity(PHONE)).toBeGreaterThan(29 * 60);
  expect(validity(PHONE)).toBeLessThanOrEqual(31 * 60);
  expect(validity('+85260000001')).toBe(36_000);
});

test('sending hours that are changed while the service runs hold for what waits already', async () => {
  rig = await Rig.start();
  const id = await rig.say('c1', '您好', { proactive: true });
  rig.sendingHours = { from: 12 * 60, to: 21 * 60 };
  rig.run();
  await until('it is held', async () => ((await rig.store.outbox.nextDue()) ?? 0) >= MORNING + 2 * HOUR);
  expect(rig.carrier.handset(PHONE)).toEqual([]);
  await rig.pass(2 * HOUR);
  await rig.reaches(id, 'delivered');
});

test('a pause holds the repeat of an opening and not that of an answer', async () => {
  const { carrier } = await running();
  const lost = { kind: 'undelivered', code: 30003 } as const;
  carrier.fail(lost, lost);
  await rig.reaches(await rig.say('c1', '您好', { expiresAt: MORNING + DAY }), 'undelivered');
  await rig.hear('c2', '没收到药', '+85260000001');
  await rig.reaches(
    await rig.say('c2', '已为您登记', { address: '+85260000001', expiresAt: MORNING + DAY }),
    'undelivered',
  );
  await until('both repeats', async () => ((await rig.store.views.view('c2'))?.record.lastSeq ?? 0) === 3);
  rig.paused = true;
  await rig.pass(3 * HOUR + MINUTE);
  await rig.reaches('c2.3', 'delivered');
  expect((await rig.line('c1.2')).delivery).toBe('pending');
});
