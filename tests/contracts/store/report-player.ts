import fc from 'fast-check';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { DeliveryState } from '../../../src/domain/message.ts';
import type { Answer, Outcome, Priority } from '../../../src/domain/vocabulary.ts';
import type { Store } from '../../../src/store/store.ts';
import { newContact, newRecord, nextTurn, stayFacts, stayRow, T0 } from './turns.ts';

const MINUTE = 60_000;

/** One thing that can happen to a store that keeps reports. */
export const step = fc.oneof(
  fc.record({ type: fc.constant('import' as const), who: fc.nat(5), later: fc.boolean() }),
  fc.record({ type: fc.constant('open' as const), who: fc.nat(5) }),
  fc.record({
    type: fc.constant('turn' as const),
    who: fc.nat(5),
    heard: fc.boolean(),
    said: fc.boolean(),
    cancel: fc.boolean(),
    grade: fc.constantFrom<Answer['grade'] | null>(null, 'satisfied', 'dissatisfied', 'no_opinion'),
    outcome: fc.constantFrom<Outcome | null>(null, null, null, 'completed', 'opted_out', 'expired', 'deceased'),
    handoff: fc.constantFrom<Priority | null>(null, 'normal', 'urgent'),
    seen: fc.boolean(),
    staff: fc.boolean(),
    complaint: fc.boolean(),
    after: fc.integer({ min: 1, max: 200_000 }),
  }),
  fc.record({ type: fc.constant('look' as const), who: fc.nat(5) }),
  fc.record({ type: fc.constant('mark' as const), who: fc.nat(5), mark: fc.constantFrom('deceased', 'wrong_number') }),
  fc.record({ type: fc.constant('died' as const), who: fc.nat(5) }),
  fc.record({ type: fc.constant('cancel' as const), who: fc.nat(5) }),
  fc.record({ type: fc.constant('again' as const), who: fc.nat(5) }),
  fc.record({
    type: fc.constant('send' as const),
    how: fc.constantFrom<DeliveryState>('accepted', 'sent', 'failed', 'expired', 'delivered'),
  }),
  fc.record({
    type: fc.constant('receipt' as const),
    which: fc.nat(20),
    delivery: fc.constantFrom<DeliveryState>('sent', 'delivered', 'undelivered', 'failed', 'read'),
  }),
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Turn = Extract<Step, { type: 'turn' }>;

/** Plays random histories; every turn goes through the port. Stays get their ids from the import, so it comes first. */
export class Player {
  private now = T0;
  private readonly store: Store;
  private readonly records = new Map<number, ConversationRecord>();
  private readonly lines: string[] = [];
  private readonly imported = new Set<number>();
  private opened = 0;

  constructor(store: Store) {
    this.store = store;
  }

  async play(one: Step): Promise<void> {
    this.now += 1_000;
    switch (one.type) {
      case 'import':
        await this.import(one.who, one.later);
        return;
      case 'open':
        await this.open(one.who);
        return;
      case 'turn':
        await this.turn(one);
        return;
      case 'look':
        await this.look(one.who);
        return;
      case 'mark':
        await this.commit(one.who, { patientMarks: [one.mark], followUp: 'done' });
        return;
      case 'died':
        await this.store.directory.markDeceased([`R${String(one.who)}`], this.now);
        return;
      case 'cancel':
        await this.store.campaign.cancel(`stay-${String(one.who)}`, 'opted_out');
        return;
      case 'again':
        await this.commit(one.who, { followUp: 'planned', cancelUnsent: true });
        return;
      case 'send':
        await this.send(one.how);
        return;
      case 'receipt':
        await this.receipt(one.which, one.delivery);
    }
  }

  private async import(who: number, later: boolean): Promise<void> {
    const facts = {
      ...stayFacts(who),
      department: who % 2 === 0 ? '心内科' : '骨科',
      ...(who > 3 ? { ward: '三病区' } : {}),
    };
    const row = later ? { ...facts, stayId: `stay-${String(who)}-later`, dischargedOn: '2026-03-09' } : facts;
    await this.store.directory.addStays([stayRow(who, { facts: row })], this.now);
    if (!later) this.imported.add(who);
  }

  /** A second conversation about the same stay goes over another channel. */
  private async open(who: number): Promise<void> {
    if (!this.imported.has(who)) return;
    this.opened += 1;
    const again = this.records.has(who);
    const record = newRecord(who, {
      id: `c${String(who)}-${String(this.opened)}`,
      ...(again ? { channel: 'telegram', address: `t${String(this.opened)}` } : {}),
    });
    const turn = nextTurn(record, { out: ['您好'] }, { at: this.now, followUp: 'open', contact: newContact(record) });
    const known = await this.store.turns.loadByAddress(record.channel, record.address);
    if (known !== undefined || (await this.store.turns.commit(turn)) !== 'committed') return;
    this.records.set(who, turn.record);
    this.lines.push(`${record.id}.1`);
  }

  private async turn(one: Turn): Promise<void> {
    const before = this.records.get(one.who);
    if (before === undefined) return;
    this.now += one.after;
    const outcome = one.outcome;
    const answers =
      one.grade === null ? before.answers : { ...before.answers, doctor: { grade: one.grade, reason: '等得太久' } };
    await this.commit(
      one.who,
      {
        at: this.now,
        cancelUnsent: one.cancel,
        record: { ...before, answers, outcome, state: outcome === null ? 'waiting' : 'closed' },
        handoff:
          one.handoff === null
            ? null
            : { id: `h-${before.id}-${String(before.version)}`, reason: 'threat', priority: one.handoff, text: 'x' },
        audit: one.seen ? [{ who: 'account:a', what: 'conversation.claim', subject: before.id }] : [],
        registers: one.complaint
          ? [{ type: 'add', index: before.version, kind: 'complaint', text: 'x', concerns: [] }]
          : [],
        followUp: outcome === null ? null : 'done',
        endHandoff: one.staff,
      },
      one,
    );
  }

  /** By the clock of the store, which is later than anything here. */
  private async look(who: number): Promise<void> {
    const subject = this.records.get(who)?.id ?? 'c0';
    await this.store.audit.append({ who: 'account:b', what: 'conversation.view', subject });
  }

  private async commit(who: number, change: Parameters<typeof nextTurn>[2], says?: Turn): Promise<void> {
    const before = this.records.get(who);
    if (before === undefined) return;
    const turn = nextTurn(
      before,
      { ...(says?.heard === true ? { in: ['满意'] } : {}), ...(says?.said === true ? { out: ['好'] } : {}) },
      { at: this.now, ...change },
    );
    const messages =
      says?.staff === true ? turn.messages.map((line) => ({ ...line, ...byStaff(line.direction) })) : turn.messages;
    if ((await this.store.turns.commit({ ...turn, messages })) !== 'committed') return;
    this.records.set(who, turn.record);
    for (const line of turn.outbox) this.lines.push(`${before.id}.${String(line.seq)}`);
  }

  private async send(delivery: DeliveryState): Promise<void> {
    for (const line of await this.store.outbox.claim(this.now + MINUTE, 3, 1000))
      await this.store.outbox.settle(line.id, { type: 'done', delivery, providerId: `SM${line.id}` }, this.now);
  }

  private async receipt(which: number, delivery: DeliveryState): Promise<void> {
    const id = this.lines[which % Math.max(1, this.lines.length)];
    if (id !== undefined) await this.store.outbox.receipt({ id, providerId: `SM${id}`, delivery }, this.now);
  }
}

function byStaff(direction: 'in' | 'out'): { author: 'staff' } | object {
  return direction === 'out' ? { author: 'staff' } : {};
}
