import { type ChildProcess, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { type LoadResult, load } from './support/client.ts';
import { engineTurnsPerSecond } from './support/engine.ts';
import { SURVEY, surveyRequests } from './support/requests.ts';

const HELP = `npm run bench [-- --json] [--rounds N] [--seconds S]

Full durable turns a second through the signed HTTP webhook, as a ratio to the same Fastify answering form posts without work.
Both are measured alternately in this one run (medians of the rounds), each after a warm-up as long as the measurement: a service runs
for months, not for its first seconds. With p50/p99 latency; then the pure engine's turns a second. --json prints one JSON object.
`;

const CONNECTIONS = 64;
/** Beside this file, compiled or not. */
const SERVER = new URL(
  import.meta.url.endsWith('.ts') ? './support/server.ts' : './support/server.js',
  import.meta.url,
);
const DEFAULT_ROUNDS = 5;
const DEFAULT_SECONDS = 3;
/** More than any machine seen takes in one round, so that no request is used twice. */
const TURNS_PER_SECOND_ROOM = 8_000;

interface Round {
  readonly empty: LoadResult;
  readonly full: LoadResult;
}

function numberAfter(words: readonly string[], name: string, fallback: number): number {
  const index = words.indexOf(name);
  if (index < 0) return fallback;
  const value = Number(words[index + 1]);
  if (!Number.isFinite(value) || value <= 0)
    throw new Error(`${name}: ${String(words[index + 1])} — allowed: a number above 0`);
  return value;
}

/** A server process of its own; resolves when it listens. */
async function startServer(mode: 'empty' | 'full', patients: number): Promise<{ port: number; child: ChildProcess }> {
  const child = fork(SERVER, [mode, String(patients)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => {
      resolve(message.port);
    });
    child.once('exit', () => {
      reject(new Error(`the ${mode} server ended before it listened`));
    });
  });
  return { port, child };
}

/** Each request once: a patient answers a question one time. */
function once(patients: number): () => string | undefined {
  const prepared = [...surveyRequests(patients)];
  let index = 0;
  return () => prepared[index++];
}

/** The same form posts to the route without work, over and over. */
function again(): () => string {
  const prepared = [...surveyRequests(100, '/empty')];
  let index = 0;
  return () => prepared[index++ % prepared.length] ?? '';
}

async function measure(mode: 'empty' | 'full', seconds: number): Promise<LoadResult> {
  const patients = mode === 'full' ? Math.ceil((TURNS_PER_SECOND_ROOM * 2 * seconds) / SURVEY.length) : 0;
  const { port, child } = await startServer(mode, patients);
  const next = mode === 'full' ? once(patients) : again();
  await load(port, { connections: CONNECTIONS, milliseconds: seconds * 1_000, next });
  const result = await load(port, { connections: CONNECTIONS, milliseconds: seconds * 1_000, next });
  child.kill('SIGKILL');
  if (result.failures > 0) throw new Error(`${mode}: ${String(result.failures)} requests were not answered with 200`);
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function summary(rounds: readonly Round[], engine: number) {
  const of = (pick: (round: Round) => number) => Math.round(median(rounds.map(pick)) * 1000) / 1000;
  return {
    machine: `${cpus()[0]?.model ?? 'unknown'} × ${String(cpus().length)}, Node ${process.version}`,
    rounds: rounds.length,
    emptyPerSecond: Math.round(of((round) => round.empty.perSecond)),
    turnsPerSecond: Math.round(of((round) => round.full.perSecond)),
    ratio: of((round) => round.full.perSecond / round.empty.perSecond),
    empty: { p50: of((round) => round.empty.p50), p99: of((round) => round.empty.p99) },
    full: { p50: of((round) => round.full.p50), p99: of((round) => round.full.p99) },
    engineTurnsPerSecond: Math.round(engine),
  };
}

const words = process.argv.slice(2);
if (words.includes('--help')) {
  process.stdout.write(HELP);
} else {
  const seconds = numberAfter(words, '--seconds', DEFAULT_SECONDS);
  const rounds: Round[] = [];
  for (let index = 0; index < numberAfter(words, '--rounds', DEFAULT_ROUNDS); index += 1) {
    const round = { empty: await measure('empty', seconds), full: await measure('full', seconds) };
    rounds.push(round);
    const ratio = round.full.perSecond / round.empty.perSecond;
    process.stderr.write(
      `round ${String(index + 1)}: empty ${round.empty.perSecond.toFixed(0)}/s, full ${round.full.perSecond.toFixed(0)}/s, ratio ${ratio.toFixed(3)}\n`,
    );
  }
  const result = summary(rounds, engineTurnsPerSecond(2_000));
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    process.stdout.write(
      [
        `machine            ${result.machine}`,
        `empty Fastify      ${String(result.emptyPerSecond)}/s   p50 ${result.empty.p50.toFixed(1)} ms  p99 ${result.empty.p99.toFixed(1)} ms`,
        `full durable turn  ${String(result.turnsPerSecond)}/s   p50 ${result.full.p50.toFixed(1)} ms  p99 ${result.full.p99.toFixed(1)} ms`,
        `ratio              ${result.ratio.toFixed(3)}   (goal 0.18)`,
        `pure engine        ${String(result.engineTurnsPerSecond)} turns/s`,
        '',
      ].join('\n'),
    );
  }
}
