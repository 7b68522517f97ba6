import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type EnvVars, envHelp, readEnv, withEnvFile } from '../../src/config/env.ts';
import { ENV_SETTINGS } from '../../src/config/env-table.ts';
import { HuifangError } from '../../src/domain/errors.ts';

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'secret-token-1',
  TWILIO_FROM: '+15005550006',
  PUBLIC_BASE_URL: 'https://huifang.example.org/',
};

function faultsOf(vars: EnvVars): readonly string[] {
  try {
    readEnv(vars);
    return [];
  } catch (error) {
    if (error instanceof HuifangError && error.code === 'ENV_INVALID') return error.details;
    throw error;
  }
}

test('nothing has to be set', () => {
  expect(readEnv({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: 'data',
    configFile: 'flows.config.json',
    demo: true,
    logLevel: 'info',
    logFormat: 'auto',
    trustProxy: 0,
    webChat: { origins: [], sessionsPerHour: 60, publicBaseUrl: undefined },
    twilio: null,
    telegram: null,
  });
});

test('the web chat: off, sites that may embed it, proxies in front', () => {
  expect(readEnv({ WEB_CHAT: 'off', TRUST_PROXY: '2' })).toMatchObject({ webChat: null, trustProxy: 2 });
  const sites = 'https://www.example.org  https://*.example.net:8443';
  expect(readEnv({ WEB_CHAT_ORIGINS: sites }).webChat?.origins).toEqual([
    'https://www.example.org',
    'https://*.example.net:8443',
  ]);
});

test('blank means not set', () => {
  expect(readEnv({ PORT: '', TWILIO_ACCOUNT_SID: ' ' }).port).toBe(3000);
});

test('Twilio, complete, ends the demo', () => {
  const settings = readEnv(TWILIO);
  expect(settings.demo).toBe(false);
  expect(settings.twilio).toEqual({
    accountSid: TWILIO.TWILIO_ACCOUNT_SID,
    authToken: 'secret-token-1',
    secondaryAuthToken: undefined,
    sender: { from: '+15005550006' },
    apiBaseUrl: 'https://api.twilio.com',
    publicBaseUrl: 'https://huifang.example.org',
  });
  expect(readEnv({ ...TWILIO, DEMO: 'on' }).demo).toBe(true);
  const service = { ...TWILIO, TWILIO_FROM: '', TWILIO_MESSAGING_SERVICE_SID: `MG${'a'.repeat(32)}` };
  expect(readEnv(service).twilio?.sender).toEqual({ messagingServiceSid: `MG${'a'.repeat(32)}` });
});

test.each([
  [{ ...TWILIO, TWILIO_AUTH_TOKEN: undefined }, 'TWILIO_AUTH_TOKEN: missing'],
  [{ ...TWILIO, TWILIO_FROM: undefined }, 'TWILIO_FROM: missing'],
  [{ ...TWILIO, PUBLIC_BASE_URL: undefined }, 'PUBLIC_BASE_URL: missing'],
  [
    { ...TWILIO, TWILIO_MESSAGING_SERVICE_SID: `MG${'a'.repeat(32)}` },
    'TWILIO_FROM: "+15005550006" — allowed: only one of',
  ],
  [{ TWILIO_AUTH_TOKEN_SECONDARY: 'secret-token-2' }, 'TWILIO_ACCOUNT_SID: missing'],
] as const)('Twilio half-configured is refused: %#', (vars, line) => {
  expect(faultsOf(vars).some((fault) => fault.startsWith(line))).toBe(true);
});

test.each([
  ['PORT', '70000', 'PORT: "70000" — allowed: a port number'],
  ['PORT', '3000x', 'PORT: "3000x" — allowed: a port number'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: "loud" — allowed: one of trace'],
  ['TRUST_PROXY', '-1', 'TRUST_PROXY: "-1" — allowed: a number from 0'],
  ['WEB_CHAT', 'yes', 'WEB_CHAT: "yes" — allowed: one of on, off'],
  ['WEB_CHAT_ORIGINS', '*', 'WEB_CHAT_ORIGINS: "*" — allowed: addresses of sites'],
  ['WEB_CHAT_ORIGINS', "https://a.example; script-src 'unsafe-inline'", 'WEB_CHAT_ORIGINS: '],
  ['WEB_CHAT_ORIGINS', 'https://a.example/page', 'WEB_CHAT_ORIGINS: '],
  ['WEB_CHAT_SESSIONS_PER_HOUR', '0', 'WEB_CHAT_SESSIONS_PER_HOUR: "0"'],
  ['DEMO', 'yes', 'DEMO: "yes" — allowed: one of auto, on, off'],
  ['PUBLIC_BASE_URL', 'ftp://example.org', 'PUBLIC_BASE_URL: "ftp://example.org" — allowed: an http or https address'],
  ['PUBLIC_BASE_URL', 'https://example.org/?a=1', 'PUBLIC_BASE_URL: '],
] as const)('%s=%s is refused', (name, value, line) => {
  expect(faultsOf({ [name]: value })[0]).toContain(line);
});

test('all bad variables are told together, and no secret is printed', () => {
  const faults = faultsOf({ ...TWILIO, PORT: 'x', TWILIO_AUTH_TOKEN: 'tiny', TWILIO_FROM: '12' });
  expect(faults).toHaveLength(3);
  expect(faults.join('\n')).toContain('TWILIO_AUTH_TOKEN: (secret)');
  expect(faults.join('\n')).not.toContain('tiny');
});

test('a .env file lies under the environment', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'huifang-env-')), '.env');
  writeFileSync(file, 'PORT=4000\nDATA_DIR="other data"\n');
  expect(readEnv(withEnvFile(file, {}))).toMatchObject({ port: 4000, dataDir: 'other data' });
  expect(readEnv(withEnvFile(file, { PORT: '5000' }))).toMatchObject({ port: 5000, dataDir: 'other data' });
  expect(withEnvFile(`${file}.absent`, { PORT: '1' })).toEqual({ PORT: '1' });
  expect(() => withEnvFile(tmpdir(), {})).toThrow(HuifangError);
});

