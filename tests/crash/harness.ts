import { setTimeout as sleep } from 'node:timers/promises';
import { check, type Fault, notOnDisk } from './checker.ts';
import type { Evidence } from './evidence.ts';
import { type Kill, nameOf, planKills } from './kills.ts';
import type { End, ServiceProcess } from './process.ts';
import { Rig } from './rig.ts';

export interface CrashRunOptions {
  readonly kills: number;
  readonly seed: number;
  /** Hears of each kill. */
  readonly onKill?: (done: number, name: string) => void;
}

/** What one run did and found. */
export interface CrashReport {
  readonly seed: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly patients: number;
  /** Texts that patients sent, how often their webhooks were posted, and how many of them no webhook brought. */
  readonly inbound: { readonly texts: number; readonly posts: number; readonly unannounced: number };
  readonly outbound: number;
  /** What the service found when it asked the carrier about a message whose fate it did not know. */
  readonly looks: Readonly<Record<string, number>>;
  readonly carrierFaults: number;
  readonly loggedErrors: Readonly<Record<string, number>>;
  readonly settled: boolean;
  /** Lives that ended in another way than they were meant to. */
  readonly strangeEnds: readonly string[];
  readonly faults: readonly Fault[];
  readonly seconds: number;
  readonly evidence: Evidence;
}

/** So many patients talk at least while the service is killed; a new list is imported when there are fewer. */
const LEAST_TALKING = 30;
const LIST_LENGTH = 50;
const FIRST_LIST = 100;
/** A point that is not passed within this time after the start is tried again later. */
const POINT_LIMIT = 20_000;
const SETTLE_LIMIT = 120_000;
/** Every so many lives the carrier accepts a text and never answers. */
const SILENCE_EVERY = 3;

/** True if nothing was lost, repeated or out of order, and every life ended as it was meant to. */
export function passed(report: CrashReport): boolean {
  return report.faults.length === 0 && report.strangeEnds.length === 0 && report.settled;
}

/** Runs the service, kills it again and again while carrier and patients go on, and compares the records at the end. */
export async function runCrashTest(options: CrashRunOptions): Promise<CrashReport> {
  const rig = await Rig.open({ seed: options.seed, rough: true });
  try {
    return await new CrashRun(rig, options).run();
  } finally {
    await rig.close();
  }
}

class CrashRun {
  readonly #rig: Rig;
  readonly #options: CrashRunOptions;
  readonly #kills = new Map<string, number>();
  readonly #strangeEnds: string[] = [];
  readonly #faults: Fault[] = [];
  readonly #began = Date.now();
  #done = 0;

  constructor(rig: Rig, options: CrashRunOptions) {
    this.#rig = rig;
    this.#options = options;
  }

  async run(): Promise<CrashReport> {
    this.#rig.admit(FIRST_LIST);
    const waiting = [...planKills(this.#options.kills, this.#rig.random)];
    for (let kill = waiting.shift(); kill !== undefined; kill = waiting.shift()) {
      if (!(await this.#live(kill))) waiting.push(kill);
    }
    const last = this.#rig.start();
    await last.ready;
    const settled = await this.#rig.settle(SETTLE_LIMIT);
    const { end, evidence } = await this.#rig.stop();
    if (end.code !== 0) this.#strangeEnds.push(`the last life, asked to stop: ${describe(end, last)}`);
    return this.#report(settled, evidence);
  }

  /** One life up to its kill; false if its point was not reached and it had to be killed otherwise. */
  async #live(kill: Kill): Promise<boolean> {
    if (this.#rig.talking < LEAST_TALKING) this.#rig.admit(LIST_LENGTH);
    if (this.#done % SILENCE_EVERY === 0) this.#rig.carrier.standIn.fail({ kind: 'silence', when: 'after' });
    const service = this.#rig.start(kill.kind === 'point' ? kill.crash : undefined);
    const reached = kill.kind === 'point' ? await diesWithin(service, POINT_LIMIT) : await killAt(service, kill);
    if (!reached) service.kill();
    const end = await service.ended;
    if (end.signal !== 'SIGKILL') this.#strangeEnds.push(`${nameOf(kill)}: ${describe(end, service)}`);
    this.#faults.push(...notOnDisk(this.#rig.carrier.record, this.#rig.storedKeys()));
    const name = reached ? nameOf(kill) : 'random, running';
    this.#kills.set(name, (this.#kills.get(name) ?? 0) + 1);
    this.#done += 1;
    this.#options.onKill?.(this.#done, name);
    return reached;
  }

  #report(settled: boolean, evidence: Evidence): CrashReport {
    const { carrier, logs, patients } = this.#rig;
    const { inbound, outbound } = evidence.carrier;
    return {
      seed: this.#options.seed,
      kills: Object.fromEntries([...this.#kills].sort()),
      patients: patients.length,
      inbound: {
        texts: inbound.length,
        posts: carrier.posts,
        unannounced: inbound.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
      },
      outbound: outbound.length,
      looks: tally(logs.looks.map(({ outcome }) => outcome)),
      carrierFaults: [...carrier.faults.values()].reduce((sum, times) => sum + times, 0),
      loggedErrors: Object.fromEntries(logs.errors),
      settled,
      strangeEnds: this.#strangeEnds,
      faults: [...this.#faults, ...check(evidence)],
      seconds: Math.round((Date.now() - this.#began) / 1000),
      evidence,
    };
  }
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function describe({ code, signal }: End, service: ServiceProcess): string {
  return `${signal ?? `status ${String(code)}`} ${service.lastWords}`.trim();
}

async function diesWithin(service: ServiceProcess, limitMs: number): Promise<boolean> {
  const limit = new AbortController();
  const late = sleep(limitMs, false, { signal: limit.signal }).catch(() => false);
  const died = await Promise.race([service.ended.then(() => true), late]);
  limit.abort();
  return died;
}

async function killAt(service: ServiceProcess, kill: { kind: 'starting' | 'running'; delayMs: number }): Promise<true> {
  if (kill.kind === 'running') await service.ready.catch(() => undefined);
  await sleep(kill.delayMs);
  service.kill();
  return true;
}
