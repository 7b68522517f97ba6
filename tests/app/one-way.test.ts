import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../src/app/logger.ts';
import { startService } from '../../src/app/run.ts';
import { readEnv } from '../../src/config/env.ts';
import { startTwilioStandIn } from '../support/twilio-stand-in/server.ts';

/** What /readyz says of a hospital of this region that sends through Twilio. */
async function readiness(region: string): Promise<unknown> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huifang-one-way-'));
  const carrier = await startTwilioStandIn();
  const config = JSON.parse(readFileSync('flows.config.json', 'utf8')) as { hospital: object; knowledge: object };
  config.hospital = { ...config.hospital, region };
  config.knowledge = { file: resolve('examples/hospital/knowledge.json') };
  const file = join(dataDir, 'flows.config.json');
  writeFileSync(file, JSON.stringify(config));
  const env = readEnv({
    PORT: '0',
    DATA_DIR: join(dataDir, 'data'),
    CONFIG_FILE: file,
    PUBLIC_BASE_URL: 'https://hospital.example',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token-of-the-test',
    TWILIO_FROM: '+15005550006',
    TWILIO_API_BASE_URL: carrier.url,
  });
  const running = await startService({ env, logger: createLogger({ level: 'silent', format: 'json' }) });
  onTestFinished(async () => {
    await running.stop();
    await carrier.close();
    rmSync(dataDir, { recursive: true });
  });
  return (await fetch(`http://127.0.0.1:${String(running.port)}/readyz`)).json();
}

test('patients who cannot answer through the carrier: /readyz warns of it', async () => {
  const warnings = [expect.stringContaining('sms: patients with mobile numbers of CN cannot answer') as string];
  expect(await readiness('CN')).toEqual({ status: 'ready', reasons: [], warnings });
});

test('where the carrier brings answers back there is no warning', async () => {
  expect(await readiness('HK')).toEqual({ status: 'ready', reasons: [] });
});
