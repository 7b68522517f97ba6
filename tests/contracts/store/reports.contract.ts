import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { DeliveryState } from '../../../src/domain/message.ts';
import { BLANK_FORM } from '../../../src/domain/register.ts';
import type { Answer } from '../../../src/domain/vocabulary.ts';
import type { ReportScope, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import { Player, step } from './report-player.ts';
import type { StoreFactory } from './suite.ts';
import { begin, nextTurn, stayRow, T0 } from './turns.ts';

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

    test('an urgent handoff is opened by the first of the staff who sees it, counted from when it became urgent', async (store) => {
      const see = (who: string) => store.audit.append({ who, what: 'conversation.view', subject: 'c1' });
      const openings = async () => (await store.reports.handoffs(MONTH, 10)).map(({ at, openedAt }) => [at, openedAt]);
      const record = await opened(store, 1);
      const asked = { id: 'h1', reason: 'human_requested', priority: 'normal', text: 'x' } as const;
      const waiting = nextTurn(record, { in: ['转人工'] }, { at: T0 + MINUTE, handoff: asked });
      await store.turns.commit(waiting);
      await store.turns.commit(
        nextTurn(
          waiting.record,
          {},
          { at: T0 + 2 * MINUTE, audit: [{ who: 'account:a', what: 'conversation.view', subject: 'c1' }] },
        ),
      );
      expect(await openings()).toEqual([[T0 + MINUTE, null]]);
      const flag = { id: 'h2', reason: 'emergency', priority: 'urgent', text: 'x' } as const;
      const raised = nextTurn(
        nextTurn(waiting.record, {}).record,
        { in: ['胸口疼'] },
        { at: T0 + 9 * MINUTE, handoff: flag },
      );
      expect(await store.turns.commit(raised)).toBe('committed');
      expect(await openings()).toEqual([[T0 + 9 * MINUTE, null]]);
      const row = (who: string, what: string) => ({ who, what, subject: 'c1' });
      const looked = nextTurn(
        raised.record,
        {},
        {
          at: T0 + 10 * MINUTE,
          audit: [row('cli:root', 'conversation.view'), row('account:a', 'conversation.view.refused.NOT_FOUND')],
        },
      );
      await store.turns.commit(looked);
      const claimed = nextTurn(
        looked.record,
        {},
        { at: T0 + 11 * MINUTE, audit: [row('account:a', 'conversation.claim')] },
      );
      await store.turns.commit(claimed);
      await see('account:b');
      expect(await openings()).toEqual([[T0 + 9 * MINUTE, T0 + 11 * MINUTE]]);
      await agree(store);
      await store.turns.commit(nextTurn(claimed.record, { in: ['快点'] }, { at: T0 + 20 * MINUTE, handoff: flag }));
      expect(await openings()).toEqual([[T0 + 9 * MINUTE, T0 + 11 * MINUTE]]);
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
