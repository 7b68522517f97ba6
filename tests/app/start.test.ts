import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { accept } from '../../src/app/acceptance.ts';
import { readHospital } from '../../src/app/hospital.ts';
import type { DemoState, HandsetView } from '../../src/cli/chat/client.ts';
import { ENV_SETTINGS } from '../../src/config/env-table.ts';
import type { Handset } from '../../src/demo/handsets.ts';
import { type Started, startCommand, testFolder, writeConfig } from './command.ts';

const READY = /Demo phones +(http:\/\/localhost:(\d+))\/demo/;

async function ready(service: Started): Promise<string> {
  return (await service.says(READY))[1] ?? '';
}

async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

/** Whatever is printed to a person explains itself: no stack. */
const STACK = /\n\s+at .*:\d+/;

beforeAll(() => {
  // Builds if a source is newer, so that no test below waits for the compiler.
  const built = spawnSync(process.execPath, ['scripts/run.mjs', 'main', '--help'], { encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
}, 240_000);

test('--help lists every setting with its default, and the signals', async () => {
  const help = startCommand({}, '--help');
  expect(await help.end()).toBe(0);
  for (const [name, setting] of Object.entries(ENV_SETTINGS)) {
    expect(help.output()).toContain(name);
    expect(help.output()).toContain(setting.help);
  }
  expect(help.output()).toMatch(/SIGHUP/);
  const odd = startCommand({}, '--fast');
  expect(await odd.end()).toBe(1);
  expect(odd.output()).toMatch(/--fast: no such option/);
});

test('settings that are wrong are all named, and no secret is shown', async () => {
  const service = startCommand({ PORT: '70000', LOG_LEVEL: 'loud', TWILIO_AUTH_TOKEN: 'geheim' });
  expect(await service.end()).toBe(1);
  expect(service.output()).toMatch(/PORT: "70000" — allowed: a port/);
  expect(service.output()).toMatch(/LOG_LEVEL: "loud" — allowed: one of/);
  expect(service.output()).toMatch(/TWILIO_ACCOUNT_SID: missing/);
  expect(service.output()).not.toContain('geheim');
  expect(service.output()).not.toMatch(STACK);
});

test('a busy port: says so and names another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  onTestFinished(() => {
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  const service = startCommand({ DATA_DIR: testFolder(), PORT: String(port) });
  expect(await service.end()).toBe(1);
  expect(service.output()).toContain(
    `PORT: ${String(port)} — allowed: a free port, for example PORT=${String(port + 1)}`,
  );
  expect(service.output()).not.toMatch(STACK);
});

test('a data folder that cannot be written', async () => {
  const folder = testFolder();
  const blocked = join(folder, 'blocked');
  if (process.getuid?.() === 0) writeFileSync(blocked, 'a file stands where the folder should be');
  else {
    mkdirSync(blocked);
    chmodSync(blocked, 0o500);
  }
  const service = startCommand({ DATA_DIR: join(blocked, 'data') });
  expect(await service.end()).toBe(1);
  expect(service.output()).toMatch(
    /Huifang 无法启动（DATA_DIR_UNWRITABLE）：数据文件夹不可写[^]*Huifang cannot start \(DATA_DIR_UNWRITABLE\): the data folder cannot be written/,
  );
  expect(service.output()).toContain(blocked);
  expect(service.output()).not.toMatch(STACK);
});

test('a broken flows.config.json: every fault with its path, in one go', async () => {
  const file = writeConfig(testFolder(), (config) => {
    config.hospital['zone'] = 'Mars/Olympus';
    config.hospital['motto'] = 'first';
    delete config.phrases['opening'];
    config['sendingHours'] = { from: '25:00', to: '21:00' };
  });
  const service = startCommand({ DATA_DIR: testFolder(), CONFIG_FILE: file });
  expect(await service.end()).toBe(1);
  for (const path of ['hospital.zone', 'hospital.motto', 'phrases.opening', 'sendingHours.from'])
    expect(service.output()).toMatch(new RegExp(`^ *${path.replace('.', '\\.')}: .* — allowed: `, 'm'));
  expect(service.output()).not.toMatch(STACK);
  const none = startCommand({ DATA_DIR: testFolder(), CONFIG_FILE: 'no-such.json' });
  expect(await none.end()).toBe(1);
  expect(none.output()).toMatch(/no-such\.json — allowed: a readable JSON file/);
});

test('Ctrl-C ends it with status 0, and the next start goes on with the same conversations', async () => {
  const dataDir = testFolder();
  const first = startCommand({ DATA_DIR: dataDir });
  const url = await ready(first);
  const { handsets } = await get<{ handsets: Handset[] }>(`${url}/demo/api/handsets?limit=1`);
  const address = encodeURIComponent(handsets[0]?.address ?? '');
  await fetch(`${url}/demo/api/handsets/${address}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: '方便', id: 'one' }),
  });
  const before = await get<HandsetView>(`${url}/demo/api/handsets/${address}`);
  const stateBefore = await get<DemoState>(`${url}/demo/api/state`);
  expect(await first.end('SIGINT')).toBe(0);

  const second = startCommand({ DATA_DIR: dataDir });
  const again = await ready(second);
  const texts = (view: HandsetView) => view.conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
  const after = await get<HandsetView>(`${again}/demo/api/handsets/${address}`);
  expect(texts(after).slice(0, texts(before).length)).toEqual(texts(before));
  const state = await get<DemoState>(`${again}/demo/api/state`);
  expect(state.followUps).toEqual(stateBefore.followUps);
  expect(state.now - stateBefore.now).toBeLessThan(30_000);

  const rival = startCommand({ DATA_DIR: dataDir });
  expect(await rival.end()).toBe(1);
  expect(rival.output()).toMatch(
    /another process uses the data file[^]*Huifang runs already \(process \d+, port \d+\): stop it there with Ctrl-C/,
  );
  expect(rival.output()).not.toMatch(STACK);
  expect(await get(`${again}/readyz`)).toEqual({ status: 'ready', reasons: [] });
  expect(await second.end('SIGTERM')).toBe(0);
}, 120_000);

test('SIGHUP reads flows.config.json again; a broken one is refused with its faults and the old one goes on', async () => {
  const folder = testFolder();
  const rename = (name: string) =>
    writeConfig(folder, (config) => {
      config.hospital['name'] = { 'zh-CN': name, 'zh-TW': name, en: 'Second Hospital' };
    });
  const service = startCommand({ DATA_DIR: testFolder(), CONFIG_FILE: rename('第一医院') });
  const url = await ready(service);
  const name = async () => (await get<DemoState>(`${url}/demo/api/state`)).hospital['zh-CN'];
  expect(await name()).toBe('第一医院');
  rename('第二医院');
  service.child.kill('SIGHUP');
  await service.says(/flows\.config\.json was read again/);
  expect(await name()).toBe('第二医院');
  writeConfig(folder, (config) => {
    config.hospital['zone'] = 'Mars/Olympus';
  });
  service.child.kill('SIGHUP');
  await service.says(/hospital\.zone[^]*flows\.config\.json was refused; the old one stays/);
  expect(await name()).toBe('第二医院');
  expect(await service.end('SIGINT')).toBe(0);
}, 120_000);

test('what the hospital teaches waits for its check: the service starts without it and says so; SIGHUP keeps the old settings', async () => {
  const folder = testFolder();
  const file = writeConfig(folder, (config) => {
    config['understanding'] = { phrases: [{ meaning: 'busy', add: ['在坐诊呢'] }] };
  });
  const service = startCommand({ DATA_DIR: testFolder(), CONFIG_FILE: file });
  const url = await ready(service);
  expect(service.output()).toMatch(/never checked[^\n]*started without what the hospital teaches/);
  const warnings = [expect.stringContaining('flows.config.json teaches was never checked') as string];
  expect(await get(`${url}/readyz`)).toEqual({ status: 'ready', reasons: [], warnings });
  service.child.kill('SIGHUP');
  await service.says(/never checked[^\n]*flows\.config\.json was refused; the old one stays/);
  accept(file, readHospital(file).config, '2026-11-18T10:00:00Z');
  service.child.kill('SIGHUP');
  await service.says(/flows\.config\.json was read again/);
  expect(await get(`${url}/readyz`)).toEqual({ status: 'ready', reasons: [] });
  expect(await service.end('SIGINT')).toBe(0);
}, 120_000);
