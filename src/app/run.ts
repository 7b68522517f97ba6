import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FirstAccount } from '../access/first-start.ts';
import { type CampaignCommand, type CampaignStatus, commandCampaign } from '../bot/campaign/switch.ts';
import type { Channel } from '../channels/channel.ts';
import { ConversationNews } from '../console/api/conversations/news.ts';
import { LiveHub } from '../console/server/live.ts';
import { LiveEvents } from '../demo/live-events.ts';
import type { Clock } from '../domain/clock.ts';
import { HuifangError } from '../domain/errors.ts';
import { simplifiedText } from '../domain/one-writing.ts';
import type { ImportJob, ImportListener } from '../intake/wire.ts';
import { buildApp } from '../server/app.ts';
import { campaignRoute } from '../server/campaign-route.ts';
import { enrolmentRoute } from '../server/enrolment-route.ts';
import { clearUploads, importRoute } from '../server/import-route.ts';
import { createMetrics } from '../server/metrics.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import type { StaffRow, Store } from '../store/store.ts';
import { createChannels, warnOfForeignChannels, warnOfOneWay } from './channels.ts';
import { systemClock } from './clocks.ts';
import { accessOf, type ConsoleParts, consoleRoutes, makeFirstAccounts, registersOf } from './console.ts';
import { watchesOf } from './console-work.ts';
import { dataFileOf } from './data-file.ts';
import { Demo } from './demo.ts';
import { issueEnrolments } from './enrolment.ts';
import { type Hospital, readHospital, withKnowledge, withStaff } from './hospital.ts';
import { createIds } from './ids.ts';
import { importList } from './import-list.ts';
import { accessCommandRoutes } from './internal-access.ts';
import { knowledgePath, readKnowledge } from './knowledge-file.ts';
import { KnowledgeWatch } from './knowledge-watch.ts';
import { listen } from './listen.ts';
import { watchRegisters } from './registers.ts';
import type { Running, RunOptions } from './run.types.ts';
import { createService, type Service } from './service.ts';
import { newToken, removeServiceFile, writeServiceFile } from './service-file.ts';
import { createSettingsDesk, type SettingsDesk } from './settings/index.ts';
import { whoHoldsIt } from './store-locked.ts';
import { openWebChat } from './web-chat.ts';

/** Builds everything in order and starts it; `stop` undoes it in the reverse order, and so does a failed start. */
export async function startService(options: RunOptions): Promise<Running> {
  const run = new Run(options);
  try {
    await run.start();
  } catch (error) {
    await run.stop();
    throw error;
  }
  return run;
}

class Run implements Running {
  readonly demo: boolean;
  readonly webChat: boolean;
  readonly dataFile: string;
  readonly #options: RunOptions;
  readonly #undo: (() => Promise<void> | void)[] = [];
  readonly #events = new LiveEvents();
  readonly #token = newToken();
  readonly #watch: KnowledgeWatch;
  #hospital: Hospital;
  #service: Service | undefined;
  /** Of the imported stays. */
  #staff: readonly StaffRow[] = [];
  #clock: Clock = systemClock;
  #stopping = false;
  #port = 0;
  #firstAccounts: readonly FirstAccount[] = [];
  /** One epoch a run: a page that comes back after a restart asks for everything again. */
  readonly #live = new LiveHub({ epoch: randomUUID() });
  readonly #news = new ConversationNews(this.#live.announce);

  constructor(options: RunOptions) {
    this.#options = options;
    this.#hospital = readHospital(options.env.configFile, 'accepted');
    this.demo = options.env.demo;
    this.webChat = options.env.webChat !== null;
    this.dataFile = dataFileOf(options.env);
    this.#watch = this.#watchKnowledge();
    this.#watch.current();
  }

  get port(): number {
    return this.#port;
  }

  get firstAccounts(): readonly FirstAccount[] {
    return this.#firstAccounts;
  }

  get url(): string {
    const { host } = this.#options.env;
    const local = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
    return `http://${local ? 'localhost' : host}:${String(this.#port)}`;
  }

