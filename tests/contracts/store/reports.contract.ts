import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { DeliveryState } from '../../../src/domain/message.ts';
import { BLANK_FORM } from '../../../src/domain/register.ts';
import type { Answer, Outcome } from '../../../src/domain/vocabulary.ts';
import type { ReportScope, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, newContact, newRecord, nextTurn, stayFacts, stayRow, T0 } from './turns.ts';

const MONTH: ReportScope = { from: '2026-03-01', to: '2026-03-31', department: null, ward: null, channel: null };
const MINUTE = 60_000;

/** All names of the scope with their counts, over all rows. */
async function counted(store: Store, scope: ReportScope = MONTH): Promise<Readonly<Record<string, number>>> {
  const sum = (rows: readonly { counts: Readonly<Record<string, number>> }[]) => {
    const total: Record<string, number> = {};
    for (const { counts } of rows)
      for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
    return total;
  };
  const days = sum(await store.reports.figures(scope, 'day'));
  expect(sum(await store.reports.figures(scope, 'month'))).toEqual(days);
  return days;
}

async function agree(store: Store): Promise<void> {
  expect((await store.reports.recompute(false)).differences).toEqual([]);
}

/** A stay that is imported and opened; its conversation. */
async function opened(store: Store, n: number): Promise<ConversationRecord> {
  await store.directory.addStays([stayRow(n)], T0);
  return begin(store, n, { out: ['您好，请问是王小明吗？'] }, { followUp: 'open' });
}

async function send(store: Store, delivery: DeliveryState): Promise<void> {
  for (const line of await store.outbox.claim(T0 + 10 * MINUTE, 100, 1000))
    await store.outbox.settle(line.id, { type: 'done', delivery, providerId: `SM${line.id}` }, T0);
}

async function reply(
  store: Store,
  before: ConversationRecord,
  change: Partial<ConversationRecord>,
): Promise<ConversationRecord> {
  const at = before.updatedAt + MINUTE;
  const turn = nextTurn(
    before,
    { in: ['好的'], out: ['谢谢'] },
    { at, record: { ...before, ...change }, ...(change.outcome == null ? {} : { followUp: 'done' }) },
  );
  expect(await store.turns.commit(turn)).toBe('committed');
  return turn.record;
}

const FULL: Readonly<Record<string, Answer>> = {
  doctor: { grade: 'satisfied' },
  nurse: { grade: 'dissatisfied', reason: '护士态度差，等了半天' },
};

const step = fc.oneof(
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
    handoff: fc.boolean(),
    staff: fc.boolean(),
    complaint: fc.boolean(),
    after: fc.integer({ min: 1, max: 200_000 }),
  }),
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
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Turn = Extract<Step, { type: 'turn' }>;

/** Plays random histories; every turn goes through the port. Stays get their ids from the import, so it comes first. */
class Player {
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
      case 'mark':
        await this.commit(one.who, { patientMarks: [one.mark as 'deceased'], followUp: 'done' });
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
        handoff: one.handoff
          ? { id: `h-${before.id}-${String(before.version)}`, reason: 'human_requested', priority: 'normal', text: 'x' }
          : null,
        registers: one.complaint
          ? [{ type: 'add', index: before.version, kind: 'complaint', text: 'x', concerns: [] }]
          : [],
        followUp: outcome === null ? null : 'done',
        endHandoff: one.staff,
      },
      one,
    );
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

