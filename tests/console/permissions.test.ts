import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayDo, PERMISSIONS, type Permission, ROLES, type Role } from '../../src/access/roles.ts';
import type { Endpoint } from '../../src/console/api/endpoint.ts';
import { consoleServer } from '../../src/console/server/mount.ts';
import { openApi } from '../../src/console/server/openapi.ts';
import { type DemoService, startDemo } from '../demo/service.ts';
import { type ConsoleClient, clientOf, signIn } from './client.ts';
import { consoleDeps } from './rig.ts';

/** One thing the running service offers, as its own OpenAPI document says. */
interface Offered {
  readonly method: string;
  readonly path: string;
  readonly access: string;
  readonly audited: boolean;
}

interface Described {
  readonly 'x-permission': string;
  readonly 'x-audited': boolean;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const STRONG = 'a good long one 7';

/** POSTs that leave no row, and why: they change nothing, or nothing but the caller's own desk. In the order of their paths. */
const NO_CHANGE: Readonly<Record<string, string>> = {
  'POST /api/check-wording': 'reads a text that is being written',
  'POST /api/mentions/seen': 'a mark that is the reader’s own',
  'POST /api/settings/flows/check': 'tries what was not published',
  'POST /api/settings/trials/find': 'reads the result of a trial',
  'POST /api/work/{id}/words': 'shows how a message would read',
};

let demo: DemoService;
const clients = new Map<Role, ConsoleClient>();
let offered: readonly Offered[];

beforeAll(async () => {
  demo = await startDemo();
  for (const { userName, password, role, oneTime } of demo.firstAccounts) {
    const client = await signIn(demo.url, userName, password);
    if (oneTime) await client.post('/api/session/password', { old: password, new: STRONG });
    clients.set(role, client);
  }
  const { body } = await clientFor('officer').get('/api/openapi.json');
  offered = operationsOf(body);
}, 60_000);

afterAll(() => demo.stop());

function clientFor(role: Role): ConsoleClient {
  const client = clients.get(role);
  if (client === undefined) throw new Error(`nobody is ${role}`);
  return client;
}

/** What the table in roles.ts says. */
function allowed(role: Role, access: string): boolean {
  return access === 'signed-in' || mayDo(role, access as Permission);
}

/** Calls with what no endpoint takes, so that those who may call it are refused for its shape and nothing is changed. */
async function call(client: ConsoleClient, { method, path }: Offered): Promise<{ status: number; code: string }> {
  const url = path.replace(/\{\w+\}/g, 'no-such-thing');
  const controller = new AbortController();
  const headers = { cookie: client.cookie, 'x-huifang-console': '1', 'content-type': 'application/json' };
  const response = await fetch(demo.url + url, {
    method,
    headers,
    signal: controller.signal,
    ...(method === 'GET' ? {} : { body: JSON.stringify({ 'no such field': true }) }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? '' : await response.text();
  controller.abort();
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  return { status: response.status, code };
}

/** Those that any session has are tested in session.test.ts; walking them would sign everybody out. */
const walked = () => offered.filter(({ access }) => access !== 'none' && access !== 'session');

describe('every endpoint × every role', () => {
  test('the document names what is there, each with a permission of the table', () => {
    expect(walked().length).toBeGreaterThan(10);
    for (const { path, access } of walked())
      expect([path, [...PERMISSIONS, 'signed-in'].includes(access)]).toEqual([path, true]);
  });

  test('who is not signed in gets 401, whatever they ask for', async () => {
    const nobody = clientOf(demo.url, '');
    const forged = clientOf(demo.url, `huifang_console=${'A'.repeat(43)}`);
    for (const one of walked())
      for (const client of [nobody, forged])
        expect([one.method, one.path, await call(client, one)]).toEqual([
          one.method,
          one.path,
          { status: 401, code: 'NOT_SIGNED_IN' },
        ]);
  }, 60_000);

  test.each(ROLES)(
    '%s: what roles.ts grants, and nothing else',
    async (role) => {
      for (const one of walked()) {
        const { status, code } = await call(clientFor(role), one);
        const refused = status === 401 || code === 'FORBIDDEN' || code === 'PASSWORD_CHANGE_NEEDED';
        expect([one.method, one.path, refused ? `${String(status)} ${code}` : 'let through']).toEqual([
          one.method,
          one.path,
          allowed(role, one.access) ? 'let through' : '403 FORBIDDEN',
        ]);
      }
    },
    60_000,
  );

  test('every change is audited, by the endpoint or in its own commit', () => {
    expect(unaudited(offered)).toEqual(Object.keys(NO_CHANGE));
  });
});

/** Changes that leave no row. A POST that changes nothing should be a GET. */
function unaudited(operations: readonly Offered[]): readonly string[] {
  return operations
    .filter(({ method, audited }) => method !== 'GET' && !audited)
    .map(({ method, path }) => `${method} ${path}`);
}

function operationsOf(document: unknown): readonly Offered[] {
  return Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      method: method.toUpperCase(),
      path,
      access: one['x-permission'],
      audited: one['x-audited'],
    })),
  );
}

describe('what must not slip through', () => {
  const planted = (change: Partial<Endpoint>): Endpoint => ({
    method: 'GET',
    path: '/api/planted',
    permission: 'signed-in',
    summary: 'Planted.',
    handle: () => Promise.resolve({}),
    ...change,
  });

  test('an endpoint without a permission stops the start', async () => {
    const { deps, close } = await consoleDeps();
    for (const permission of [undefined, 'everybody', ''] as unknown as Endpoint['permission'][]) {
      expect(() => consoleServer({ ...deps, endpoints: [planted({ permission })] })).toThrow(
        '/api/planted has no permission',
      );
    }
    await close();
  });

  test('a change without an audit row is found', () => {
    expect(unaudited(operationsOf(openApi([planted({ method: 'POST' })], [])))).toContain('POST /api/planted');
  });
});
