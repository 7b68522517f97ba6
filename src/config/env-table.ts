import { z } from 'zod';

/** One setting of the environment. */
export interface EnvSetting {
  readonly schema: z.ZodType;
  /** What the value must be, in words. */
  readonly allowed: string;
  readonly help: string;
  /** Shown in the help; the value itself comes from the schema. */
  readonly fallback?: string;
  /** Never printed. */
  readonly secret?: boolean;
}

const MAX_PORT = 65_535;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= MAX_PORT);

function isAddress(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash } = new URL(text);
  return protocols.includes(protocol) && search === '' && hash === '';
}

/** An address without query or fragment; a slash at its end is dropped, so that paths can be put behind it. */
const webAddress = z
  .string()
  .refine((text) => isAddress(text, ['http:', 'https:']))
  .transform((text) => text.replace(/\/+$/, ''));

/** Sites as sources of a Content-Security-Policy: scheme, host (`*.` in front for all below it), port. */
const ORIGIN = /^https?:\/\/(\*\.)?[0-9A-Za-z.-]+(:\d{1,5})?$/;
const origins = z.string().refine((text) => text.split(/\s+/).every((origin) => ORIGIN.test(origin)));

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const LOG_FORMATS = ['auto', 'pretty', 'json'] as const;
const TELEGRAM_MODES = ['webhook', 'polling'] as const;
const SWITCH = ['on', 'off'] as const;
const DEMO_MODES = ['auto', 'on', 'off'] as const;

/** Every environment variable that is read: type, default, help. `npm start -- --help` prints this table. */
export const ENV_SETTINGS = {
  PORT: {
    schema: port.prefault('3000'),
    fallback: '3000',
    allowed: 'a port number from 0 to 65535 (0 takes a free one)',
    help: 'Port of the web server.',
  },
  HOST: {
    schema: z
      .string()
      .regex(/^[0-9A-Za-z.:-]+$/)
      .default('127.0.0.1'),
    fallback: '127.0.0.1',
    allowed: 'an address or host name of this machine, such as 127.0.0.1 or 0.0.0.0',
    help: 'Address to listen on; 0.0.0.0 lets other machines reach the service.',
  },
  DATA_DIR: {
    schema: z.string().default('data'),
    fallback: 'data',
    allowed: 'a path',
    help: 'Folder of the data file; made if it does not exist.',
  },
  CONFIG_FILE: {
    schema: z.string().default('flows.config.json'),
    fallback: 'flows.config.json',
    allowed: 'a path',
    help: 'Settings and wording of the hospital.',
  },
  DEMO: {
    schema: z.enum(DEMO_MODES).default('auto'),
    fallback: 'auto',
    allowed: `one of ${DEMO_MODES.join(', ')}`,
    help: 'Simulated carrier with demo phones; auto: on unless Twilio is configured.',
  },
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS).default('info'),
    fallback: 'info',
    allowed: `one of ${LOG_LEVELS.join(', ')}`,
    help: 'Least severe line that is logged.',
  },
  LOG_FORMAT: {
    schema: z.enum(LOG_FORMATS).default('auto'),
    fallback: 'auto',
    allowed: `one of ${LOG_FORMATS.join(', ')}`,
    help: 'auto: readable lines on a terminal, JSON elsewhere.',
  },
  TRUST_PROXY: {
    schema: z.string().regex(/^\d$/).transform(Number).prefault('0'),
    fallback: '0',
    allowed: 'a number from 0 to 9',
    help: 'Proxies in front of the service whose X-Forwarded headers are believed; the limits of the web chat go by the address behind them.',
  },
  WEB_CHAT: {
    schema: z.enum(SWITCH).default('on'),
    fallback: 'on',
    allowed: `one of ${SWITCH.join(', ')}`,
    help: 'Web chat at /chat, and its widget for the hospital’s site.',
  },
  WEB_CHAT_ORIGINS: {
    schema: origins.optional(),
    allowed: 'addresses of sites without a path, separated by spaces, such as https://www.example.org',
    help: 'Sites that may show the web chat (the widget); without it none but this service itself.',
  },
  WEB_CHAT_SESSIONS_PER_HOUR: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number)
      .prefault('60'),
    fallback: '60',
    allowed: 'a number from 1 to 999999',
    help: 'New web chats from one network address in an hour; a hospital’s own WLAN is one address.',
  },
  PUBLIC_BASE_URL: {
    schema: webAddress.optional(),
    allowed: 'an http or https address without query, such as https://huifang.example.org',
    help: 'Address at which Twilio and Telegram reach this service; signatures of Twilio are checked against it.',
  },
  TWILIO_ACCOUNT_SID: {
    schema: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/)
      .optional(),
    allowed: 'AC and 32 hexadecimal digits',
    help: 'Twilio account.',
  },
  TWILIO_AUTH_TOKEN: {
    schema: z.string().min(8).optional(),
    allowed: 'the auth token of the Twilio console (at least 8 characters)',
    help: 'Signs requests and checks signatures.',
    secret: true,
  },
  TWILIO_AUTH_TOKEN_SECONDARY: {
    schema: z.string().min(8).optional(),
    allowed: 'the other auth token of the Twilio console (at least 8 characters)',
    help: 'Accepted in signatures too, while the token is being changed.',
    secret: true,
  },
  TWILIO_FROM: {
    schema: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/)
      .optional(),
    allowed: 'a number such as +15005550006',
    help: 'Number that messages come from; this or TWILIO_MESSAGING_SERVICE_SID.',
  },
  TWILIO_MESSAGING_SERVICE_SID: {
    schema: z
      .string()
      .regex(/^MG[0-9a-fA-F]{32}$/)
      .optional(),
    allowed: 'MG and 32 hexadecimal digits',
    help: 'Messaging service that messages leave through.',
  },
  TWILIO_API_BASE_URL: {
    schema: webAddress.default('https://api.twilio.com'),
    fallback: 'https://api.twilio.com',
    allowed: 'an http or https address without query',
    help: 'Another address for the Twilio API, such as a stand-in server.',
  },
  TELEGRAM_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^\d{3,}:[A-Za-z0-9_-]{20,}$/)
      .optional(),
    allowed: 'the token that BotFather gave, such as 123456789:AA and 33 more characters',
    help: 'Switches Telegram on. In mainland China a cross-border transfer: see docs/privacy.md.',
    secret: true,
  },
  TELEGRAM_MODE: {
    schema: z.enum(TELEGRAM_MODES).optional(),
    allowed: `one of ${TELEGRAM_MODES.join(', ')}`,
    help: 'How updates come in: webhook if PUBLIC_BASE_URL is set, else polling (a trial without a public address).',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/)
      .optional(),
    allowed: '1 to 256 letters, digits, _ and -',
    help: 'Proves that a webhook call comes from Telegram; make up a long one.',
    secret: true,
  },
  TELEGRAM_BOT_NAME: {
    schema: z
      .string()
      .regex(/^\w{5,32}$/)
      .optional(),
    allowed: "the bot's user name without @",
    help: 'Name in the links of the discharge papers; without it Telegram is asked.',
  },
} as const satisfies Record<string, EnvSetting>;

export type EnvName = keyof typeof ENV_SETTINGS;
/** Values as the table's types say, by the variable's name. */
export type EnvValues = { readonly [Name in EnvName]: z.output<(typeof ENV_SETTINGS)[Name]['schema']> };
