import { afterEach, beforeEach, expect, test } from 'vitest';
import { createInboundSweep, type InboundSweep } from '../../../src/bot/delivery/inbound-sweep.ts';
import type { ChannelHost } from '../../../src/channels/channel.ts';
import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { silentLogger } from '../../../src/domain/logger.ts';
import { until } from '../../support/moving-clock.ts';
import { Rig } from './rig.ts';

let rig: Rig;

beforeEach(async () => {
  rig = await Rig.start();
});

afterEach(async () => {
  await rig.stop();
});

function sweepOf(receive: ChannelHost['receive'] = (message) => rig.host.receive(message)): InboundSweep {
  return createInboundSweep({
    channels: [rig.channel],
    store: rig.store,
    receive,
    clock: rig.clock,
    logger: silentLogger,
  });
}

test('what no webhook brought comes in by listing, once', async () => {
  await rig.carrier.inject({ from: '+85261111111', body: '到了', sid: 'SM1' });
  await rig.carrier.inject({ from: '+85262222222', body: '没到', sid: 'SM2', times: 0 });
  const sweep = sweepOf();
  expect(await sweep.sweep()).toBe(1);
  expect(rig.received.map(({ text }) => text)).toEqual(['到了', '没到']);
  expect(await sweep.sweep()).toBe(0);
  expect(rig.received).toHaveLength(2);
});

test('a sweep that was cut short is repeated from where it began', async () => {
  await sweepOf().sweep();
  await rig.carrier.inject({ from: '+85262222222', body: '没到', sid: 'SM2', times: 0 });
  rig.clock.advance(3 * HOUR);
  expect(await sweepOf(() => Promise.reject(new Error('disk full'))).sweep()).toBe(0);
  rig.clock.advance(3 * HOUR);
  expect(await sweepOf().sweep()).toBe(1);
});

test('a carrier that cannot list now is asked again later', async () => {
  rig.carrier.refuseLists(true);
  await rig.carrier.inject({ from: '+85262222222', body: '没到', sid: 'SM2', times: 0 });
  const sweep = sweepOf();
  expect(await sweep.sweep()).toBe(0);
  rig.carrier.refuseLists(false);
  rig.clock.advance(30 * MINUTE);
  expect(await sweep.sweep()).toBe(1);
});

test('started, it looks at once', async () => {
  await rig.carrier.inject({ from: '+85262222222', body: '没到', sid: 'SM2', times: 0 });
  const sweep = sweepOf();
  sweep.start();
  await until('the message', () => rig.received.length === 1);
  await sweep.stop();
});
