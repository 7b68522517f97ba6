import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { mayDo, type Role } from '../../../../src/access/roles.ts';
import { type Hospital, readHospital, withKnowledge, withStaff } from '../../../../src/app/hospital.ts';
import { createIds } from '../../../../src/app/ids.ts';
import { importList } from '../../../../src/app/import-list.ts';
import { knowledgePath, readKnowledge } from '../../../../src/app/knowledge-file.ts';
import { createSettingsDesk, type SettingsDesk } from '../../../../src/app/settings/index.ts';
import { createTurnService } from '../../../../src/bot/turn/service.ts';
import type { Endpoint, UploadedFile } from '../../../../src/console/api/endpoint.ts';
import { settingsEndpoints } from '../../../../src/console/api/settings/index.ts';
import { type ErrorCode, HuifangError } from '../../../../src/domain/errors.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/index.ts';
import type { StaffRow, Store } from '../../../../src/store/store.ts';
import { stayRow } from '../../../contracts/store/turns.ts';

/** 2026-11-18 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 18, 2, 0, 0);
type Json = Record<string, unknown>;

/** A service without its HTTP side: settings in a folder of their own, the store in memory. */
export interface SettingsRig {
  readonly folder: string;
  readonly configFile: string;
  readonly store: Store;
  readonly desk: SettingsDesk;
  hospital(): Hospital;
  /** Asks an endpoint as the server adapter would, with its schemas and its permission. */
  call<T>(method: Endpoint['method'], path: string, more?: CallMore): Promise<T>;
  /** How often something may have been planned. */
  woken(): number;
  text(): string;
  /** The settings with changes, as text. */
  changed(change: (config: Json & { hospital: Json; phrases: Record<string, Json> }) => void): string;
}

interface CallMore {
  readonly role?: Role;
  readonly account?: string;
  readonly body?: unknown;
  readonly query?: unknown;
  readonly file?: UploadedFile;
}

export async function settingsRig(): Promise<SettingsRig> {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-settings-'));
  const configFile = join(folder, 'flows.config.json');
  const config = JSON.parse(readFileSync('flows.config.json', 'utf8')) as Json;
  copyFileSync(resolve('examples/hospital/knowledge.json'), join(folder, 'knowledge.json'));
  writeFileSync(configFile, `${JSON.stringify({ ...config, knowledge: { file: 'knowledge.json' } }, null, 2)}\n`);
  const store = await openSqliteStore({ file: ':memory:', zone: 'Asia/Shanghai' });
  const clock = { now: () => NOW };
  let hospital = readHospital(configFile, 'accepted');
  let staff: readonly StaffRow[] = [];
  let woken = 0;
  const desk = createSettingsDesk({
    configFile,
    dataDir: folder,
    store,
    clock,
    ids: createIds(clock),
    logger: { error: (given: unknown) => expect.unreachable(String((given as { err: unknown }).err)) },
    hospital: () => hospital,
    staff: () => staff,
    take: (next) => {
      hospital = withStaff(next, staff);
    },
    knowledgeTaken: () => {
      const knowledge = readKnowledge(knowledgePath(configFile, hospital.config), hospital.config);
      hospital = withKnowledge(hospital, knowledge, NOW);
    },
    importFile: async (job, listener) => {
      const { directory } = store;
      const report = await importList(
        { hospital, directory, channel: 'simulator', ids: createIds(clock), now: NOW },
        job,
        listener,
      );
      staff = await directory.staff();
      return report;
    },
    imported: () => {
      woken += 1;
    },
    campaignChanged: () => undefined,
    nameOf: (account) => Promise.resolve(account === 'a1' ? '周敏' : null),
  });
  onTestFinished(async () => {
    await desk.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const endpoints = settingsEndpoints(desk);
  return {
    folder,
    configFile,
    store,
    desk,
    hospital: () => hospital,
    woken: () => woken,
    text: () => readFileSync(configFile, 'utf8'),
    changed(change) {
      const json = JSON.parse(readFileSync(configFile, 'utf8')) as Json & {
        hospital: Json;
        phrases: Record<string, Json>;
      };
      change(json);
      return `${JSON.stringify(json, null, 2)}\n`;
    },
    call: <T>(method: Endpoint['method'], path: string, more: CallMore = {}) =>
      ask(endpoints, { method, path, ...more }) as Promise<T>,
  };
}

async function ask(
  endpoints: readonly Endpoint[],
  { method, path, role = 'admin', account = 'a1', ...more }: CallMore & { method: string; path: string },
): Promise<unknown> {
  const endpoint = endpoints.find((one) => one.method === method && matched(one.path, path) !== null);
  if (endpoint === undefined) throw new Error(`no endpoint ${method} ${path}`);
  if (endpoint.permission !== 'signed-in' && !mayDo(role, endpoint.permission)) throw new Error('FORBIDDEN');
  return endpoint.handle({
    who: { accountId: account, name: '周敏', role, department: null, staffName: null },
    ...shaped(endpoint, matched(endpoint.path, path) ?? {}, more),
    now: NOW,
    ...(more.file === undefined ? {} : { file: more.file }),
  });
}

/** What the call brings, read by the endpoint's schemas. */
function shaped(endpoint: Endpoint, params: Record<string, string>, { query = {}, body }: CallMore) {
  return {
    params: endpoint.params?.parse(params) ?? {},
    query: endpoint.query?.parse(query) ?? {},
    body: endpoint.body?.parse(body),
  };
}

function matched(pattern: string, path: string): Record<string, string> | null {
  const [names, parts] = [pattern.split('/'), path.split('/')];
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return null;
  }
  return params;
}

/** The refusal that a promise ends with. */
export async function refusal(promise: Promise<unknown>): Promise<{ code: ErrorCode; details: readonly string[] }> {
  const error: unknown = await promise.then(
    () => expect.unreachable('it was not refused'),
    (refused: unknown) => refused,
  );
  if (!(error instanceof HuifangError)) throw error;
  return { code: error.code, details: error.details };
}

/** A patient who is followed up by what is in force; what they write is answered with all that was said. */
export async function talkingTo(rig: SettingsRig, n: number): Promise<(text: string) => Promise<string>> {
  let now = NOW;
  let said: string[] = [];
  let ids = 0;
  const turns = createTurnService({
    store: rig.store,
    clock: { now: () => now },
    ids: { next: () => `${String(n)}-${String((ids += 1))}` },
    kit: () => ({ ...rig.hospital().kit, settleMs: () => 0 }),
    onCommitted: ({ messages }) => {
      said.push(...messages.filter(({ direction }) => direction === 'out').map(({ text }) => text));
    },
  });
  const stay = stayRow(n, { followUpAt: NOW, windowEnd: NOW + 30 * 86_400_000 });
  await rig.store.directory.addStays([stay], NOW);
  await turns.open(stay);
  return async (text) => {
    said = [];
    now += 60_000;
    const externalId = `${String(n)}-${String(now)}`;
    await turns.receive({ channel: stay.channel, address: stay.address, externalId, text, receivedAt: now });
    return said.join('\n');
  };
}
