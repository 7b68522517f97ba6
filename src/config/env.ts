import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { HuifangError } from '../domain/errors.ts';
import { ENV_SETTINGS, type EnvName, type EnvSetting, type EnvValues } from './env-table.ts';

/** Environment variables as Node has them. */
export type EnvVars = Readonly<Record<string, string | undefined>>;

/** Twilio, complete: what is needed to send and to check signatures. */
interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  readonly secondaryAuthToken: string | undefined;
  readonly sender: { readonly from: string } | { readonly messagingServiceSid: string };
  readonly apiBaseUrl: string;
  /** Without a slash at the end. */
  readonly publicBaseUrl: string;
}

/** A Telegram bot, complete. */
interface TelegramSettings {
  readonly token: string;
  readonly botName: string | undefined;
  readonly arrival:
    | { readonly mode: 'webhook'; readonly publicBaseUrl: string; readonly secret: string }
    | { readonly mode: 'polling' };
}

/** The web chat, where it is on. */
interface WebChatSettings {
  /** Sites that may embed it. */
  readonly origins: readonly string[];
  readonly sessionsPerHour: number;
}

export interface EnvironmentSettings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly configFile: string;
  /** The simulated carrier and its demo phones. */
  readonly demo: boolean;
  readonly logLevel: EnvValues['LOG_LEVEL'];
  readonly logFormat: EnvValues['LOG_FORMAT'];
  /** Proxies in front of us that are believed. */
  readonly trustProxy: number;
  /** The address under which people know this service, if it is set. Without a slash at the end. */
  readonly publicBaseUrl: string | undefined;
  /** Null when it is switched off. */
  readonly webChat: WebChatSettings | null;
  /** Null when nothing of Twilio is set. */
  readonly twilio: TwilioSettings | null;
  /** Null without a token. */
  readonly telegram: TelegramSettings | null;
}

const TABLE: Readonly<Record<string, EnvSetting>> = ENV_SETTINGS;
const NAMES = Object.keys(ENV_SETTINGS) as EnvName[];

/** Blank counts as not set, as in `PORT=` of a .env file. */
function given(vars: EnvVars, name: string): string | undefined {
  const value = vars[name]?.trim();
  return value === '' ? undefined : value;
}

function fault(name: string, value: string | undefined, allowed: string): string {
  const shown = TABLE[name]?.secret === true ? '(secret)' : JSON.stringify(value);
  return `${name}: ${value === undefined ? 'missing' : shown} — allowed: ${allowed}`;
}

const TWILIO_NAMES = NAMES.filter((name) => name.startsWith('TWILIO_'));

/** Twilio half-configured would look alive and send nothing, or trust nobody. */
function twilioFaults(vars: EnvVars): string[] {
  const has = (name: EnvName) => given(vars, name) !== undefined;
  if (!TWILIO_NAMES.some(has)) return [];
  const because = (name: EnvName) => `${ENV_SETTINGS[name].allowed}, because another TWILIO_ setting is there`;
  const needed: readonly EnvName[] = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'PUBLIC_BASE_URL'];
  const missing = needed.filter((name) => !has(name)).map((name) => fault(name, undefined, because(name)));
  const from = given(vars, 'TWILIO_FROM');
  if (from === undefined && !has('TWILIO_MESSAGING_SERVICE_SID'))
    missing.push(
      fault('TWILIO_FROM', undefined, 'this or TWILIO_MESSAGING_SERVICE_SID, because another TWILIO_ setting is there'),
    );
  if (from !== undefined && has('TWILIO_MESSAGING_SERVICE_SID'))
    missing.push(fault('TWILIO_FROM', from, 'only one of TWILIO_FROM and TWILIO_MESSAGING_SERVICE_SID'));
  return missing;
}

function twilioSettings(values: EnvValues): TwilioSettings | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, PUBLIC_BASE_URL: publicBaseUrl } = values;
  const { TWILIO_FROM: from, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } = values;
  if (accountSid === undefined || authToken === undefined || publicBaseUrl === undefined) return null;
  if (from === undefined && messagingServiceSid === undefined) return null;
  return {
    accountSid,
    authToken,
    secondaryAuthToken: values.TWILIO_AUTH_TOKEN_SECONDARY,
    sender: from === undefined ? { messagingServiceSid: messagingServiceSid ?? '' } : { from },
    apiBaseUrl: values.TWILIO_API_BASE_URL,
    publicBaseUrl,
  };
}

type TelegramMode = NonNullable<EnvValues['TELEGRAM_MODE']>;

