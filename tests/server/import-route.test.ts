import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import type { ImportReport } from '../../src/intake/report.ts';
import { IMPORT_PATH, TOKEN_HEADER } from '../../src/intake/wire.ts';
import { errorResponse } from '../../src/server/error-response.ts';
import { clearUploads, type ImportRouteDeps, importRoute } from '../../src/server/import-route.ts';
import { until } from '../support/moving-clock.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'huifang-uploads-')), 'uploads');
const uploads = () => (existsSync(folder) ? readdirSync(folder) : []);

async function listen(importFile: ImportRouteDeps['importFile'], imported: () => void = () => undefined) {
  const app = fastify({ forceCloseConnections: true });
  app.setErrorHandler(errorResponse);
  importRoute({ token: 'secret', folder, importFile, imported })(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  return (app.server.address() as AddressInfo).port;
}

test('an upload that breaks off leaves no list behind and imports nothing', async () => {
  const before = uploads();
  const port = await listen(() => Promise.reject(new Error('nothing was to be imported')));
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST ${IMPORT_PATH} HTTP/1.1\r\nHost: x\r\n${TOKEN_HEADER}: secret\r\n` +
      'Content-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\n病历号,姓名\r\n',
  );
  await until('the upload has begun', () => uploads().length > before.length);
  socket.destroy();
  await until('nothing is left of it', () => uploads().length === before.length);
});

test('a caller who goes away does not hold up the import, and the list is removed', async () => {
  const before = uploads();
  let rows = 0;
  let ended = false;
  const port = await listen(
    async (_job, { onRow }) => {
      const row = { record: 1, recordNo: 'x'.repeat(4_096), action: 'accept', code: null, field: null } as const;
      for (rows = 0; rows < 2_000; rows += 1) await onRow?.({ ...row, changes: [], notes: [] });
      return {} as ImportReport;
    },
    () => {
      ended = true;
    },
  );
  const headers = { [TOKEN_HEADER]: 'secret', 'content-type': 'application/octet-stream' };
  const outgoing = request({ port, host: '127.0.0.1', method: 'POST', path: IMPORT_PATH, headers });
  outgoing.on('response', (response) => {
    response.once('data', () => {
      response.pause();
      setTimeout(() => outgoing.destroy(), 50);
    });
  });
  outgoing.on('error', () => undefined);
  outgoing.end('病历号,姓名\r\n');
  await until('the import has ended', () => ended);
  expect(rows).toBe(2_000);
  await until('nothing is left of the list', () => uploads().length === before.length);
});

test('who does not know the token learns nothing of the route', async () => {
  const port = await listen(() => Promise.reject(new Error('nothing was to be imported')));
  const headers = { [TOKEN_HEADER]: 'guess', 'content-type': 'application/octet-stream' };
  const answer = await fetch(`http://127.0.0.1:${String(port)}${IMPORT_PATH}`, { method: 'POST', headers, body: 'x' });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'NOT_FOUND']);
});

test('what a killed process left of an upload is removed at the next start', async () => {
  mkdirSync(join(folder, 'list-old'), { recursive: true });
  writeFileSync(join(folder, 'list-old', 'list.csv'), '病历号,姓名\r\n');
  await clearUploads(folder);
  expect(uploads()).toEqual([]);
});
