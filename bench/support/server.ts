import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/app/clocks.ts';
import { readHospital } from '../../src/app/hospital.ts';
import { createIds } from '../../src/app/ids.ts';
import { createLogger } from '../../src/app/logger.ts';
import { createTurnService } from '../../src/bot/turn/service.ts';
import type { ChannelHost } from '../../src/channels/channel.ts';
import { createTwilioChannel } from '../../src/channels/twilio/channel.ts';
import { DAY } from '../../src/domain/clock.ts';
import { silentLogger } from '../../src/domain/logger.ts';
import { buildApp } from '../../src/server/app.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { StayRow } from '../../src/store/store.ts';
import { BENCH, patientNumber } from './requests.ts';

/**
 * The server under load, a process of its own: `empty` answers the same form posts without work; `full` is the webhook with
 * signature check, de-duplication, understanding, machine, durable commit and outbox. Nothing is sent on.
 */

function stay(index: number, now: number): StayRow {
  return {
    facts: {
      stayId: `s${String(index)}`,
      patientId: `p${String(index)}`,
      patientName: '王建国',
      gender: 'male',
      department: '骨科',
      doctor: '梁宏伟',
      nurse: '李小琴',
      dischargedOn: '2026-11-12',
      minor: false,
    },
    recordNo: String(index),
    admittedOn: null,
    disposition: '医嘱离院',
    channel: 'sms',
    address: patientNumber(index),
    secondPhone: null,
    relation: {},
    flags: [],
    followUpAt: now,
    followUp: 'planned',
    cancelReason: null,
    windowEnd: now + 30 * DAY,
  };
}

async function main(mode: string, patients: number): Promise<void> {
  const hospital = readHospital('flows.config.json');
  const file = join(mkdtempSync(join(tmpdir(), 'huifang-bench-')), 'bench.sqlite');
  const store = await openSqliteStore({ file, zone: hospital.kit.settings.zone });
  const channel = createTwilioChannel({ ...BENCH, logger: silentLogger });
  const kit = { ...hospital.kit, settleMs: () => 0 };
  const turns = createTurnService({
    store,
    clock: systemClock,
    ids: createIds(systemClock),
    kit: () => kit,
    onCommitted: () => undefined,
  });
  const host: ChannelHost = {
    receive: (message) => turns.receive(message),
    receipt: () => Promise.resolve(),
    report: () => Promise.resolve(),
    now: () => systemClock.now(),
  };
  const app = await buildApp({
    logger: createLogger({ level: 'silent', format: 'json' }),
    channels: [channel],
    metrics: createMetrics(store),
    host,
    notReady: () => Promise.resolve([]),
    warnings: () => [],
    routes: [
      (each) => {
        each.post('/empty', (_request, reply) => reply.type('text/xml').send('<Response/>'));
      },
    ],
  });
  if (mode === 'full') {
    const now = systemClock.now();
    const rows = Array.from({ length: patients }, (_, index) => stay(index, now));
    await store.directory.addStays(rows, now);
    for (let from = 0; from < rows.length; from += 500)
      await Promise.all(rows.slice(from, from + 500).map((row) => turns.open(row)));
  }
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
}

await main(process.argv[2] ?? 'empty', Number(process.argv[3] ?? 0));
