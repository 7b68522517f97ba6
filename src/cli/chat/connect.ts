import { createLogger } from '../../app/logger.ts';
import { startService } from '../../app/run.ts';
import { readServiceFile } from '../../app/service-file.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { HuifangError } from '../../domain/errors.ts';
import { DemoClient, Refusal } from './client.ts';

/** A service to talk to. */
export interface Connection {
  readonly client: DemoClient;
  /** The service was running already at this address; undefined when it was started here. */
  readonly joined: string | undefined;
  /** Ends what was started here. */
  close(): Promise<void>;
}

/** How often, and how long apart, a service that is just starting is asked again. */
const ATTEMPTS = 20;
const ATTEMPT_MS = 500;
const NOT_FOUND = 404;
const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

function noDemo(): HuifangError {
  return new HuifangError('NOT_FOUND', [
    'the service of this data folder sends real text messages and has no demo phones',
    'use another data folder: DEMO=on DATA_DIR=data-demo npm run chat',
  ]);
}

/** The running service, if one answers. A file that a killed process left behind leads nowhere. */
async function join(env: EnvironmentSettings): Promise<Connection | undefined> {
  const service = readServiceFile(env.dataDir);
  if (service === undefined) return undefined;
  const url = `http://${EVERY_ADDRESS.has(env.host) ? '127.0.0.1' : env.host}:${String(service.port)}`;
  const client = new DemoClient(url);
  try {
    await client.state();
  } catch (error) {
    if (error instanceof Refusal && error.status === NOT_FOUND) throw noDemo();
    return undefined;
  }
  return { client, joined: url, close: () => Promise.resolve() };
}

async function start(env: EnvironmentSettings): Promise<Connection> {
  if (!env.demo) throw noDemo();
  const logger = createLogger({ level: 'silent', format: 'json' });
  const running = await startService({ env: { ...env, host: '127.0.0.1', port: 0 }, logger });
  return {
    client: new DemoClient(`http://127.0.0.1:${String(running.port)}`),
    joined: undefined,
    close: () => running.stop(),
  };
}

/** Joins the running demo service, else starts one on a free port. Throws NOT_FOUND when there is a service without demo. */
export async function connect(env: EnvironmentSettings): Promise<Connection> {
  for (let attempt = 1; ; attempt += 1) {
    const joined = await join(env);
    if (joined !== undefined) return joined;
    try {
      return await start(env);
    } catch (error) {
      // Another process holds the data file and does not answer yet: it is just starting, or stopping.
      if (!(error instanceof HuifangError) || error.code !== 'STORE_LOCKED' || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, ATTEMPT_MS));
    }
  }
}
