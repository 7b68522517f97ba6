import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../../src/app/logger.ts';
import { startService } from '../../../src/app/run.ts';
import { readEnv } from '../../../src/config/env.ts';
import { Visitor } from './visitor.ts';

test('the log holds neither what visitors write, nor their keys, nor where they are', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huifang-chat-'));
  const env = readEnv({ PORT: '0', DATA_DIR: dataDir, DEMO: 'off', TRUST_PROXY: '1' });
  const lines: string[] = [];
  const logger = createLogger({ level: 'trace', format: 'json' }, { write: (line) => lines.push(line) });
  const running = await startService({ env, logger });
  onTestFinished(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });
  const visitor = new Visitor(`http://127.0.0.1:${String(running.port)}`, { 'x-forwarded-for': '203.0.113.77' });
  const token = String((await visitor.accept('token')).body['token']);
  await visitor.say('我胸口疼得厉害喘不上气');
  await visitor.say('长'.repeat(2_001));
  await visitor.call('POST', '/chat/api/messages', { id: '不是号码', text: '欧阳晓楠住几床' });
  await visitor.lines(2);
  await visitor.seen('0.2');
  visitor.headers['origin'] = 'https://evil.example';
  await visitor.say('外站来的话');
  await running.stop();
  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(0);
  for (const word of ['胸口疼', '长长长', '欧阳', '不是号码', '外站', '203.0.113', ...token.split('.').slice(1)])
    expect(log.includes(word), word).toBe(false);
});
