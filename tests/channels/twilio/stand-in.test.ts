import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { assertLoopback } from '../../support/twilio-stand-in/loopback.ts';
import { startTwilioStandIn } from '../../support/twilio-stand-in/server.ts';

test('the stand-in calls nobody but this machine', () => {
  expect(() => {
    assertLoopback('https://api.twilio.com/');
  }).toThrow(/loopback/);
  expect(() => {
    assertLoopback('http://127.0.0.1:1/');
  }).not.toThrow();
});

test('it refuses what the real one refuses: no account, JSON, no text', async () => {
  const standIn = await startTwilioStandIn();
  const url = `${standIn.url}/2010-04-01/Accounts/${standIn.accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${standIn.accountSid}:${standIn.authToken}`).toString('base64')}`;
  const post = (headers: Record<string, string>, body: string | URLSearchParams) =>
    fetch(url, { method: 'POST', headers, body });
  expect((await post({}, new URLSearchParams({ To: '+85261234567' }))).status).toBe(401);
  expect((await post({ authorization, 'content-type': 'application/json' }, '{}')).status).toBe(415);
  const empty = await post({ authorization }, new URLSearchParams({ To: '+85261234567', From: standIn.number }));
  expect([empty.status, await empty.json()]).toMatchObject([400, { code: 21602 }]);
  await standIn.close();
});

test('it runs as a process of its own and tells what it does', async () => {
  const main = new URL('../../support/twilio-stand-in/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--fault', '{"kind":"too_many"}'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse(String((await lines.next()).value)) as Record<string, string>;
  const ready = await next();
  expect(ready['type']).toBe('ready');
  const { url = '', accountSid = '' } = ready;
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:stand-in-token`).toString('base64')}` };
  const create = () =>
    fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ To: '+85261234567', From: '+15005550006', Body: '您好' }),
    });
  expect((await create()).status).toBe(429);
  expect((await create()).status).toBe(201);
  expect((await next())['type']).toBe('fault');
  expect(await next()).toMatchObject({ type: 'accepted', body: '您好' });
  expect(await (await fetch(`${url}/_control/messages`)).json()).toHaveLength(1);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
