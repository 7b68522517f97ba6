// npm run crash-test -- [--kills N] [--seed S] [--json]
import { parseArgs } from 'node:util';
import { passed, runCrashTest } from './harness.ts';
import { jsonReport, printReport } from './report.ts';

const SEEDS = 1_000_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    seed: { type: 'string', default: String(Date.now() % SEEDS) },
    json: { type: 'boolean', default: false },
  },
});
const [kills, seed] = [values.kills, values.seed].map(Number);
if (kills === undefined || seed === undefined || !Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  process.stderr.write('--kills and --seed take whole numbers, --kills at least 1\n');
  process.exit(2);
}
const show = process.stderr.isTTY;
const report = await runCrashTest({
  kills,
  seed,
  onKill: (done, name) => {
    if (show) process.stderr.write(`\r\x1b[K${String(done)}/${String(kills)} ${name}`);
  },
});
if (show) process.stderr.write('\r\x1b[K');
process.stdout.write(values.json ? jsonReport(report) : printReport(report));
process.exitCode = passed(report) ? 0 : 1;
