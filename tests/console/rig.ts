import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AccessDeps } from '../../src/access/access.types.ts';
import { addAccount } from '../../src/access/accounts.ts';
import type { Role } from '../../src/access/roles.ts';
import { createIds } from '../../src/app/ids.ts';
import { createLogger } from '../../src/app/logger.ts';
import { accessEndpoints } from '../../src/console/api/access/index.ts';
import type { Endpoint } from '../../src/console/api/endpoint.ts';
import type { ConsoleDeps, StreamRoute } from '../../src/console/server/deps.ts';
import { consoleServer } from '../../src/console/server/mount.ts';
import { buildApp } from '../../src/server/app.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { Account, Store } from '../../src/store/store.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';
import { type ConsoleClient, clientOf, signIn } from './client.ts';

export const PASSWORD = 'correct horse battery 9';

/** Both clocks of the console in the test's hand: they stand until they are moved. */
interface Moving {
  now: number;
}

interface Given {
  readonly endpoints?: readonly Endpoint[];
  readonly streams?: readonly StreamRoute[];
  readonly publicBaseUrl?: string;
  readonly pageFolder?: string;
}

/** What the console's server needs, on a store in memory. */
export async function consoleDeps(given: Given = {}): Promise<{
  deps: ConsoleDeps;
  store: Store;
  clock: Moving;
  close: () => Promise<void>;
}> {
  const clock: Moving = { now: T0 };
  const now = () => clock.now;
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE, clock: { now } });
  const folder = mkdtempSync(join(tmpdir(), 'huifang-console-'));
  const access: AccessDeps = { store, ids: createIds({ now }), clock: { now }, realNow: now };
  const deps: ConsoleDeps = {
    access,
    endpoints: [...accessEndpoints(access, { store, zone: () => ZONE }), ...(given.endpoints ?? [])],
    streams: given.streams ?? [],
    about: () => ({
      hospital: { 'zh-CN': '示范医院', 'zh-TW': '示範醫院', en: 'Model Hospital' },
      demo: false,
      zone: ZONE,
    }),
    publicBaseUrl: given.publicBaseUrl,
    uploadFolder: join(folder, 'uploads'),
    pageFolder: given.pageFolder ?? join(folder, 'no-pages'),
  };
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { deps, store, clock, close };
}

/** A console that listens, without the rest of the service; ends with the test. */
export interface ConsoleRig {
  readonly url: string;
  readonly deps: ConsoleDeps;
  readonly store: Store;
  readonly clock: Moving;
  readonly nobody: ConsoleClient;
  /** Makes an account whose password is PASSWORD. */
  readonly account: (userName: string, role: Role, change?: Partial<Account>) => Promise<Account>;
  /** The same, signed in. */
  readonly person: (userName: string, role: Role, change?: Partial<Account>) => Promise<ConsoleClient>;
}

export async function startConsole(given: Given = {}): Promise<ConsoleRig> {
  const { deps, store, clock, close } = await consoleDeps(given);
  const app = await buildApp({
    logger: createLogger({ level: 'silent', format: 'json' }),
    channels: [],
    metrics: createMetrics(store),
    host: {
      now: () => clock.now,
      receive: () => Promise.reject(new Error('no channel')),
      receipt: () => Promise.reject(new Error('no channel')),
    } as never,
    notReady: () => Promise.resolve([]),
    warnings: () => [],
    routes: [consoleServer(deps)],
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    await close();
  });
  const account = async (userName: string, role: Role, change: Partial<Account> = {}) => {
    const wanted = { userName, name: `${userName}同事`, role, department: null, staffName: null, ...change };
    return (await addAccount(deps.access, wanted, 'test', PASSWORD)).account;
  };
  return {
    url,
    deps,
    store,
    clock,
    nobody: clientOf(url, ''),
    account,
    person: async (userName, role, change) => {
      await account(userName, role, change);
      return signIn(url, userName, PASSWORD);
    },
  };
}