  reload(): void {
    const read = readHospital(this.#options.env.configFile, 'accepted');
    if (read.warnings.length > 0) throw new HuifangError('CONFIG_INVALID', read.warnings);
    this.#take(read);
  }

  /** Settings that were just read come into force: the next turn uses them. */
  #take(read: Hospital): void {
    this.#hospital = withStaff(read, this.#staff);
    this.#watch.current();
    this.#service?.settingsChanged();
  }

  async start(): Promise<void> {
    const { env, logger } = this.#options;
    for (const warning of this.#hospital.warnings)
      logger.error({ warning }, 'started without what the hospital teaches');
    const store = await this.#openStore();
    await this.#readStaff(store);
    const uploads = join(env.dataDir, 'uploads');
    await clearUploads(uploads);
    const demo = this.demo ? await this.#openDemo(store) : undefined;
    const real = createChannels(env, this.#clock, logger, this.#options.tuning);
    warnOfForeignChannels(env, this.#hospital.config.hospital.region, logger);
    const chat = await openWebChat({ env, store, logger, config: () => this.#hospital.config });
    const channels = [...(demo === undefined ? [] : [demo.channel]), ...real, ...(chat === null ? [] : [chat.channel])];
    const oneWay = warnOfOneWay(channels, () => this.#hospital.config.hospital.region, logger);
    const metrics = createMetrics(store);
    const service = this.#createService(store, channels, metrics);
    this.#service = service;
    const settings = this.#createSettings(store, service);
    const app = await buildApp({
      logger,
      channels,
      metrics,
      host: service.host,
      trustProxy: env.trustProxy,
      notReady: () => this.#notReady(store, service),
      warnings: () => [...this.#hospital.warnings, ...this.#watch.warnings(), ...oneWay()],
      routes: [
        importRoute({
          token: this.#token,
          folder: uploads,
          importFile: (job, listener) => this.#import(store, job, listener),
          imported: () => {
            service.wake();
          },
        }),
        campaignRoute({ token: this.#token, command: (command, who) => this.#command(store, service, command, who) }),
        ...accessCommandRoutes(accessOf(this.#consoleParts(store)), this.#token),
        enrolmentRoute({ token: this.#token, issue: (wish) => issueEnrolments(store, wish, this.#clock.now()) }),
        consoleRoutes({ ...this.#consoleParts(store), settings, staff: service.staff, live: this.#live }),
        ...(chat === null ? [] : [chat.routes(service.host)]),
        ...(demo?.routes({ service, events: this.#events, hospital: () => this.#hospital }) ?? []),
      ],
    });
    this.#undo.push(() => app.close());
    this.#port = await listen(app, env);
    await service.start();
    this.#undo.push(() => service.stop());
    this.#watch.start();
    this.#undo.push(() => {
      this.#watch.stop();
    });
    const parts = { ...this.#consoleParts(store), staff: service.staff, live: this.#live };
    this.#undo.push(watchRegisters(registersOf(parts), this.#options.logger));
    writeServiceFile(env.dataDir, { pid: process.pid, port: this.#port, token: this.#token });
    this.#undo.push(() => {
      removeServiceFile(env.dataDir);
    });
    await demo?.firstStart(service, (path) => this.#import(store, { path, dryRun: false, today: null }, {}));
    this.#firstAccounts = await makeFirstAccounts(this.#consoleParts(store));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#events.close();
    this.#live.close();
    // One step that fails must not keep the data file from being closed.
    const failures: unknown[] = [];
    for (const step of this.#undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'the service did not stop cleanly');
  }

  #watchKnowledge(): KnowledgeWatch {
    const { env, logger, tuning } = this.#options;
    return new KnowledgeWatch({
      logger,
      file: () => knowledgePath(env.configFile, this.#hospital.config),
      read: (file) => readKnowledge(file, this.#hospital.config),
      take: (knowledge) => {
        this.#hospital = withStaff(withKnowledge(this.#hospital, knowledge, this.#clock.now()), this.#staff);
      },
      updatedOn: () => this.#hospital.knowledge.updatedOn,
      ...(tuning?.knowledgePollMs === undefined ? {} : { pollMs: tuning.knowledgePollMs }),
    });
  }

  async #openStore(): Promise<Store> {
    const { env, logger } = this.#options;
    const zone = () => this.#hospital.kit.settings.zone;
    const clock = { now: () => this.#clock.now() };
    const store = await openSqliteStore({ file: this.dataFile, zone, logger, clock, normal: simplifiedText }).catch(
      (error: unknown) => {
        throw whoHoldsIt(error, env.dataDir);
      },
    );
    this.#undo.push(() => store.close());
    return store;
  }

  async #openDemo(store: Store): Promise<Demo> {
    const demo = await Demo.open(store);
    this.#clock = demo.clock;
    this.#undo.push(() => demo.stop());
    return demo;
  }

  #consoleParts(store: Store): Omit<ConsoleParts, 'settings' | 'staff' | 'live'> {
    return { env: this.#options.env, store, clock: this.#clock, hospital: () => this.#hospital };
  }

  #createSettings(store: Store, service: Service): SettingsDesk {
    const { env, logger } = this.#options;
    const wake = () => {
      service.wake();
    };
    const settings = createSettingsDesk({
      configFile: env.configFile,
      dataDir: env.dataDir,
      store,
      clock: { now: () => this.#clock.now() },
      ids: createIds(this.#clock),
      logger,
      hospital: () => this.#hospital,
      staff: () => this.#staff,
      take: (hospital) => {
        this.#take(hospital);
      },
      knowledgeTaken: () => {
        this.#watch.takeNow();
      },
      importFile: (job, listener) => this.#import(store, job, listener),
      imported: wake,
      campaignChanged: () => {
        wake();
        this.#events.publish({ type: 'campaign' });
      },
      nameOf: async (account) => (await store.accounts.find(account))?.name ?? null,
    });
    this.#undo.push(() => settings.stop());
    return settings;
  }

  #createService(store: Store, channels: readonly Channel[], metrics: ReturnType<typeof createMetrics>): Service {
    const { logger, crashPoint, tuning } = this.#options;
    const parts = { ...this.#consoleParts(store), live: this.#live };
    return createService({
      store,
      channels,
      logger,
      metrics,
      clock: this.#clock,
      watches: watchesOf(parts),
      kit: () => this.#hospital.kit,
      ratePerSecond: () => this.#hospital.config.channels.sms.ratePerSecond,
      onCommitted: this.#news.committed,
      onDelivered: this.#news.delivered,
      onChange: (conversationId) => {
        this.#events.publish({ type: 'conversation', conversationId });
      },
      ...(crashPoint === undefined ? {} : { crashPoint }),
      ...(tuning === undefined ? {} : { tuning }),
    });
  }

  /** At start and after each import, which may bring new people. */
  async #readStaff(store: Store): Promise<void> {
    this.#staff = await store.directory.staff();
    this.#hospital = withStaff(this.#hospital, this.#staff);
  }

  async #import(store: Store, job: ImportJob, listener: ImportListener) {
    const clock = this.#clock;
    const deps = {
      hospital: this.#hospital,
      directory: store.directory,
      channel: this.demo ? 'simulator' : 'sms',
      ids: createIds(clock),
      now: clock.now(),
    } as const;
    const report = await importList(deps, job, listener);
    if (!job.dryRun) await this.#readStaff(store);
    return report;
  }

  async #command(store: Store, service: Service, command: CampaignCommand, who: string): Promise<CampaignStatus> {
    const status = await commandCampaign(store, command, who);
    if (command === 'resume') service.wake();
    if (command !== 'status') this.#events.publish({ type: 'campaign' });
    return status;
  }

  async #notReady(store: Store, service: Service): Promise<readonly string[]> {
    if (this.#stopping) return ['the service is stopping'];
    const trouble = service.trouble();
    try {
      await store.ping();
      return trouble;
    } catch {
      return ['the data file cannot be written', ...trouble];
    }
  }
}
