import { afterEach, expect, test } from 'vitest';
import type { Channel, Receipt } from '../../../src/channels/channel.ts';
import { createSimulatorChannel } from '../../../src/channels/simulator/channel.ts';
import { until } from '../../support/moving-clock.ts';

let channel: Channel;
const message = { id: 'c1.2', address: '13800138000', text: '您好', options: [], expiresAt: 0, firstTriedAt: 0 };

afterEach(() => channel.stop?.());

async function started(options: Parameters<typeof createSimulatorChannel>[0]): Promise<Receipt[]> {
  channel = createSimulatorChannel(options);
  const receipts: Receipt[] = [];
  await channel.start?.({
    receive: () => Promise.resolve('accepted'),
    receipt: (receipt) => {
      receipts.push(receipt);
      return Promise.resolve();
    },
    report: () => Promise.resolve(),
    now: () => 5,
  });
  return receipts;
}

test('it accepts a text, then calls it sent and delivered', async () => {
  const receipts = await started({ delayMs: 2 });
  expect(await channel.send(message)).toEqual({ kind: 'sent', providerId: 'SIM-c1.2', status: 'accepted' });
  await until('two receipts', () => receipts.length === 2);
  expect(receipts.map(({ id, status, at }) => [id, status, at])).toEqual([
    ['c1.2', 'sent', 5],
    ['c1.2', 'delivered', 5],
  ]);
});

test('one message sent twice is one message', async () => {
  await started({ delayMs: 2 });
  expect(channel.capabilities('13800138000').idempotent).toBe(true);
  expect(await channel.send(message)).toEqual(await channel.send(message));
});

test('a handset can be broken', async () => {
  const receipts = await started({
    delayMs: 1,
    fault: (address) =>
      address === '1' ? 'lost' : address === '2' ? 'unreachable' : address === '3' ? 'opted_out' : undefined,
  });
  expect(await channel.send({ ...message, address: '2' })).toMatchObject({
    kind: 'failed',
    consequence: 'unreachable',
  });
  expect(await channel.send({ ...message, address: '3' })).toMatchObject({ kind: 'failed', consequence: 'opted_out' });
  await channel.send({ ...message, address: '1' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(receipts.map(({ status }) => status)).toEqual(['sent']);
});
