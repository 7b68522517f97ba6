import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Crash } from './points.ts';

const ENTRY = fileURLToPath(new URL('./service.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const START_LIMIT = 60_000;
const KEPT_ERRORS = 20;

/** What the service's logs said, over all its lives. */
export interface LogCounts {
  /** What the carrier's list said about messages of unknown fate. */
  readonly looks: { readonly id: string; readonly outcome: string }[];
  /** Messages of level error and above. */
  readonly errors: Map<string, number>;
}

export const newLogCounts = (): LogCounts => ({ looks: [], errors: new Map() });

const ERROR_LEVEL = 50;
const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

/** One life of the service as a process of its own. */
export class ServiceProcess {
  readonly ended: Promise<End>;
  readonly ready: Promise<number>;
  readonly #child: ChildProcess;
  readonly #lastWords: string[] = [];

  constructor(env: Readonly<Record<string, string>>, logs: LogCounts, crash?: Crash) {
    const words = crash === undefined ? [] : ['--crash', `${crash.point}:${String(crash.count)}`];
    this.#child = spawn(process.execPath, ['--import', 'tsx', ENTRY, ...words], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve({ code, signal });
      });
    });
    this.ready = this.#untilReady();
    this.ready.catch(() => undefined);
    this.#read(logs);
  }

  /** What stood on stderr last, for a report of an end that nobody wanted. */
  get lastWords(): string {
    return this.#lastWords.join('\n');
  }

  /** From now on, dies when the point is passed for the count-th time. */
  arm(crash: Crash): void {
    this.#child.send({ crash: `${crash.point}:${String(crash.count)}` });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Asks it to stop as an operator does. */
  async stop(): Promise<End> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }

  async #untilReady(): Promise<number> {
    const timeout = AbortSignal.timeout(START_LIMIT);
    const message = once(this.#child, 'message', { signal: timeout }).then(
      ([told]) => (told as { ready: number }).ready,
      () => undefined,
    );
    const port = await Promise.race([message, this.ended.then(() => undefined)]);
    if (port === undefined) throw new Error(`the service did not become ready: ${this.lastWords}`);
    return port;
  }

  #read(logs: LogCounts): void {
    const { stdout, stderr } = this.#child;
    if (stdout === null || stderr === null) return;
    createInterface({ input: stdout }).on('line', (line) => {
      readLog(line, logs);
    });
    createInterface({ input: stderr }).on('line', (line) => {
      this.#lastWords.push(line);
      if (this.#lastWords.length > KEPT_ERRORS) this.#lastWords.shift();
    });
  }
}

function readLog(line: string, logs: LogCounts): void {
  let entry: { level?: number; msg?: string; id?: string; outcome?: string };
  try {
    entry = JSON.parse(line) as typeof entry;
  } catch {
    return; // cut off by a kill
  }
  if (entry.msg === 'looked for an uncertain message') {
    logs.looks.push({ id: entry.id ?? '?', outcome: entry.outcome ?? '?' });
  }
  if ((entry.level ?? 0) >= ERROR_LEVEL) count(logs.errors, entry.msg ?? '?');
}
