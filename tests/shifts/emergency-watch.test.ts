import { expect, onTestFinished, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import type { ConversationRecord } from '../../src/domain/conversation.ts';
import type { MessageRow } from '../../src/domain/message.ts';
import { EmergencyWatch } from '../../src/shifts/emergency-watch.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { newContact, newRecord, nextTurn, T0, ZONE } from '../contracts/store/turns.ts';

/** A service with an emergency of T0; opened within a minute and answered within five. */
async function emergency() {
  const clock = { at: T0 };
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE, clock: { now: () => clock.at } });
  onTestFinished(() => store.close());
  const with_ = newRecord(1, {
    state: 'with_staff',
    handoff: { reason: 'emergency', priority: 'urgent', since: T0, history: [] },
  });
  const handoff = { id: 'w1', reason: 'emergency', priority: 'urgent', text: '胸痛' } as const;
  const turn = nextTurn(with_, { in: ['胸口疼得厉害'] }, { contact: newContact(with_), handoff });
  await store.turns.commit(turn);
  const rung: string[] = [];
  const started = () =>
    new EmergencyWatch({
      store,
      limits: () => ({ openMs: 60 * SECOND, answerMs: 5 * MINUTE }),
      ring: (id, ring) => rung.push(`${id} ${ring}`),
    });
  let watch = started();
  return {
    store,
    record: turn.record,
    /** Looks at the clock and says what rang. */
    look: async (after: number) => {
      clock.at = T0 + after;
      rung.length = 0;
      const next = await watch.round(clock.at);
      return { rung: [...rung], next: next === undefined ? undefined : next - T0 };
    },
    does: async (what: string, after: number, who = 'u1') => {
      clock.at = T0 + after;
      await store.audit.append({ who: `account:${who}`, what: `conversation.${what}`, subject: 'c1' });
    },
    restart: () => {
      watch = started();
    },
  };
}

function answered(record: ConversationRecord, at: number) {
  const line: MessageRow = {
    conversationId: record.id,
    seq: record.lastSeq + 1,
    direction: 'out',
    author: 'staff',
    text: '请马上拨打120',
    at,
    delivery: 'pending',
    phrases: [],
    options: [],
    readings: [],
  };
  const turn = nextTurn(record, {}, { at });
  return { ...turn, messages: [line], record: { ...turn.record, lastSeq: line.seq, desk: answeredDesk(at) } };
}

function answeredDesk(at: number) {
  return { owner: 'u1', ownerSince: at, waitingSince: null, snoozedUntil: null, labels: [], answeredAt: at };
}

test('one that nobody opens rings again every minute, and as unanswered when its time is over', async () => {
  const { look } = await emergency();
  expect(await look(0)).toEqual({ rung: [], next: MINUTE });
  expect((await look(MINUTE)).rung).toEqual(['c1 unopened']);
  expect((await look(MINUTE + 15 * SECOND)).rung).toEqual([]);
  expect((await look(2 * MINUTE)).rung).toEqual(['c1 unopened']);
  expect((await look(5 * MINUTE)).rung).toEqual(['c1 unanswered']);
  expect((await look(6 * MINUTE)).rung).toEqual(['c1 unopened']);
});

test('one that was opened and not answered rings at its time and every five minutes after', async () => {
  const { look, does, store } = await emergency();
  await does('view', 20 * SECOND);
  expect(await store.desk.emergencies()).toEqual([
    { conversationId: 'c1', since: T0, opened: { account: 'u1', at: T0 + 20 * SECOND }, taken: null },
  ]);
  expect(await look(MINUTE)).toEqual({ rung: [], next: 5 * MINUTE });
  expect((await look(5 * MINUTE)).rung).toEqual(['c1 unanswered']);
  expect((await look(9 * MINUTE)).rung).toEqual([]);
  expect((await look(10 * MINUTE)).rung).toEqual(['c1 unanswered']);
});

test('who claims it has its time before the others are called once more', async () => {
  const { look, does } = await emergency();
  await does('claim', 4 * MINUTE, 'u2');
  expect(await look(5 * MINUTE)).toEqual({ rung: [], next: 9 * MINUTE });
  expect((await look(9 * MINUTE)).rung).toEqual(['c1 unanswered']);
});

test('who was refused has neither opened nor claimed it', async () => {
  const { look, does } = await emergency();
  await does('claim.refused.NOT_FOUND', 20 * SECOND);
  expect((await look(MINUTE)).rung).toEqual(['c1 unopened']);
});

test('an answer, and a call by telephone, end it', async () => {
  const { look, record, store } = await emergency();
  expect(await store.turns.commit(answered(record, T0 + MINUTE))).toBe('committed');
  expect(await look(10 * MINUTE)).toEqual({ rung: [], next: undefined });
  const other = await emergency();
  await other.does('reached', 2 * MINUTE);
  expect(await other.look(10 * MINUTE)).toEqual({ rung: [], next: undefined });
});

test('after a restart it rings at once', async () => {
  const { look, restart } = await emergency();
  await look(MINUTE);
  restart();
  expect((await look(MINUTE + 5 * SECOND)).rung).toEqual(['c1 unopened']);
});
