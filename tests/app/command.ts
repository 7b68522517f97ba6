import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The command as people start it: `npm start` runs this script. */
const COMMAND = ['scripts/run.mjs', 'main'];
const LIMIT_MS = 60_000;

/** A started command with what it has printed so far. */
export interface Started {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the first match in what was printed; fails when the process ends or too much time passes without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal (if any) and resolves with the exit status. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-start-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Starts the service's command with nothing in its environment but `env`; it is ended with the test. */
export function startCommand(env: Readonly<Record<string, string>>, ...words: readonly string[]): Started {
  const child = spawn(process.execPath, [...COMMAND, ...words], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', LOG_FORMAT: 'json', DEMO: 'on', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const closed = once(child, 'close');
  return {
    child,
    output: () => text,
    async says(pattern) {
      const limit = Date.now() + LIMIT_MS;
      for (;;) {
        const found = pattern.exec(text);
        if (found !== null) return found;
        if (child.exitCode !== null || Date.now() > limit) throw new Error(`never said ${String(pattern)}: ${text}`);
        await new Promise((next) => setTimeout(next, 20));
      }
    },
    async end(signal) {
      if (signal !== undefined) child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

type Json = Record<string, unknown>;

/** A copy of flows.config.json with changes, in a folder of its own; the knowledge base is found from there. */
export function writeConfig(
  folder: string,
  change: (config: Json & { hospital: Json; phrases: Json }) => void,
): string {
  const config = JSON.parse(readFileSync('flows.config.json', 'utf8')) as Json & {
    hospital: Json;
    phrases: Json;
    knowledge: { file: string };
  };
  config.knowledge.file = resolve(config.knowledge.file);
  change(config);
  const path = join(folder, 'flows.config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}