function telegramMode(mode: string | undefined, publicBaseUrl: string | undefined): TelegramMode {
  if (mode === 'webhook' || mode === 'polling') return mode;
  return publicBaseUrl === undefined ? 'polling' : 'webhook';
}

/** A webhook without a secret would believe anybody. */
function telegramFaults(vars: EnvVars): string[] {
  const has = (name: EnvName) => given(vars, name) !== undefined;
  if (!NAMES.some((name) => name.startsWith('TELEGRAM_') && has(name))) return [];
  const webhook = telegramMode(given(vars, 'TELEGRAM_MODE'), given(vars, 'PUBLIC_BASE_URL')) === 'webhook';
  const needed: readonly EnvName[] = [
    'TELEGRAM_BOT_TOKEN',
    ...(webhook ? (['TELEGRAM_WEBHOOK_SECRET', 'PUBLIC_BASE_URL'] as const) : []),
  ];
  const because = webhook ? 'because Telegram is to call this service' : 'because another TELEGRAM_ setting is there';
  return needed
    .filter((name) => !has(name))
    .map((name) => fault(name, undefined, `${ENV_SETTINGS[name].allowed}, ${because}`));
}

function telegramSettings(values: EnvValues): TelegramSettings | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_BOT_NAME: botName, TELEGRAM_WEBHOOK_SECRET: secret } = values;
  const { PUBLIC_BASE_URL: publicBaseUrl } = values;
  if (token === undefined) return null;
  const webhook = telegramMode(values.TELEGRAM_MODE, publicBaseUrl) === 'webhook';
  if (!webhook || secret === undefined || publicBaseUrl === undefined)
    return { token, botName, arrival: { mode: 'polling' } };
  return { token, botName, arrival: { mode: 'webhook', publicBaseUrl, secret } };
}

function webChatSettings(values: EnvValues): WebChatSettings | null {
  if (values.WEB_CHAT === 'off') return null;
  return {
    origins: values.WEB_CHAT_ORIGINS?.split(/\s+/) ?? [],
    sessionsPerHour: values.WEB_CHAT_SESSIONS_PER_HOUR,
  };
}

/** Reads the settings; throws ENV_INVALID with a line for each bad variable: its value (never a secret) and what is allowed. */
export function readEnv(vars: EnvVars): EnvironmentSettings {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name of NAMES) {
    const { schema, allowed } = ENV_SETTINGS[name];
    const value = given(vars, name);
    const parsed = schema.safeParse(value);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(fault(name, value, allowed));
  }
  faults.push(...twilioFaults(vars), ...telegramFaults(vars));
  if (faults.length > 0) throw new HuifangError('ENV_INVALID', faults);
  // Each value was parsed by the schema of its own name just above.
  const settings = values as unknown as EnvValues;
  const twilio = twilioSettings(settings);
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    configFile: settings.CONFIG_FILE,
    demo: settings.DEMO === 'auto' ? twilio === null : settings.DEMO === 'on',
    logLevel: settings.LOG_LEVEL,
    logFormat: settings.LOG_FORMAT,
    trustProxy: settings.TRUST_PROXY,
    publicBaseUrl: settings.PUBLIC_BASE_URL,
    webChat: webChatSettings(settings),
    twilio,
    telegram: telegramSettings(settings),
  };
}

/** The environment with a .env file under it: what is really set wins. A file that is not there is no fault. */
export function withEnvFile(path: string, vars: EnvVars): EnvVars {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return vars;
    throw new HuifangError('ENV_INVALID', [`${path}: cannot be read — allowed: a readable file, or none`]);
  }
  return { ...parseEnv(text), ...vars };
}

/** The settings of this process: its environment over the .env file of the working folder. */
export function readSettings(): EnvironmentSettings {
  return readEnv(withEnvFile('.env', process.env));
}

/** The table of settings for `npm start -- --help`. */
export function envHelp(): string {
  const width = Math.max(...NAMES.map((name) => name.length));
  const lines = NAMES.flatMap((name) => {
    const { help, allowed, fallback } = TABLE[name] ?? { help: '', allowed: '' };
    const value = fallback === undefined ? 'not set by default' : `default ${fallback}`;
    return [`  ${name.padEnd(width)}  ${help}`, `  ${''.padEnd(width)}  ${value}; ${allowed}`];
  });
  return [
    'Settings (environment variables, or lines NAME=value of a file .env; the environment wins):',
    '',
    ...lines,
  ].join('\n');
}
