import { expect, test } from 'vitest';
import { passed, runCrashTest } from './harness.ts';
import { planKills } from './kills.ts';
import { CRASH_POINTS } from './points.ts';
import { printReport } from './report.ts';

const KILLS = 25;
const SEEDS = 1_000_000;
const LIMIT = 15 * 60_000;

/** Another order of events each time; a failure names the seed. */
const seed = Date.now() % SEEDS;

test(`after ${String(KILLS)} kills nothing is lost, repeated or out of order (seed ${String(seed)})`, {
  timeout: LIMIT,
}, async () => {
  const report = await runCrashTest({ kills: KILLS, seed });
  expect(passed(report), printReport(report)).toBe(true);

  // The run was one: every point was hit, patients talked, and messages of unknown fate were looked up.
  const total = Object.values(report.kills).reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(KILLS);
  for (const point of CRASH_POINTS) expect(report.kills[point], point).toBeGreaterThanOrEqual(2);
  expect(report.patients).toBeGreaterThanOrEqual(100);
  expect(report.evidence.carrier.outbound.length).toBeGreaterThan(report.patients);
  expect(report.looks['found']).toBeGreaterThan(0);
  expect(report.looks['absent']).toBeGreaterThan(0);
  expect(report.carrierFaults).toBeGreaterThan(0);
});

test('the same seed plans the same kills', () => {
  const plan = (start: number) => planKills(KILLS, () => (start = (start * 7 + 3) % 101) / 101);
  expect(plan(5)).toEqual(plan(5));
  expect(plan(5)).not.toEqual(plan(6));
});
