import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { Role } from '../../../src/access/roles.ts';
import { mayDo } from '../../../src/access/roles.ts';
import { loadHospitalConfig } from '../../../src/config/load.ts';
import type { Endpoint, SignedIn } from '../../../src/console/api/endpoint.ts';
import { registerEndpoints } from '../../../src/console/api/registers/index.ts';
import type { EntryView } from '../../../src/console/wire/registers.ts';
import { HuifangError } from '../../../src/domain/errors.ts';
import { attachmentFiles } from '../../../src/registers/attachment-files.ts';
import { RegisterDesk, type ResultMessage } from '../../../src/registers/desk.ts';
import type { Person } from '../../../src/registers/naming.ts';
import type { StaffMember } from '../../../src/registers/praised.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { Store } from '../../../src/store/store.ts';
import { shippedJson } from '../../config/sample.ts';
import { T0, ZONE } from '../../contracts/store/turns.ts';

/** What one sends to an endpoint. */
interface Sent {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: { readonly path: string; readonly bytes: number };
}

/** The endpoints of the registers on a real store, with the people who call them. */
export interface Counter {
  readonly store: Store;
  readonly endpoints: readonly Endpoint[];
  /** What contacts were told. */
  readonly told: ResultMessage[];
  /** What telling answers. */
  telling: string;
  heads: readonly (Person & { readonly department: string })[];
  /** Of the conduct office. */
  approvers: readonly (Person & { readonly accountId: string })[];
  roster: readonly StaffMember[];
  now: number;
  /** Calls as the server does: permission first, then the shapes. */
  call(who: SignedIn, method: string, path: string, sent?: Sent): Promise<unknown>;
  view(who: SignedIn, number: string, kind?: string): Promise<EntryView>;
  step(who: SignedIn, number: string, step: object): Promise<EntryView>;
  readonly folder: string;
}

export function person(role: Role, change: Partial<SignedIn> = {}): SignedIn {
  return { accountId: role, name: `${role}员`, role, department: null, staffName: null, ...change };
}

export const OFFICER = person('officer', { name: '赵敏' });
export const SUPERVISOR = person('supervisor', { name: '孙督导' });
export const HEAD = person('head', { name: '周主任', department: '心内科', staffName: '周建平' });
export const CONDUCT = person('conduct', { name: '吴行风' });
export const CONDUCT_TOO = person('conduct', { accountId: 'conduct2', name: '郑行风' });
export const LEADER = person('leader', { name: '郑院长' });

export async function openCounter(): Promise<Counter> {
  const config = loadHospitalConfig(shippedJson());
  const folder = mkdtempSync(join(tmpdir(), 'huifang-registers-'));
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE, clock: { now: () => counter.now } });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  let ids = 0;
  const desk = new RegisterDesk({
    store,
    clock: { now: () => counter.now },
    rules: () => ({ settings: config.registers, calendar: config.calendar, zone: ZONE }),
    tellResult: (_, result) => {
      if (counter.telling === 'done') counter.told.push(result);
      return Promise.resolve({ type: counter.telling });
    },
    roster: () => counter.roster,
    approvers: () => Promise.resolve(counter.approvers),
    headsOf: (department) => Promise.resolve(counter.heads.filter((head) => head.department === department)),
  });
  const endpoints = registerEndpoints({
    desk,
    store,
    files: attachmentFiles(join(folder, 'attachments')),
    ids: { next: () => `file-${String(++ids).padStart(4, '0')}` },
    zone: () => ZONE,
    hospitalName: () => '示范县第二人民医院',
    departments: () => Promise.resolve(['护理部']),
    headed: () => Promise.resolve(counter.heads.map(({ department }) => department)),
  });
  const call: Counter['call'] = async (who, method, path, sent = {}) => {
    const endpoint = endpoints.find((one) => one.method === method && one.path === path);
    if (endpoint === undefined) throw new Error(`no ${method} ${path}`);
    const { permission } = endpoint;
    if (permission !== 'signed-in' && !mayDo(who.role, permission)) throw new HuifangError('FORBIDDEN', [permission]);
    const read = (schema: z.ZodType | undefined, value: unknown) => schema?.parse(value ?? {});
    return endpoint.handle({
      who,
      params: read(endpoint.params, sent.params),
      query: read(endpoint.query, sent.query),
      body: read(endpoint.body, sent.body),
      now: counter.now,
      ...(sent.file === undefined ? {} : { file: sent.file }),
    });
  };
  const view = async (who: SignedIn, number: string, kind = 'complaint') =>
    (await call(who, 'GET', ENTRY, { params: { kind, number } })) as EntryView;
  const counter: Counter = {
    store,
    endpoints,
    told: [],
    telling: 'done',
    heads: [],
    roster: [],
    approvers: [CONDUCT, CONDUCT_TOO],
    now: T0,
    folder,
    call,
    view,
    step: async (who, number, step) => {
      const kind = 'kind' in step ? String(step.kind) : 'complaint';
      const { version } = (await view(who, number, kind)).entry;
      const { kind: _, ...body } = step as { kind?: string };
      return (await call(who, 'POST', `${ENTRY}/step`, {
        params: { kind, number },
        body: { version, ...body },
      })) as EntryView;
    },
  };
  return counter;
}

export const ENTRY = '/api/registers/:kind/:number';
