import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { startConsole } from '../rig.ts';

/** What a build leaves, in small. */
function builtPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-pages-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>console</title>');
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'run()');
  writeFileSync(join(folder, 'assets', 'main-abc.js.br'), brotliCompressSync('run()'));
  writeFileSync(join(folder, '..', 'huifang-secret.txt'), 'secret');
  return folder;
}

test('every address of the console is its page, which asks what else it needs', async () => {
  const { url } = await startConsole({ pageFolder: builtPages() });
  for (const path of ['/console', '/console/', '/console/inbox', '/console/registers/2026-1']) {
    const response = await fetch(url + path);
    expect([path, response.status, await response.text()]).toEqual([path, 200, '<title>console</title>']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
  }
});

test('parts are kept by the browser for good, and come compressed', async () => {
  const { url } = await startConsole({ pageFolder: builtPages() });
  const packed = await fetch(`${url}/console/assets/main-abc.js`, { headers: { 'accept-encoding': 'br' } });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('cache-control')).toContain('immutable');
  expect(packed.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(await packed.text()).toBe('run()');
  const plain = await fetch(`${url}/console/assets/main-abc.js`, { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'run()']);
  expect((await fetch(`${url}/console/assets/of-an-older-build.js`)).status).toBe(404);
});

test('nothing outside the folder is reached', async () => {
  const { url } = await startConsole({ pageFolder: builtPages() });
  for (const path of ['..%2fhuifang-secret.txt', '%2e%2e/huifang-secret.txt', 'assets/..%2f..%2fhuifang-secret.txt'])
    expect(await (await fetch(`${url}/console/${path}`)).text()).not.toContain('secret');
});

test('pages that were not built: says how', async () => {
  const { url } = await startConsole();
  const response = await fetch(`${url}/console`);
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('npm run build')]);
});

test('the API is described for those who are signed in', async () => {
  const { url, person } = await startConsole();
  for (const path of ['/api/docs', '/api/openapi.json']) expect((await fetch(url + path)).status).toBe(401);
  const { body } = await (await person('lin', 'officer')).get('/api/docs');
  expect(body).toContain('PUT /api/accounts/:id'.replace(':id', '{id}'));
  expect(body).not.toContain('<script');
});
