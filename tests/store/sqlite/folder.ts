import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openSqliteStore, type SqliteOptions } from '../../../src/store/sqlite/index.ts';
import type { Store } from '../../../src/store/store.ts';
import { ZONE } from '../../contracts/store/turns.ts';

/** A folder of its own for one test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-sqlite-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Opens a store that is closed when the test ends. */
export async function openStore(file: string, options: Partial<SqliteOptions> = {}): Promise<Store> {
  const store = await openSqliteStore({ file, zone: ZONE, ...options });
  onTestFinished(() => store.close());
  return store;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts a TypeScript program of this repository as a process of its own. */
export function startProgram(program: string, words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, program), ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Runs one to its end. */
export async function runProgram(program: string, words: readonly string[], env: Record<string, string> = {}) {
  const child = startProgram(program, words, env);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await once(child, 'close');
  return { status: child.exitCode, out, err };
}
