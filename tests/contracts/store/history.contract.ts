import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { DeliveryState } from '../../../src/domain/message.ts';
import { movesUp } from '../../../src/store/delivery-rank.ts';
import type { OutboxLine, Store } from '../../../src/store/store.ts';
import type { StoreFactory } from './suite.ts';
import { begin, nextTurn, T0, timer } from './turns.ts';

const CONVERSATIONS = 3;
const LEASE = 500;
const FAILURE = { code: 'x', detail: 'y' };
const END = Number.MAX_SAFE_INTEGER;

const action = fc.oneof(
  fc.record({
    type: fc.constant('turn' as const),
    who: fc.nat(CONVERSATIONS - 1),
    lines: fc.nat(2),
    urgent: fc.boolean(),
    cancel: fc.boolean(),
  }),
  fc.record({ type: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant('check' as const), limit: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    type: fc.constant('settle' as const),
    which: fc.nat(9),
    how: fc.constantFrom('sent', 'failed', 'retry', 'held', 'uncertain'),
  }),
  fc.record({
    type: fc.constant('receipt' as const),
    which: fc.nat(30),
    state: fc.constantFrom<DeliveryState>('accepted', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'read'),
  }),
  fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 800 }) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Plays actions and checks after each what must never happen. */
class Player {
  now = T0;
  readonly claimed: OutboxLine[] = [];
  private readonly states = new Map<string, DeliveryState>();
  private readonly store: Store;
  private readonly records: ConversationRecord[];

  constructor(store: Store, records: ConversationRecord[]) {
    this.store = store;
    this.records = records;
  }

  async play(step: Action): Promise<void> {
    if (step.type === 'turn') await this.turn(step.who, step.lines, step.urgent, step.cancel);
    if (step.type === 'claim') await this.claim(step.limit);
    if (step.type === 'check') await this.check(step.limit);
    if (step.type === 'settle') await this.settle(step.which, step.how);
    if (step.type === 'receipt') await this.receipt(step.which, step.state);
    if (step.type === 'wait') this.now += step.ms;
    await this.compare(step);
  }

  private async turn(who: number, lines: number, urgent: boolean, cancel: boolean): Promise<void> {
    const record = this.records[who];
    if (record === undefined) return;
    const out = Array.from({ length: lines }, (_, index) => ({
      text: `line ${String(index)}`,
      mark: { urgent: urgent && index === 0 },
    }));
    const timers = [timer(record.id, 'reminder', this.now + 86_400_000, record.version)];
    const turn = nextTurn(
      record,
      { in: ['?'], out },
      { at: this.now, cancelUnsent: cancel, timers, dedupe: [`sms:${record.id}:${String(record.version)}`] },
    );
    expect(await this.store.turns.commit(turn)).toBe('committed');
    expect(await this.store.turns.commit(turn)).toBe('duplicate');
    this.records[who] = turn.record;
  }

  private async claim(limit: number): Promise<void> {
    const before = await this.open();
    const lines = await this.store.outbox.claim(this.now, limit, LEASE);
    expect(lines.length).toBeLessThanOrEqual(limit);
    for (const line of lines) {
      const earlier = (before.get(line.conversationId) ?? []).filter((open) => open.seq < line.seq);
      if (line.mark.urgent) continue;
      expect(earlier, `${line.id} overtook`).toEqual([]);
    }
    this.claimed.push(...lines);
  }

  private async check(limit: number): Promise<void> {
    for (const line of await this.store.outbox.claimUncertain(this.now, limit, LEASE)) {
      expect(['sending', 'uncertain']).toContain(this.states.get(line.id));
      this.claimed.push(line);
    }
  }

  private async settle(which: number, how: string): Promise<void> {
    const line = this.claimed[which % Math.max(1, this.claimed.length)];
    if (line === undefined) return;
    this.claimed.splice(this.claimed.indexOf(line), 1);
    const { outbox } = this.store;
    if (how === 'sent' || how === 'failed')
      await outbox.settle(line.id, { type: 'done', delivery: how, providerId: `SM${line.id}` }, this.now);
    else if (how === 'uncertain')
      await outbox.settle(line.id, { type: 'uncertain', checkAt: this.now + 100, failure: FAILURE }, this.now);
    else
      await outbox.settle(
        line.id,
        { type: 'retry', at: this.now + 100, failure: FAILURE, ...(how === 'held' ? { tried: false } : {}) },
        this.now,
      );
  }

  private async receipt(which: number, delivery: DeliveryState): Promise<void> {
    const tried = [...this.states].filter(([, state]) => !['none', 'pending', 'cancelled'].includes(state));
    const [id] = tried[which % Math.max(1, tried.length)] ?? [undefined];
    if (id !== undefined) await this.store.outbox.receipt({ id, providerId: `SM${id}`, delivery }, this.now);
  }

