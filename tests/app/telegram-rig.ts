import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLogger } from '../../src/app/logger.ts';
import { startService } from '../../src/app/run.ts';
import type { Running } from '../../src/app/run.types.ts';
import { readServiceFile } from '../../src/app/service-file.ts';
import type { Tuning } from '../../src/app/tuning.ts';
import { readEnv } from '../../src/config/env.ts';
import { importThroughService } from '../../src/intake/remote.ts';
import { TOKEN_HEADER } from '../../src/intake/wire.ts';
import { ENROLMENT_PATH, type EnrolmentsIssued } from '../../src/server/internal.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { ConversationView } from '../../src/store/store.ts';
import { ZONE } from '../contracts/store/turns.ts';
import { writeDischarges, writeHospital } from '../crash/hospital.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in/server.ts';

export const SECRET = 'secret-of-the-webhook';

export interface Bot {
  readonly token: string;
  readonly apiRoot: string;
  readonly publicUrl: string;
}

/** The whole service with Twilio's stand-in and a Telegram peer; nothing leaves this machine. */
export class Hospital {
  readonly sms: TwilioStandIn;
  readonly recordNo = '00500001';
  readonly log: string[] = [];
  readonly #bot: Bot;
  readonly #folder: string;
  #running: Running | undefined;

  private constructor(sms: TwilioStandIn, bot: Bot) {
    this.sms = sms;
    this.#bot = bot;
    this.#folder = mkdtempSync(join(tmpdir(), 'huifang-telegram-'));
    mkdirSync(this.dataDir);
    // No pause that gathers texts: each one is answered at once.
    const path = writeHospital(this.#folder);
    const config = JSON.parse(readFileSync(path, 'utf8')) as { channels: { sms: { settleMs: number } } };
    config.channels.sms.settleMs = 0;
    writeFileSync(path, JSON.stringify(config));
  }

  static async open(bot: Bot): Promise<Hospital> {
    const hospital = new Hospital(await startTwilioStandIn(), bot);
    onTestFinished(async () => {
      await hospital.stop();
      await hospital.sms.close();
      rmSync(hospital.#folder, { recursive: true, force: true });
    });
    return hospital;
  }

  get dataDir(): string {
    return join(this.#folder, 'data');
  }

  get folder(): string {
    return this.#folder;
  }

  get environment(): Record<string, string> {
    return {
      DATA_DIR: this.dataDir,
      CONFIG_FILE: join(this.#folder, 'flows.config.json'),
      PORT: '0',
      DEMO: 'off',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      PUBLIC_BASE_URL: this.#bot.publicUrl,
      TWILIO_ACCOUNT_SID: this.sms.accountSid,
      TWILIO_AUTH_TOKEN: this.sms.authToken,
      TWILIO_FROM: this.sms.number,
      TWILIO_API_BASE_URL: this.sms.url,
      TELEGRAM_BOT_TOKEN: this.#bot.token,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_BOT_NAME: 'stand_in_bot',
    };
  }

  /** Starts the service; returns the address it listens on. */
  async start(tuning: Tuning['telegram'] = {}): Promise<string> {
    const env = readEnv(this.environment);
    const sink = { write: (line: string) => void this.log.push(line) };
    const telegram = { apiRoot: this.#bot.apiRoot, timeoutMs: 1_000, retryMs: 50, chatGapMs: 0, ...tuning };
    const delivery = { leaseMs: 3_000, checkAfterMs: [200, 400], retryBaseMs: 100, maxSleepMs: 300 };
    const logger = createLogger({ level: 'info', format: 'json' }, sink);
    this.#running = await startService({ env, logger, tuning: { telegram, delivery } });
    const url = `http://127.0.0.1:${String(this.#running.port)}`;
    this.sms.setApp(url, this.#bot.publicUrl);
    return url;
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  /** A token from the running service. */
  async token(): Promise<string> {
    const service = readServiceFile(this.dataDir);
    const response = await fetch(`http://127.0.0.1:${String(service?.port)}${ENROLMENT_PATH}`, {
      method: 'POST',
      headers: { [TOKEN_HEADER]: service?.token ?? '', 'content-type': 'application/json' },
      body: JSON.stringify({ records: [this.recordNo], who: 'test' }),
    });
    const { issued } = (await response.json()) as EnrolmentsIssued;
    return issued[0]?.token ?? 'none';
  }

  async pause(command: 'pause' | 'resume'): Promise<void> {
    const service = readServiceFile(this.dataDir);
    const url = `http://127.0.0.1:${String(service?.port)}/internal/campaign?command=${command}&who=test`;
    await fetch(url, { method: 'POST', headers: { [TOKEN_HEADER]: service?.token ?? '' } });
  }

  /** One patient is imported, whose follow-up is due; nothing goes out before `resume`. */
  async admit(): Promise<void> {
    await this.pause('pause');
    const list = writeDischarges(this.#folder, 1, 1);
    const service = readServiceFile(this.dataDir);
    if (service === undefined) throw new Error('the service does not run');
    await importThroughService(service, { path: list.path, today: list.today, dryRun: false }, {});
  }

  /** What is recorded of a chat, read after the service was stopped. */
  async talks(chat: string): Promise<readonly ConversationView[]> {
    await this.stop();
    const store = await openSqliteStore({ file: join(this.dataDir, 'huifang.sqlite'), zone: ZONE });
    const records = await store.views.ofAddress('telegram', chat);
    const views = await Promise.all(records.map((record) => store.views.view(record.id)));
    await store.close();
    return views.filter((view) => view !== undefined);
  }
}
