import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readServiceFile } from '../../src/app/service-file.ts';
import { importThroughService } from '../../src/intake/remote.ts';
import { seededRandom } from '../support/twilio-stand-in/random.ts';
import { Carrier, PUBLIC_BASE_URL, roughCarrier, smoothCarrier } from './carrier.ts';
import { type Evidence, readDedupeKeys, readServiceRecord } from './evidence.ts';
import { type DischargeList, writeDischarges, writeHospital } from './hospital.ts';
import { HABITS, type Habits, Patient } from './patient.ts';
import type { Crash } from './points.ts';
import { type End, newLogCounts, ServiceProcess } from './process.ts';

export interface RigOptions {
  readonly seed: number;
  /** A carrier that makes faults, or one that does all as it should. */
  readonly rough: boolean;
  readonly habits?: Habits;
}

/** Nothing may happen for so long before a run counts as settled: longer than the sweep for lost webhooks. */
const QUIET = 6_000;
const POLL = 200;

/** A hospital with its data folder, a carrier, patients, and the service that lives and dies. */
export class Rig {
  readonly logs = newLogCounts();
  readonly random: () => number;
  readonly carrier: Carrier;
  readonly #folder: string;
  readonly #dataDir: string;
  readonly #config: string;
  readonly #habits: Habits;
  readonly #patients = new Map<string, Patient>();
  #unconfirmed: DischargeList[] = [];
  #importing: Promise<void> = Promise.resolve();
  #service: ServiceProcess | undefined;
  #port = 0;

  private constructor(options: RigOptions, carrier: Carrier) {
    this.random = seededRandom(options.seed);
    this.carrier = carrier;
    this.#habits = options.habits ?? HABITS;
    this.#folder = mkdtempSync(join(tmpdir(), 'huifang-crash-'));
    this.#dataDir = join(this.#folder, 'data');
    mkdirSync(join(this.#folder, 'tmp'));
    this.#config = writeHospital(this.#folder);
    carrier.onArrival(({ to, body }) => this.#patients.get(to)?.receive(body));
  }

  static async open(options: RigOptions): Promise<Rig> {
    const { seed, rough } = options;
    return new Rig(options, await Carrier.start(rough ? roughCarrier(seed) : smoothCarrier(seed)));
  }

  get dataFile(): string {
    return join(this.#dataDir, 'huifang.sqlite');
  }

  get patients(): readonly string[] {
    return [...this.#patients.keys()];
  }

  /** Patients whose talk has not ended. */
  get talking(): number {
    return [...this.#patients.values()].filter(({ over }) => !over).length;
  }

  /** Keys of the received texts on disk, while the service is dead. */
  storedKeys(): ReadonlySet<string> {
    return readDedupeKeys(this.dataFile, this.#folder);
  }

  /** Puts so many patients on a list, which is imported as soon as the service is there and again until it says it has it. */
  admit(count: number): void {
    const list = writeDischarges(this.#folder, this.#patients.size + 1, count);
    for (const number of list.patients) {
      this.#patients.set(number, new Patient(number, this.carrier, this.random, this.#habits));
    }
    this.#unconfirmed.push(list);
  }

  /** Starts the service; it may die at `crash`. */
  start(crash?: Crash): ServiceProcess {
    const service = new ServiceProcess(this.#environment(), this.logs, crash);
    this.#service = service;
    void service.ready.then(
      (port) => {
        this.#port = port;
        this.carrier.serviceAt(port);
        this.importLists();
      },
      () => undefined,
    );
    return service;
  }

  /** Hands what is not confirmed to the running service. */
  importLists(): void {
    this.#importing = this.#importing.then(() => this.#import());
  }

  /** Waits until nothing happens any more and nothing is left to do; false if that took too long. */
  async settle(limitMs: number, quietMs = QUIET): Promise<boolean> {
    const end = Date.now() + limitMs;
    let seen = '';
    let times = 0;
    // Looks are counted, not time: on a busy machine one look can take as long as the quiet itself.
    while (Date.now() < end) {
      const now = await this.#activity();
      times = now === seen && now.endsWith(' idle') ? times + 1 : 0;
      seen = now;
      if (times * POLL >= quietMs) return true;
      await sleep(POLL);
    }
    return false;
  }

  /** Stops the service as an operator does, and reads what it left. */
  async stop(): Promise<{ end: End; evidence: Evidence }> {
    const end = (await this.#service?.stop()) ?? { code: null, signal: null };
    await this.carrier.standIn.settled();
    const service = await readServiceRecord(this.dataFile);
    return { end, evidence: { carrier: this.carrier.record, service, patients: this.patients } };
  }

  /** Ends everything, whatever state it is in. */
  async close(): Promise<void> {
    this.#service?.kill();
    await this.#service?.ended;
    await this.carrier.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #environment(): Record<string, string> {
    const { url, accountSid, authToken, number } = this.carrier.standIn;
    return {
      DATA_DIR: this.#dataDir,
      CONFIG_FILE: this.#config,
      PORT: '0',
      DEMO: 'off',
      LOG_FORMAT: 'json',
      PUBLIC_BASE_URL,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: number,
      TWILIO_API_BASE_URL: url,
      TMPDIR: join(this.#folder, 'tmp'),
    };
  }

  async #import(): Promise<void> {
    for (const list of this.#unconfirmed) {
      const service = readServiceFile(this.#dataDir);
      if (service === undefined) return;
      try {
        await importThroughService(service, { path: list.path, today: list.today, dryRun: false }, {});
      } catch {
        return; // the service died meanwhile: again after its next start
      }
      this.#unconfirmed = this.#unconfirmed.filter((one) => one !== list);
    }
  }

  /** What has happened so far in one line, ending in ` idle` when nothing is left to do. */
  async #activity(): Promise<string> {
    const { inbound, outbound } = this.carrier.record;
    const left = await this.#workLeft();
    const quiet = [...this.#patients.values()].every((patient) => patient.quiet);
    const idle = quiet && left === 0 && this.#unconfirmed.length === 0;
    return `${String(inbound.length)} ${String(outbound.length)} ${String(left)}${idle ? ' idle' : ''}`;
  }

  /** Planned follow-ups and messages in the outbox, from the metrics that an operator watches. */
  async #workLeft(): Promise<number> {
    try {
      const response = await fetch(`http://127.0.0.1:${String(this.#port)}/metrics`);
      const text = await response.text();
      const gauges = text.matchAll(/^huifang_(?:outbox_messages\{.*|follow_ups\{state="planned"\}) (\d+)$/gm);
      return [...gauges].reduce((sum, [, value]) => sum + Number(value), 0);
    } catch {
      return Number.NaN;
    }
  }
}