  /** Unsettled lines per conversation, from the transcript. */
  private async open(): Promise<Map<string, { seq: number }[]>> {
    const found = new Map<string, { seq: number }[]>();
    for (const { id } of this.records) {
      const lines = (await this.store.views.view(id))?.messages ?? [];
      found.set(
        id,
        lines.filter((line) => ['pending', 'sending', 'uncertain'].includes(line.delivery)).map(({ seq }) => ({ seq })),
      );
    }
    return found;
  }

  /** Delivery states move upward, back to `pending` only by a settlement, and the outbox counts what the transcript shows. */
  private async compare(step: Action): Promise<void> {
    const counts: Record<string, number> = { pending: 0, sending: 0, uncertain: 0 };
    for (const { id } of this.records) {
      for (const line of (await this.store.views.view(id))?.messages ?? []) {
        const key = `${id}.${String(line.seq)}`;
        const before = this.states.get(key);
        const now = line.delivery;
        if (before !== undefined && before !== now && !(step.type === 'settle' && now === 'pending')) {
          expect(movesUp(before, now), `${key}: ${before} became ${now}`).toBe(true);
        }
        this.states.set(key, now);
        if (now in counts) counts[now] = (counts[now] ?? 0) + 1;
      }
    }
    expect(await this.store.outbox.counts()).toEqual(counts);
  }
}

/** Everything a store shows, for comparing. */
async function everything(store: Store): Promise<unknown> {
  const list = await store.views.list(100, 0);
  return {
    list,
    views: await Promise.all(list.map(({ record }) => store.views.view(record.id))),
    loaded: await Promise.all(list.map(({ record }) => store.turns.load(record.id))),
    timers: await store.timers.due(END, 1000),
    outbox: [await store.outbox.counts(), await store.outbox.nextDue()],
    counts: await store.views.counts(),
    tallies: await store.views.tallies('2000-01-01', '2100-01-01'),
  };
}

/** Random histories keep the promises of the port, and a store that is opened again is the same. */
export function historyContract(name: string, factory: StoreFactory): void {
  describe(`${name}: histories`, () => {
    test('random turns, claims, settlements and receipts keep order and ranks, and outlive the process', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (steps) => {
          const { store, reopen, cleanup } = await factory();
          try {
            const records: ConversationRecord[] = [];
            for (let n = 0; n < CONVERSATIONS; n++)
              records.push(await begin(store, n, { out: ['opening'] }, { tallies: ['turn'] }));
            const player = new Player(store, records);
            for (const step of steps) await player.play(step);
            if (reopen === undefined) return;
            const before = await everything(store);
            expect(await everything(await reopen())).toEqual(before);
          } finally {
            await cleanup();
          }
        }),
        { numRuns: 40 },
      );
    });

    test('turns that race for the same conversations lose nothing', async () => {
      const { store, cleanup } = await factory();
      onTestFinished(cleanup);
      for (let n = 0; n < 4; n++) await begin(store, n);
      const write = async (key: number): Promise<void> => {
        for (;;) {
          const loaded = await store.turns.load(`c${String(key % 4)}`);
          if (loaded === undefined) throw new Error('lost');
          const turn = nextTurn(
            loaded.record,
            { in: [`word ${String(key)}`] },
            { dedupe: [`sms:${String(key)}`], tallies: ['turn'] },
          );
          if ((await store.turns.commit(turn)) !== 'conflict') return;
        }
      };
      await Promise.all(Array.from({ length: 60 }, (_, key) => write(key)));
      const views = await Promise.all([0, 1, 2, 3].map((n) => store.views.view(`c${String(n)}`)));
      const words = views.flatMap((view) => view?.messages.map(({ text }) => text) ?? []);
      expect(words.toSorted()).toEqual(Array.from({ length: 60 }, (_, key) => `word ${String(key)}`).toSorted());
      expect(views.map((view) => view?.messages.map(({ seq }) => seq))).toEqual(
        views.map(() => Array.from({ length: 15 }, (_, index) => index + 1)),
      );
      expect(await store.views.tallies('2026-03-10', '2026-03-10')).toEqual([
        { day: '2026-03-10', name: 'turn', count: 60 },
      ]);
    });

    test('a backup that cannot be written is refused', async () => {
      const { store, cleanup } = await factory();
      onTestFinished(cleanup);
      await begin(store, 1);
      await expect(store.backup('/nowhere/at/all/copy.db')).rejects.toThrow('/nowhere/at/all');
    });
  });
}
