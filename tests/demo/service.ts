import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirstAccount } from '../../src/access/first-start.ts';
import { createLogger } from '../../src/app/logger.ts';
import { startService } from '../../src/app/run.ts';
import type { Running } from '../../src/app/run.types.ts';
import type { HandsetView } from '../../src/cli/chat/client.ts';
import { type EnvVars, readEnv } from '../../src/config/env.ts';

/** A real demo service on a free port with a data folder of its own. */
export interface DemoService {
  readonly url: string;
  readonly dataDir: string;
  readonly port: number;
  /** Of the console, where this start made them. */
  readonly firstAccounts: readonly FirstAccount[];
  get(path: string): Promise<{ status: number; body: unknown }>;
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  /** Looks at a handset until the condition holds; fails after some seconds. */
  until(address: string, holds: (view: HandsetView) => boolean): Promise<HandsetView>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
  /** Stops it; `startDemo(this)` goes on with its data at its address. */
  halt(): Promise<void>;
}

const UNTIL_MS = 10_000;
const POLL_MS = 30;

async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}

/** `vars`: further settings; they win. */
export async function startDemo(
  before?: Pick<DemoService, 'port' | 'dataDir'>,
  vars: EnvVars = {},
): Promise<DemoService> {
  const dataDir = before?.dataDir ?? mkdtempSync(join(tmpdir(), 'huifang-demo-'));
  const env = readEnv({ PORT: String(before?.port ?? 0), DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEMO: 'on', ...vars });
  const running: Running = await startService({ env, logger: createLogger({ level: 'silent', format: 'json' }) });
  const api = `http://127.0.0.1:${String(running.port)}/demo/api`;
  const get = async (path: string) => answerOf(await fetch(`${api}/${path}`));
  return {
    url: `http://127.0.0.1:${String(running.port)}`,
    dataDir,
    port: running.port,
    firstAccounts: running.firstAccounts,
    get,
    halt: () => running.stop(),
    async post(path, body) {
      const text = JSON.stringify(body);
      return answerOf(
        await fetch(`${api}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }),
      );
    },
    async until(address, holds) {
      const limit = performance.now() + UNTIL_MS;
      for (;;) {
        const view = (await get(`handsets/${encodeURIComponent(address)}`)).body as HandsetView;
        if (holds(view)) return view;
        if (performance.now() > limit)
          throw new Error(`never came about: ${holds.toString()} in ${JSON.stringify(view)}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    async stop() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
