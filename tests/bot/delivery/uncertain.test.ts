import { afterEach, expect, test } from 'vitest';
import type { Channel } from '../../../src/channels/channel.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
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

test.each([
  ['a server error after acceptance', { kind: 'server_error', when: 'after' } as const],
  ['silence after acceptance', { kind: 'silence', when: 'after' } as const],
  ['a reset after acceptance', { kind: 'reset', when: 'after' } as const],
])('%s: the message is found in the list and not sent again', async (_name, fault) => {
  const { carrier } = await running();
  carrier.setCallbacks({ drop: 1 });
  carrier.fail(fault);
  const id = await rig.say('c1', '您好');
  const next = await rig.say('c1', '第二条');
  await rig.reaches(id, 'uncertain');
  expect((await rig.line(next)).delivery).toBe('pending'); // never overtakes
  await rig.pass(30 * SECOND);
  await rig.reaches(id, 'delivered');
  await until('the second leaves', () => carrier.handset(PHONE).length === 2);
  expect(carrier.handset(PHONE)).toEqual(['您好', '第二条']);
});

test('an uncertain message is settled by its callback at once', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'server_error', when: 'after' });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'delivered');
  await rig.pass(HOUR);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(carrier.handset(PHONE)).toEqual(['您好']);
});

test.each([
  ['a server error', { kind: 'server_error', when: 'before' } as const],
  ['a reset', { kind: 'reset', when: 'before' } as const],
])('%s before acceptance: sent once more, only after ten minutes without a trace', async (_name, fault) => {
  const { carrier } = await running();
  carrier.fail(fault);
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'uncertain');
  for (const step of [20 * SECOND, 40 * SECOND, MINUTE, 3 * MINUTE, 4 * MINUTE]) {
    await rig.pass(step);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(carrier.requests).toHaveLength(1);
  }
  await rig.pass(2 * MINUTE);
  await rig.reaches(id, 'delivered');
  expect(carrier.handset(PHONE)).toEqual(['您好']);
});

test('the second uncertain attempt waits its own ten minutes', async () => {
  const { carrier } = await running();
  carrier.setCallbacks({ drop: 1 });
  carrier.fail({ kind: 'server_error', when: 'before' }, { kind: 'server_error', when: 'before' });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'uncertain');
  await rig.pass(11 * MINUTE);
  await until('the second attempt', () => carrier.requests.length === 2);
  await rig.reaches(id, 'uncertain');
  await rig.pass(MINUTE);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(carrier.requests).toHaveLength(2);
  await rig.pass(11 * MINUTE);
  await until('the third attempt', () => carrier.requests.length === 3);
  expect(carrier.handset(PHONE)).toEqual(['您好']);
});

test('the same words sent shortly before are not taken for the uncertain message', async () => {
  const { carrier } = await running();
  const first = await rig.say('c1', '请问医生的服务您满意吗？');
  await rig.reaches(first, 'delivered');
  carrier.fail({ kind: 'server_error', when: 'before' });
  const again = await rig.say('c1', '请问医生的服务您满意吗？');
  await rig.reaches(again, 'uncertain');
  await rig.pass(11 * MINUTE);
  await rig.reaches(again, 'delivered');
  expect(carrier.handset(PHONE)).toHaveLength(2);
});

test('an urgent text does not wait behind an uncertain one', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'server_error', when: 'before' });
  const stuck = await rig.say('c1', '您好');
  await rig.reaches(stuck, 'uncertain');
  const urgent = await rig.say('c1', '请马上拨打120', { urgent: true });
  await rig.reaches(urgent, 'delivered');
  expect((await rig.line(stuck)).delivery).toBe('uncertain');
});

test('a list that cannot be read leaves the message uncertain; after hours staff are told', async () => {
  const { carrier } = await running();
  carrier.fail({ kind: 'silence', when: 'before' });
  const id = await rig.say('c1', '您好');
  await rig.reaches(id, 'uncertain');
  carrier.refuseLists(true);
  await rig.pass(11 * MINUTE);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await rig.line(id)).delivery).toBe('uncertain');
  expect(rig.reports).toEqual([]);
  await rig.pass(6 * HOUR);
  await until('the report', () => rig.reports.length === 1);
  expect(rig.reports[0]).toMatchObject({ why: 'uncertain', conversationId: 'c1' });
  expect((await rig.line(id)).delivery).toBe('uncertain');
  expect(carrier.requests).toHaveLength(1);
});