test('help and .env.example name every setting', () => {
  const example = readFileSync('.env.example', 'utf8');
  const named = [...example.matchAll(/^# ([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  expect(named.map(([name]) => name).sort()).toEqual(Object.keys(ENV_SETTINGS).sort());
  for (const [name, value] of named) {
    const setting = Object.entries(ENV_SETTINGS).find(([key]) => key === name)?.[1];
    if (setting !== undefined && 'fallback' in setting) expect(value).toBe(setting.fallback);
    expect(envHelp()).toContain(`  ${String(name)} `);
  }
});

test('the help tells the defaults that hold', () => {
  for (const { schema, ...setting } of Object.values(ENV_SETTINGS)) {
    const value = schema.safeParse(undefined).data;
    expect(value === undefined ? undefined : String(value)).toBe('fallback' in setting ? setting.fallback : undefined);
  }
});

const TELEGRAM = { TELEGRAM_BOT_TOKEN: '123456789:AAbbccddeeffgghhiijjkkllmmnnooppqqr' };

test('Telegram: polling without a public address, else a webhook with its secret', () => {
  const token = TELEGRAM.TELEGRAM_BOT_TOKEN;
  expect(readEnv(TELEGRAM).telegram).toEqual({ token, botName: undefined, arrival: { mode: 'polling' } });
  const hooked = { ...TELEGRAM, PUBLIC_BASE_URL: 'https://h.example/', TELEGRAM_WEBHOOK_SECRET: 'a_B-1' };
  expect(readEnv({ ...hooked, TELEGRAM_BOT_NAME: 'our_bot' }).telegram).toEqual({
    token,
    botName: 'our_bot',
    arrival: { mode: 'webhook', publicBaseUrl: 'https://h.example', secret: 'a_B-1' },
  });
  expect(readEnv({ ...hooked, TELEGRAM_MODE: 'polling' }).telegram?.arrival).toEqual({ mode: 'polling' });
});

test.each([
  [{ TELEGRAM_BOT_NAME: 'our_bot' }, /TELEGRAM_BOT_TOKEN: missing/],
  [{ ...TELEGRAM, PUBLIC_BASE_URL: 'https://h.example' }, /TELEGRAM_WEBHOOK_SECRET: missing/],
  [{ ...TELEGRAM, TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: 'x' }, /PUBLIC_BASE_URL: missing/],
  [{ ...TELEGRAM, TELEGRAM_WEBHOOK_SECRET: 'mit Leerzeichen' }, /TELEGRAM_WEBHOOK_SECRET: \(secret\)/],
  [{ TELEGRAM_BOT_TOKEN: 'geheim' }, /TELEGRAM_BOT_TOKEN: \(secret\)/],
  [{ ...TELEGRAM, TELEGRAM_MODE: 'both' }, /TELEGRAM_MODE: "both"/],
])('Telegram half configured is refused: %j', (vars, line) => {
  expect(() => readEnv(vars)).toThrow(line);
});