/** What every store keeps for reports. */
export function reportsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: reports`, () => {
    test('random histories: what is kept is what the records give', async (store) => {
      const player = new Player(store);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
          for (const one of steps) await player.play(one);
          await agree(store);
        }),
        { numRuns: 25 },
      );
    });

    test('a stay goes down the waterfall with its conversation', async (store) => {
      const record = await opened(store, 1);
      expect(await counted(store)).toEqual({ discharged: 1, eligible: 1, 'stop.eligible.sending': 1 });
      await send(store, 'sent');
      expect(await counted(store)).toMatchObject({ contacted: 1, 'stop.contacted.no_receipt': 1, 'end.open': 1 });
      await store.outbox.receipt({ id: 'c1.1', providerId: 'SMc1.1', delivery: 'delivered' }, T0);
      expect(await counted(store)).toMatchObject({ delivered: 1, 'via.receipt': 1, 'stop.delivered.open': 1 });
      const heard = await reply(store, record, { respondent: 'patient' });
      expect(await counted(store)).toMatchObject({
        reached: 1,
        identified: 1,
        'by.patient': 1,
        'stop.identified.open': 1,
      });
      await reply(store, heard, { answers: FULL, outcome: 'completed', state: 'closed' });
      expect(await counted(store)).toEqual({
        discharged: 1,
        eligible: 1,
        contacted: 1,
        delivered: 1,
        'via.receipt': 1,
        reached: 1,
        identified: 1,
        completed: 1,
        'end.completed': 1,
        'by.patient': 1,
        'answer.doctor.satisfied': 1,
        'answer.nurse.dissatisfied': 1,
        'reason.nurse': 1,
        'theme.nurse.attitude': 1,
        'theme.nurse.waiting': 1,
        lines: 1,
        segments: 1,
        'sent.lines': 1,
        'sent.segments': 1,
      });
      await agree(store);
    });

    test('an answer proves that our line arrived, whatever the carrier says', async (store) => {
      await reply(store, await opened(store, 1), {});
      expect(await counted(store)).toMatchObject({ delivered: 1, 'via.reply': 1, reached: 1, 'stop.reached.open': 1 });
    });

    test('a line that failed contacts nobody; one that failed later takes it back', async (store) => {
      await opened(store, 1);
      await send(store, 'sent');
      expect(await counted(store)).toMatchObject({ contacted: 1, segments: 1 });
      await store.outbox.receipt({ id: 'c1.1', providerId: 'SMc1.1', delivery: 'failed' }, T0);
      expect(await counted(store)).toEqual({ discharged: 1, eligible: 1, 'stop.eligible.not_sent': 1 });
      await agree(store);
    });

    test('what is left out is counted by its reason, and moves when the list brings news', async (store) => {
      await store.directory.addStays(
        [
          stayRow(1),
          stayRow(2, { followUp: 'cancelled', cancelReason: 'transferred', followUpAt: null }),
          stayRow(3, { address: '', followUp: 'cancelled', cancelReason: 'window_passed', followUpAt: null }),
          stayRow(4, { followUp: 'cancelled', cancelReason: 'window_passed', followUpAt: null }),
        ],
        T0,
      );
      const before = {
        discharged: 4,
        eligible: 2,
        'out.transferred': 1,
        'out.no_phone': 1,
        'stop.eligible.window_passed': 1,
      };
      expect(await counted(store)).toEqual({ ...before, 'stop.eligible.planned': 1 });
      await store.directory.markDeceased(['R1'], T0);
      expect(await counted(store)).toEqual({ ...before, eligible: 1, 'out.deceased': 1 });
      await store.campaign.cancel('stay-4', 'opted_out');
      await agree(store);
    });

    test('answers that came faster than anyone reads leave the rate and are counted', async (store) => {
      let record = await opened(store, 1);
      for (const change of [{}, { answers: FULL }, { outcome: 'completed', state: 'closed' }] as const) {
        const turn = nextTurn(record, { in: ['1'], out: ['好'] }, { at: T0 + 10, record: { ...record, ...change } });
        await store.turns.commit(turn);
        record = turn.record;
      }
      const counts = await counted(store);
      expect(counts).toMatchObject({ 'flag.too_fast': 1, 'flagged.doctor': 1, 'flagged.nurse': 1 });
      expect(counts).not.toHaveProperty('answer.doctor.satisfied');
    });

    test('the stays behind a figure, page by page', async (store) => {
      for (const n of [1, 2, 3]) await reply(store, await opened(store, n), n === 2 ? {} : { answers: FULL });
      const names = { has: ['reached'], lacks: ['stop.reached.*'] };
      const first = await store.reports.stays(MONTH, names, { limit: 1, after: null });
      expect(first.rows.map(({ stayId, record }) => [stayId, record?.id])).toEqual([['stay-3', 'c3']]);
      const second = await store.reports.stays(MONTH, names, { limit: 1, after: first.next });
      expect(second).toMatchObject({
        rows: [{ stayId: 'stay-1', names: expect.arrayContaining(['reached']) as unknown }],
        next: null,
      });
      const elsewhere = { ...MONTH, department: '骨科' };
      expect((await store.reports.stays(elsewhere, names, { limit: 5, after: null })).rows).toEqual([]);
    });

    test('a handoff waits until staff say something', async (store) => {
      const record = await opened(store, 1);
      const handoff = { id: 'h1', reason: 'emergency', priority: 'urgent', text: 'x' } as const;
      const taken = nextTurn(record, { in: ['胸口疼'] }, { at: T0 + MINUTE, handoff });
      await store.turns.commit(taken);
      const row = {
        conversationId: 'c1',
        reason: 'emergency',
        priority: 'urgent',
        department: '心内科',
        day: '2026-03-10',
      };
      expect(await store.reports.handoffs(MONTH, 10)).toMatchObject([{ ...row, at: T0 + MINUTE, answeredAt: null }]);
      const said = nextTurn(taken.record, { out: ['我是值班护士'] }, { at: T0 + 3 * MINUTE });
      await store.turns.commit({ ...said, messages: said.messages.map((line) => ({ ...line, author: 'staff' })) });
      expect(await store.reports.handoffs(MONTH, 10)).toMatchObject([{ ...row, answeredAt: T0 + 3 * MINUTE }]);
      expect(await counted(store)).toMatchObject({ handoff: 1, issue: 1 });
      await agree(store);
    });

    test('who did what is counted with the audit', async (store) => {
      const record = await opened(store, 1);
      const audit = { who: 'a1', what: 'conversation.reply', subject: 'c1' };
      const turn = nextTurn(record, { out: ['您好'] }, { audit: [audit, audit] });
      await store.turns.commit(turn);
      await store.turns.commit(nextTurn(turn.record, {}, { audit: [audit] }));
      expect(await store.reports.work('2026-03-10', '2026-03-10')).toEqual([
        { day: '2026-03-10', account: 'a1', what: 'conversation.reply', count: 3 },
      ]);
      await agree(store);
    });

    test('departments that have figures, and complaints of stays', async (store) => {
      const record = await opened(store, 1);
      const registers = [{ type: 'add', index: 0, kind: 'complaint', text: '饭是凉的', concerns: [] }] as const;
      await store.turns.commit(nextTurn(record, { in: ['…'] }, { registers }));
      expect(await counted(store)).toMatchObject({ complaint: 1, issue: 1 });
      expect(await store.reports.departments()).toEqual(['心内科']);
      await opened(store, 2);
      const by = { account: 'a1', name: '赵敏' };
      const entry = {
        kind: 'complaint',
        text: '电话里说的',
        form: BLANK_FORM,
        receivedAt: T0,
        receivedThrough: 'phone',
      } as const;
      await store.registers.add({ ...entry, receivedBy: by, conversationId: 'c2', at: T0 });
      expect(await counted(store)).toMatchObject({ complaint: 2, issue: 2 });
      await agree(store);
    });
  });
}