test('what a killed process had claimed is looked up when its lease is over', async () => {
  rig = await Rig.start();
  const id = await rig.say('c1', '您好');
  await rig.store.outbox.claim(rig.clock.now(), 1, 30 * SECOND); // claimed by a process that then died
  rig.run();
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(rig.carrier.requests).toHaveLength(0);
  await rig.pass(31 * SECOND);
  await rig.reaches(id, 'uncertain');
  await rig.pass(11 * MINUTE);
  await rig.reaches(id, 'delivered');
  expect(rig.carrier.handset(PHONE)).toEqual(['您好']);
});

/** A carrier that cannot be asked what became of a message, as the messengers are. */
function deaf(outcomes: ('sent' | 'lost' | 'throws')[], sent: string[], idempotent = false): Channel {
  return {
    id: 'telegram',
    webhooks: [],
    capabilities: () => ({ twoWay: true, canInitiate: true, buttons: true, idempotent }),
    send: (message) => {
      sent.push(message.text);
      const outcome = outcomes.shift() ?? 'sent';
      if (outcome === 'throws') throw new Error('a bug');
      return Promise.resolve(
        outcome === 'sent'
          ? { kind: 'sent', providerId: `T${String(sent.length)}`, status: 'sent' }
          : { kind: 'failed', class: 'uncertain', code: 'timeout', detail: '未知' },
      );
    },
  };
}

test('where nobody can look, an uncertain text stays uncertain and goes to staff; the next one leaves', async () => {
  const sent: string[] = [];
  await running({ channel: deaf(['lost'], sent) });
  const id = await rig.say('c1', '您好');
  const next = await rig.say('c1', '第二条');
  await rig.reaches(id, 'uncertain');
  await rig.pass(30 * SECOND);
  await rig.reaches(next, 'sent');
  expect(sent).toEqual(['您好', '第二条']);
  expect(rig.reports).toMatchObject([{ why: 'uncertain', seq: 1 }]);
  expect((await rig.line(id)).delivery).toBe('uncertain');
});

test('a safety text is sent a second time there, and not a third', async () => {
  const sent: string[] = [];
  await running({ channel: deaf(['lost', 'lost'], sent) });
  const id = await rig.say('c1', '请马上拨打120', { urgent: true });
  await rig.reaches(id, 'uncertain');
  await rig.pass(30 * SECOND);
  await until('the repeat', () => sent.length === 2);
  await rig.reaches(id, 'uncertain');
  await rig.pass(30 * SECOND);
  await until('the report', () => rig.reports.length === 1);
  await rig.pass(DAY);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(sent).toHaveLength(2);
});

test('where a repeat is harmless, an uncertain text is simply sent again', async () => {
  const sent: string[] = [];
  await running({ channel: deaf(['lost', 'throws'], sent, true) });
  const id = await rig.say('c1', '您好');
  await until('the first', () => sent.length === 1);
  await rig.reaches(id, 'uncertain');
  await rig.pass(30 * SECOND);
  await until('the second', () => sent.length === 2);
  await rig.reaches(id, 'uncertain');
  await rig.pass(60 * SECOND);
  await rig.reaches(id, 'sent');
  expect(rig.reports).toEqual([]);
});

test('a send that outlives its lease is not begun a second time', async () => {
  const sent: string[] = [];
  let finish: (() => void) | undefined;
  const slow: Channel = {
    ...deaf([], [], true),
    send: async (message) => {
      sent.push(message.id);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { kind: 'sent', providerId: 'T1', status: 'sent' };
    },
  };
  await running({ channel: slow });
  const id = await rig.say('c1', '您好');
  await until('the send', () => sent.length === 1);
  rig.clock.advance(MINUTE);
  rig.delivery.wake();
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(sent).toHaveLength(1);
  finish?.();
  await rig.reaches(id, 'sent');
});
