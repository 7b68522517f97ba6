import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type TestContext, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { check } from './checker.ts';
import type { Evidence } from './evidence.ts';
import { HABITS, type Habits } from './patient.ts';
import type { CrashPoint } from './points.ts';
import type { ServiceProcess } from './process.ts';
import { Rig } from './rig.ts';

/** The service dies once at a named point; what the next life makes of it is stated point by point. */

const LIMIT = 120_000;
const SETTLE_LIMIT = 60_000;
/** No webhook is lost here, so nothing waits for the sweep. */
const QUIET = 2_000;

async function openRig({ onTestFinished }: TestContext, thinkMs: Habits['thinkMs'] = [200, 300]): Promise<Rig> {
  const rig = await Rig.open({
    seed: 3,
    rough: false,
    habits: { ...HABITS, thinkMs, surprises: 0, silentWebhooks: 0 },
  });
  onTestFinished(() => rig.close());
  // A receipt would settle what the test wants to see looked up.
  rig.carrier.standIn.setCallbacks({ drop: 1 });
  return rig;
}

async function dead(service: ServiceProcess): Promise<void> {
  expect(await service.ended).toEqual({ code: null, signal: 'SIGKILL' });
}

/** Starts again, lets the talk go to its end, stops, and returns the records. */
async function liveOn(rig: Rig): Promise<Evidence> {
  await rig.start().ready;
  expect(await rig.settle(SETTLE_LIMIT, QUIET)).toBe(true);
  const { end, evidence } = await rig.stop();
  expect(end.code).toBe(0);
  return evidence;
}

function expectWholeTalk(evidence: Evidence): void {
  expect(check(evidence)).toEqual([]);
  expect(evidence.service.conversations.map(({ record }) => record.outcome)).toEqual(['completed']);
}

/** How looks for the opening ended, those that could not tell yet left out. */
function looks(rig: Rig): readonly string[] {
  return rig.logs.looks
    .filter(({ id, outcome }) => id.endsWith('.1') && outcome !== 'unknown')
    .map(({ outcome }) => outcome);
}

interface Expected {
  /** Texts on the handset when the process is dead. */
  readonly arrived: number;
  /** What the next life learns from the carrier's list: nothing to ask, not there and so sent, there and so not sent again. */
  readonly look: 'none' | 'absent' | 'found';
}

const OPENING: readonly (readonly [CrashPoint, Expected])[] = [
  ['before-commit', { arrived: 0, look: 'none' }],
  ['after-commit', { arrived: 0, look: 'none' }],
  ['after-claim', { arrived: 0, look: 'absent' }],
  ['before-send', { arrived: 0, look: 'absent' }],
  ['after-send-before-mark', { arrived: 1, look: 'found' }],
  ['after-mark', { arrived: 1, look: 'none' }],
];

test.concurrent.for(OPENING)(
  'killed %s of the opening: it arrives once',
  { timeout: LIMIT },
  async ([point, expected], context) => {
    const rig = await openRig(context);
    rig.admit(1);
    await dead(rig.start({ point, count: 1 }));
    expect(rig.carrier.record.outbound).toHaveLength(expected.arrived);

    const evidence = await liveOn(rig);
    expectWholeTalk(evidence);
    const opening = evidence.service.conversations[0]?.messages[0]?.text;
    expect(evidence.carrier.outbound.filter(({ body }) => body === opening)).toHaveLength(1);
    expect(looks(rig)).toEqual(expected.look === 'none' ? [] : [expected.look]);
  },
);

/** The text itself is stored by the first commit after it comes, and read by the second. */
const ANSWER: readonly (readonly [CrashPoint, number])[] = [
  ['before-commit', 1],
  ['after-commit', 1],
  ['before-commit', 2],
  ['after-commit', 2],
];

test.concurrent.for(ANSWER)(
  'killed %s (%i) of an answer: it is kept and answered once',
  { timeout: LIMIT },
  async ([point, count], context) => {
    const rig = await openRig(context);
    rig.admit(1);
    const first = rig.start();
    rig.carrier.onArrival(() => {
      if (rig.carrier.record.outbound.length === 1) first.arm({ point, count });
    });
    await dead(first);
    const { inbound } = rig.carrier.record;
    // Acknowledged means stored: never before the first commit has ended.
    expect(inbound[0]?.acknowledgedAt === null).toBe(count === 1);
    expect(rig.storedKeys().size).toBe(point === 'before-commit' && count === 1 ? 0 : inbound.length);

    expectWholeTalk(await liveOn(rig));
  },
);

test.concurrent('a line that is blindly sent again after a kill is seen on the handset', {
  timeout: LIMIT,
}, async (context) => {
  const rig = await openRig(context);
  rig.admit(1);
  await dead(rig.start({ point: 'after-send-before-mark', count: 1 }));
  // What a careless recovery would do: call the claimed line unsent.
  const db = openDatabase(rig.dataFile);
  db.exec('UPDATE outbox SET phase = 1, due = 0, first_tried_at = NULL');
  db.close();
  const evidence = await liveOn(rig);
  expect(check(evidence).map(({ kind }) => kind)).toContain('repeated outbound');
});

test.concurrent('while the file cannot be written nothing is acknowledged', { timeout: LIMIT }, async (context) => {
  const rig = await openRig(context, [2_000, 2_000]);
  rig.admit(1);
  const first = rig.start();
  await new Promise<void>((resolve) => {
    rig.carrier.onArrival(() => {
      resolve();
    });
  });
  await sleep(1_000); // what the opening left to write is written
  const db = openDatabase(rig.dataFile);
  db.exec('BEGIN IMMEDIATE');
  await vi.waitUntil(() => rig.carrier.record.inbound.length > 0, { timeout: 30_000 });
  await sleep(1_000);
  expect(rig.carrier.record.inbound[0]?.acknowledgedAt).toBeNull();
  first.kill();
  await dead(first);
  db.close();
  expectWholeTalk(await liveOn(rig));
});
