import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Download, endpoint } from '../../../src/console/api/endpoint.ts';
import type { StreamCall } from '../../../src/console/server/deps.ts';
import { HuifangError } from '../../../src/domain/errors.ts';
import { clientOf, codeOf, trySignIn } from '../client.ts';
import { PASSWORD, startConsole } from '../rig.ts';

describe('calls from elsewhere', () => {
  test('a change needs our header, JSON, and if a browser names a page, one of ours', async () => {
    const { url, person } = await startConsole({ publicBaseUrl: 'https://huifang.example.org' });
    const lin = await person('lin', 'officer');
    const end = (headers: Record<string, string>) =>
      lin.post('/api/account/sessions/end', { sessions: ['x'] }, headers);
    expect(codeOf(await end({ 'x-huifang-console': '' }))).toEqual([403, 'CONSOLE_ORIGIN']);
    expect(codeOf(await end({ origin: 'https://evil.example' }))).toEqual([403, 'CONSOLE_ORIGIN']);
    expect(codeOf(await end({ origin: 'null' }))).toEqual([403, 'CONSOLE_ORIGIN']);
    expect((await end({ origin: url })).status).toBe(200);
    expect((await end({ origin: 'https://huifang.example.org' })).status).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect([type, (await end({ 'content-type': type })).status]).toEqual([type, 415]);
    const signingIn = clientOf(url, '').post(
      '/api/session',
      { userName: 'lin', password: PASSWORD },
      {
        origin: 'https://evil.example',
      },
    );
    expect(codeOf(await signingIn)).toEqual([403, 'CONSOLE_ORIGIN']);
  });

  test('answers are kept by nobody and shown in no frame', async () => {
    const { person } = await startConsole();
    const { headers } = await (await person('lin', 'officer')).get('/api/session');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('endpoints', () => {
  const show = endpoint({
    method: 'GET',
    path: '/api/things/:id',
    permission: 'inbox.view',
    summary: 'A thing.',
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject({ why: z.string().min(3), size: z.enum(['small', 'big']).optional() }),
    audit: ({ params: { id }, query: { why } }) => ({ what: 'thing.view', subject: id, why }),
    handle: ({ params, now }) => Promise.resolve({ id: params.id, now }),
  });
  const paper = endpoint({
    method: 'GET',
    path: '/api/paper',
    permission: 'inbox.view',
    summary: 'A file.',
    handle: () =>
      Promise.resolve(
        new Download({ name: '登记表 1.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) }),
      ),
  });
  const upload = endpoint({
    method: 'POST',
    path: '/api/upload',
    permission: 'inbox.view',
    summary: 'Takes a file.',
    upload: { maxBytes: 1_000 },
    auditedInCommit: true,
    handle: ({ file }) => Promise.resolve({ bytes: file?.bytes, path: file?.path }),
  });

  test('a zero character is refused wherever it stands: behind it texts and ids are lost in the file', async () => {
    const { person, store } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    for (const path of ['/api/things/c1%00c2?why=asked', '/api/things/c1?why=ask%00ed'])
      expect([path, codeOf(await lin.get(path))]).toEqual([path, [400, 'BAD_REQUEST']]);
    const ending = await lin.post('/api/account/sessions/end', { sessions: ['a\0'] });
    expect(codeOf(ending)).toEqual([400, 'BAD_REQUEST']);
    expect(await store.audit.verify()).toMatchObject({ intact: true });
  });

  test('a view is written down before it is answered, with who and why', async () => {
    const { person, store, clock } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    expect((await lin.get('/api/things/c1?why=patient%20asked')).body).toEqual({ id: 'c1', now: clock.now });
    const id = (await store.accounts.list())[0]?.id ?? '';
    expect((await store.audit.list({ limit: 1, before: null }))[0]).toMatchObject({
      who: `account:${id}`,
      what: 'thing.view',
      subject: 'c1',
      why: 'patient asked',
      at: clock.now,
    });
  });

  test('a list is written down with those whom it showed, and is found by each of them', async () => {
    const list = endpoint({
      method: 'GET',
      path: '/api/things',
      permission: 'inbox.view',
      summary: 'Things.',
      audit: () => ({ what: 'thing.list', subject: 'things' }),
      shown: (rows: readonly string[]) => rows,
      handle: () => Promise.resolve(['c7', 'complaint/2026-0001']),
    });
    const { person, store } = await startConsole({ endpoints: [list] });
    await (await person('lin', 'officer')).get('/api/things');
    const row = { what: 'thing.list', subject: 'things: c7 complaint/2026-0001' };
    for (const subject of ['c7', 'complaint/2026-0001'])
      expect(await store.audit.list({ subject, limit: 5, before: null }), subject).toMatchObject([row]);
    expect(await store.audit.list({ subject: 'c8', limit: 5, before: null })).toEqual([]);
    expect(await store.audit.verify()).toMatchObject({ intact: true });
  });

  test('what was refused, or failed, is written down as that, and never as done', async () => {
    const fails = endpoint({
      method: 'POST',
      path: '/api/things/:id/take',
      permission: 'inbox.view',
      summary: 'Takes it.',
      params: z.strictObject({ id: z.string() }),
      audit: ({ params: { id } }) => ({ what: 'thing.take', subject: id }),
      handle: ({ params: { id } }) =>
        id === 'c1'
          ? Promise.resolve({})
          : Promise.reject(id === 'c2' ? new HuifangError('NOT_FOUND') : new Error('x')),
    });
    const { person, store } = await startConsole({ endpoints: [fails] });
    const lin = await person('lin', 'officer');
    for (const id of ['c1', 'c2', 'c3']) await lin.post(`/api/things/${id}/take`, undefined);
    const rows = await store.audit.list({ what: 'thing.', limit: 9, before: null });
    expect(rows.map(({ what, subject }) => `${subject} ${what}`)).toEqual([
      'c3 thing.take.refused.INTERNAL',
      'c2 thing.take.refused.NOT_FOUND',
      'c1 thing.take',
    ]);
  });

  test('a wrong shape is refused with field and what is allowed, never with the value', async () => {
    const { person } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    const { status, body } = await lin.get('/api/things/c1?size=13800020824&other=1');
    expect(status).toBe(400);
    const { details } = body as { details: string[] };
    expect(details).toEqual([
      expect.stringMatching(/^why: .*string/),
      expect.stringMatching(/^size: .*"small"\|"big"/),
      expect.stringMatching(/"other"/),
    ]);
    expect(JSON.stringify(body)).not.toContain('13800020824');
  });

  test('a file comes as an attachment with its Chinese name', async () => {
    const { person } = await startConsole({ endpoints: [paper] });
    const { headers } = await (await person('lin', 'officer')).get('/api/paper');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="____1.pdf"; filename*=UTF-8''${encodeURIComponent('登记表 1.pdf')}`,
    );
    expect(headers.get('content-type')).toBe('application/pdf');
  });

  test('an upload waits in a file while its endpoint runs; too much of it is refused', async () => {
    const { person } = await startConsole({ endpoints: [upload] });
    const lin = await person('lin', 'officer');
    const send = (size: number, type = 'application/octet-stream') =>
      lin.post('/api/upload', 'x'.repeat(size), { 'content-type': type });
    const kept = await send(900);
    expect(kept.body).toMatchObject({ bytes: 900 });
    expect(existsSync((kept.body as { path: string }).path)).toBe(false);
    expect((await send(1_001)).status).toBe(413);
    expect((await send(10, 'application/json')).status).toBe(400);
  });

  test('a role that is taken away stops working with the next call', async () => {
    const { person, store, url } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    expect((await lin.get('/api/things/c1?why=asked')).status).toBe(200);
    const [account] = await store.accounts.list();
    if (account === undefined) throw new Error('nobody there');
    const by = { who: 'test', what: 'account.change', subject: account.id };
    await store.accounts.change({ ...account, role: 'desk' }, by);
    expect(codeOf(await lin.get('/api/things/c1?why=asked'))).toEqual([403, 'FORBIDDEN']);
    await store.accounts.change({ ...account, active: false }, by);
    expect(codeOf(await lin.get('/api/things/c1?why=asked'))).toEqual([401, 'NOT_SIGNED_IN']);
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(401);
  });

  test('a stream is opened for those who may, and learns when they no longer may', async () => {
    const asked: unknown[] = [];
    const stream = {
      path: '/api/stream',
      permission: 'inbox.view' as const,
      summary: 'A stream.',
      open: async ({ who, reply, stillSignedIn }: StreamCall) => {
        asked.push(who.name, (await stillSignedIn())?.name);
        const account = await store.accounts.find(who.accountId);
        if (account !== undefined)
          await store.accounts.change({ ...account, role: 'desk' }, { who: 'test', what: 'x', subject: 'y' });
        asked.push(await stillSignedIn());
        reply.hijack();
        reply.raw.end('opened');
      },
    };
    const { person, store } = await startConsole({ streams: [stream] });
    expect(codeOf(await (await person('gao', 'leader')).get('/api/stream'))).toEqual([403, 'FORBIDDEN']);
    await (await person('lin', 'officer')).get('/api/stream');
    expect(asked).toEqual(['lin同事', 'lin同事', undefined]);
  });
});
