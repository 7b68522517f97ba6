import { createWriteStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, expect, test } from 'vitest';
import { HuifangError } from '../../src/domain/errors.ts';
import { importThroughService } from '../../src/intake/remote.ts';
import type { RowReport } from '../../src/intake/report.ts';
import { TOKEN_HEADER, writeImportEvents } from '../../src/intake/wire.ts';
import { DISCHARGES, importFile, temporaryFile, temporaryFolder } from './support.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A service that imports what it is sent as a dry run, behind a token. */
async function startService(faults: unknown[] = []): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      asked.push(request.url ?? '');
      if (request.headers[TOKEN_HEADER] !== 'secret') {
        response.writeHead(403).end(JSON.stringify({ details: ['not allowed'] }));
        return;
      }
      const path = join(temporaryFolder(), 'upload.csv');
      await pipeline(request, createWriteStream(path));
      const write = (line: string) => void response.write(line);
      await writeImportEvents(
        async (listener) => (await importFile(path, listener)).report,
        write,
        (error) => faults.push(error),
      );
      response.end();
    })();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, asked };
}

const job = { path: DISCHARGES, dryRun: true, today: '2026-11-18' };

async function failure(promise: Promise<unknown>): Promise<HuifangError> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof HuifangError)) throw new Error('a HuifangError was to come');
  return error;
}

test('the running service imports the file and its report comes back row by row', async () => {
  const { port, asked } = await startService();
  const rows: RowReport[] = [];
  const report = await importThroughService({ port, token: 'secret' }, job, { onRow: (row) => void rows.push(row) });
  const local = await importFile(DISCHARGES);
  expect(report).toEqual(local.report);
  expect(rows).toEqual(local.rows);
  expect(asked).toEqual(['/internal/import?dryRun=true&today=2026-11-18']);
});

test('what is wrong with the file is told as if it were read here', async () => {
  const { port } = await startService();
  const path = temporaryFile('a,b\n1,2\n');
  const here = await failure(importFile(path));
  const there = await failure(importThroughService({ port, token: 'secret' }, { ...job, path }, {}));
  expect([there.code, there.details]).toEqual([here.code, here.details]);
});

test('an unforeseen fault of the service says nothing of its cause', async () => {
  const faults: unknown[] = [];
  const lines: string[] = [];
  await writeImportEvents(
    () => Promise.reject(new Error('王建国 13800010001')),
    (line) => void lines.push(line),
    (error) => faults.push(error),
  );
  expect(lines.join('')).toBe('{"type":"error","code":"INTERNAL","details":[]}\n');
  expect(faults).toHaveLength(1);
});

test('a refusal and a service that is gone are told with what to do', async () => {
  const { port } = await startService();
  const refused = await failure(importThroughService({ port, token: 'other' }, job, {}));
  expect(refused.message).toContain('403');
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  const gone = await failure(importThroughService({ port, token: 'secret' }, job, {}));
  expect([gone.code, gone.message]).toEqual(['STORE_LOCKED', expect.stringContaining('stop it')]);
});

test('a service that dies in the middle is noticed', async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.write('{"type":"progress","progress":{"done":1,"total":2,"records":0}}\n');
    response.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const error = await failure(
    importThroughService({ port: (server.address() as AddressInfo).port, token: 'secret' }, job, {}),
  );
  expect(error.message).toContain('import the file again');
});
