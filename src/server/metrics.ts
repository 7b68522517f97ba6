import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Received } from '../domain/message.ts';
import type { Store, TurnCommit } from '../store/store.ts';

/** What /metrics shows. Names and labels carry no patient data. */
export interface Metrics {
  readonly registry: Registry;
  committed(commit: TurnCommit): void;
  /** How a line of the outbox was settled: a delivery state, `retry` or `held`. */
  settled(channel: string, how: string): void;
  inbound(channel: string, result: Received | 'failed', milliseconds: number): void;
}

const OUTBOX_STATES = ['pending', 'sending', 'uncertain'] as const;

/** What is read from the store whenever somebody asks. */
function addGauges(store: Store, registers: Registry[]): void {
  new Gauge({
    name: 'huifang_outbox_messages',
    help: 'Messages in the outbox by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await store.outbox.counts();
      for (const state of OUTBOX_STATES) this.set({ state }, counts[state]);
    },
  });
  new Gauge({
    name: 'huifang_follow_ups',
    help: 'Follow-ups by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await store.campaign.counts();
      this.reset(); // a state that nothing is in any more is not counted, and must not keep its last number
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
}

export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const tallies = new Counter({
    name: 'huifang_tally_total',
    help: 'What turns counted: turns, answers, outcomes, register entries, handoffs',
    labelNames: ['name'],
    registers,
  });
  const messages = new Counter({
    name: 'huifang_messages_total',
    help: 'Transcript lines by direction',
    labelNames: ['direction'],
    registers,
  });
  const inbound = new Counter({
    name: 'huifang_inbound_total',
    help: 'Inbound messages by channel and result',
    labelNames: ['channel', 'result'],
    registers,
  });
  const settlements = new Counter({
    name: 'huifang_settled_total',
    help: 'Lines of the outbox by channel and how they were settled; retry: failed and tried again, held: not yet allowed',
    labelNames: ['channel', 'how'],
    registers,
  });
  const receive = new Histogram({
    name: 'huifang_receive_seconds',
    help: 'From a received message to its durable commit',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  addGauges(store, registers);
  return {
    registry,
    committed(commit) {
      for (const name of commit.tallies) tallies.inc({ name });
      for (const message of commit.messages) messages.inc({ direction: message.direction });
    },
    settled(channel, how) {
      settlements.inc({ channel, how });
    },
    inbound(channel, result, milliseconds) {
      inbound.inc({ channel, result });
      receive.observe(milliseconds / 1000);
    },
  };
}
