import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Channel } from '../channels/channel.ts';
import { createSimulatorChannel } from '../channels/simulator/channel.ts';
import { HandsetFaults } from '../demo/faults.ts';
import type { LiveEvents } from '../demo/live-events.ts';
import { demoPage } from '../demo/page.ts';
import { demoRoutes } from '../demo/routes.ts';
import { travelTo } from '../demo/time-travel.ts';
import { MINUTE } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';
import type { SimulatedClock } from './clocks.ts';
import { type DemoClock, openDemoClock } from './demo-clock.ts';
import { demoHospital } from './demo-hospital.ts';
import type { Hospital } from './hospital.ts';
import type { Service } from './service.ts';

/** The demo hospital's discharge list, imported when the demo starts for the first time. */
const DEMO_LIST = 'examples/hospital/discharges.csv';
/** Settings key: the list was imported and the clock had its head start. */
const STARTED_KEY = 'demo.started';
/** How far the first start goes on by itself, so that some handsets have their opening text. */
const HEAD_START = 90 * MINUTE;

/** Milliseconds a simulated text needs for each step of its way. */
const SIMULATED_DELAY_MS = 300;

/** What the simulated carrier brings with it: a clock that can be moved, the demo phones, the demo hospital's list. */
export class Demo {
  /** The simulated carrier. */
  readonly channel: Channel;
  readonly #faults = new HandsetFaults();
  readonly #store: Store;
  readonly #clock: DemoClock;

  private constructor(store: Store, clock: DemoClock) {
    this.#store = store;
    this.#clock = clock;
    this.channel = createSimulatorChannel({
      delayMs: SIMULATED_DELAY_MS,
      fault: (address) => this.#faults.of(address),
    });
  }

  static async open(store: Store): Promise<Demo> {
    return new Demo(store, await openDemoClock(store));
  }

  get clock(): SimulatedClock {
    return this.#clock.clock;
  }

  stop(): Promise<void> {
    return this.#clock.stop();
  }

  routes(parts: {
    service: Service;
    events: LiveEvents;
    hospital: () => Hospital;
  }): ((app: FastifyInstance) => void)[] {
    const { service, events, hospital } = parts;
    const api = demoRoutes({
      store: this.#store,
      host: service.host,
      clock: this.clock,
      events,
      faults: this.#faults,
      hospital: () => demoHospital(hospital().config),
      wake: () => {
        service.wake();
      },
      travelTo: (instant) => this.#travel(service, instant),
    });
    return [demoPage, api];
  }

  async firstStart(service: Service, importFile: (path: string) => Promise<unknown>): Promise<void> {
    if ((await this.#store.settings.get(STARTED_KEY)) !== undefined || !existsSync(DEMO_LIST)) return;
    await importFile(DEMO_LIST);
    await this.#travel(service, this.clock.now() + HEAD_START);
    await this.#store.settings.set(STARTED_KEY, 'yes');
  }

  async #travel(service: Service, instant: number): Promise<void> {
    const wake = () => {
      service.wake();
    };
    await travelTo({ store: this.#store, clock: this.clock, wake }, instant);
    await this.#clock.save();
  }
}
