// npm run -s virtual-patients -- [--count N] [--seed S] [--show N] [--file DIALOGUES]
import { parseArgs } from 'node:util';
import { readHospital } from '../../src/app/hospital.ts';
import { playFile } from './file.ts';
import { reportOf } from './report.ts';
import { playRound } from './round.ts';

const SEEDS = 1_000_000;
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % SEEDS) },
    show: { type: 'string', default: '3' },
    file: { type: 'string' },
    config: { type: 'string', default: 'flows.config.json' },
  },
});
const whole = (name: 'count' | 'seed' | 'show', least: number): number => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  process.stderr.write(`--${name} ${values[name]}: allowed: a whole number from ${String(least)} on\n`);
  process.exit(2);
};
const [count, seed, show] = [whole('count', 1), whole('seed', 0), whole('show', 1)];
const { kit } = readHospital(values.config);
const began = performance.now();

function progress(done: number): void {
  if (!process.stderr.isTTY || (done % 50 !== 0 && done !== count)) return;
  const rate = Math.round((1000 * done) / (performance.now() - began));
  process.stderr.write(`\r\x1b[K${String(done)}/${String(count)} patients, ${String(rate)} a second`);
}

const findings =
  values.file === undefined
    ? await playRound({ count, seed, show, kit, onPatient: progress })
    : await playFile(values.file, kit);
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
process.stdout.write(reportOf(findings, seed));
process.exitCode = findings.counts.size === 0 ? 0 : 1;
