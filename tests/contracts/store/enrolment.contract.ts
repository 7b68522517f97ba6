import { describe, expect } from 'vitest';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { CommitResult, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { address, begin, newContact, newRecord, nextTurn, stayFacts, stayRow, T0 } from './turns.ts';

const LIFE = 1_000;
const AUDIT = { who: 'cli:somebody', what: 'enrolment.issue', subject: 'R1' };
const CHAT = '4455667788';

const token = (hash: string, recordNo: string) => ({ hash, recordNo, createdAt: T0, expiresAt: T0 + LIFE });
const issue = (store: Store, ...tokens: readonly ReturnType<typeof token>[]) => store.enrolments.issue(tokens, AUDIT);

function chatRecord(n: number, chat: string): ConversationRecord {
  return newRecord(n, { flow: 'consultation', channel: 'telegram', address: chat, stay: null, relation: null });
}

/** A new chat's first turn, which uses a token. */
function tie(store: Store, hash: string, how: { n?: number; chat?: string; at?: number } = {}): Promise<CommitResult> {
  const { n = 10, chat = CHAT, at = T0 } = how;
  const record = chatRecord(n, chat);
  const change = { contact: newContact(record), enrolment: { tokenHash: hash }, at, dedupe: [`telegram:${String(n)}`] };
  return store.turns.commit(nextTurn(record, { in: ['/start'] }, change));
}

async function enrolled(store: Store, now = T0) {
  return (await store.campaign.due(now, 10)).map((due) => due.enrolled);
}

/** Tokens that tie a messenger to a patient, and what the campaign sees of it. */
export function enrolmentContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: enrolment`, () => {
    test('tokens are for patients who are known and alive', async (store) => {
      await store.directory.addStays([stayRow(1), stayRow(2)], T0);
      await store.directory.markDeceased(['R2', 'R8'], T0);
      expect(await issue(store, token('h1', 'R1'), token('h2', 'R2'), token('h8', 'R8'), token('h9', 'R9'))).toEqual([
        'R1',
      ]);
      expect(await store.enrolments.find('h1')).toEqual({
        patientId: 'patient-1',
        patientDeceased: false,
        expiresAt: T0 + LIFE,
        usedBy: null,
      });
      expect(await store.enrolments.find('h2')).toBeUndefined();
    });

    test('a token ties the chat in the commit of the turn, once, and the campaign sees it with its contact', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await issue(store, token('h1', 'R1'));
      expect(await tie(store, 'h1')).toBe('committed');
      expect((await store.enrolments.find('h1'))?.usedBy).toEqual({ channel: 'telegram', address: CHAT });
      const contact = newContact(chatRecord(10, CHAT));
      expect(await enrolled(store)).toEqual([
        [{ channel: 'telegram', address: CHAT, contact, busy: false, usable: true }],
      ]);
      expect(await tie(store, 'h1', { n: 11, chat: '99' })).toBe('conflict');
      expect(await store.turns.load('c11')).toBeUndefined();
      expect((await enrolled(store))[0]).toHaveLength(1);
      // The same update again is a repetition and no race.
      expect(await tie(store, 'h1')).toBe('duplicate');
    });

    test('of two chats that come with one token together, one is tied and the other writes nothing', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await issue(store, token('h1', 'R1'));
      const results = await Promise.all([
        tie(store, 'h1', { n: 10, chat: '1' }),
        tie(store, 'h1', { n: 11, chat: '2' }),
      ]);
      expect([...results].sort()).toEqual(['committed', 'conflict']);
      expect((await enrolled(store))[0]).toHaveLength(1);
    });

    test('an expired or unknown token ties nothing', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await issue(store, token('h1', 'R1'));
      expect(await tie(store, 'h1', { at: T0 + LIFE })).toBe('conflict');
      expect(await tie(store, 'h2')).toBe('conflict');
      expect(await enrolled(store)).toEqual([[]]);
    });

    test('who waits without a messenger is listed once, whatever their number of stays', async (store) => {
      const later = { ...stayFacts(2), stayId: 'stay-2b', dischargedOn: '2026-03-08' };
      await store.directory.addStays([stayRow(3), stayRow(1), stayRow(2), stayRow(2, { facts: later })], T0);
      await store.directory.markDeceased(['R3'], T0);
      expect(await store.enrolments.awaiting()).toEqual(['R1', 'R2']);
      await issue(store, token('h1', 'R1'));
      expect(await store.enrolments.awaiting()).toEqual(['R1', 'R2']);
      await tie(store, 'h1');
      expect(await store.enrolments.awaiting()).toEqual(['R2']);
    });

    test('a busy chat is busy, a wrong one is not used', async (store) => {
      await store.directory.addStays([stayRow(1), stayRow(2)], T0);
      await issue(store, token('h1', 'R1'), token('h2', 'R2'));
      await tie(store, 'h1', { n: 10, chat: '1' });
      await tie(store, 'h2', { n: 11, chat: '2' });
      const talk = newRecord(12, { channel: 'telegram', address: '1', stay: stayFacts(1) });
      const before = newContact(chatRecord(10, '1'));
      await store.turns.commit(nextTurn(talk, {}, { contact: { ...before, conversationId: 'c12', version: 2 } }));
      const other = newRecord(13, { channel: 'telegram', address: '2', stay: stayFacts(2), state: 'closed' });
      await store.turns.commit(nextTurn(other, {}, { patientMarks: ['wrong_number'] }));
      expect(await enrolled(store)).toMatchObject([
        [{ address: '1', busy: true, usable: true }],
        [{ address: '2', busy: false, usable: false }],
      ]);
    });

    test('an open follow-up that is put back is due again, at once, and its channel is passed over', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await issue(store, token('h1', 'R1'));
      await tie(store, 'h1');
      const talk = newRecord(12, { channel: 'telegram', address: CHAT, stay: stayFacts(1) });
      const opening = nextTurn(talk, { out: ['您好'] }, { followUp: 'open' });
      await store.turns.commit(opening);
      expect(await store.campaign.due(T0 + 5, 10)).toEqual([]);
      await store.turns.commit(nextTurn(opening.record, {}, { at: T0 + 5, followUp: 'planned' }));
      expect(await store.campaign.nextDue()).toBe(T0 + 5);
      expect(await store.campaign.counts()).toEqual({ planned: 1 });
      expect(await enrolled(store, T0 + 5)).toMatchObject([[{ address: CHAT, usable: false }]]);
    });

    test('what the list took back meanwhile is not put back', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      const record = await begin(store, 1, { out: ['您好'] }, { followUp: 'open' });
      await store.directory.markDeceased(['R1'], T0);
      await store.turns.commit(nextTurn(record, {}, { followUp: 'planned' }));
      expect(await store.campaign.due(T0, 10)).toEqual([]);
      expect(await store.campaign.counts()).toEqual({ 'withdrawing.deceased': 1 });
    });

    test('a talk on a messenger is withdrawn too', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await issue(store, token('h1', 'R1'));
      await tie(store, 'h1');
      const talk = newRecord(12, { channel: 'telegram', address: CHAT, stay: stayFacts(1) });
      await store.turns.commit(nextTurn(talk, { out: ['您好'] }, { followUp: 'open' }));
      await store.directory.markDeceased(['R1'], T0);
      expect(await store.campaign.toWithdraw(10)).toEqual([{ conversationId: 'c12', why: 'deceased' }]);
    });

    for (const optedOut of ['sms', 'telegram'] as const)
      test(`who opted out (${optedOut}) gets nothing proactive on the other channel, and answers where they write`, async (store) => {
        await store.directory.addStays([stayRow(1)], T0);
        await issue(store, token('h1', 'R1'));
        await tie(store, 'h1');
        const [there, here] = optedOut === 'sms' ? (['sms', 'telegram'] as const) : (['telegram', 'sms'] as const);
        const at = { sms: address(1), telegram: CHAT };
        const out = newRecord(20, { channel: there, address: at[there], stay: null, state: 'closed' });
        const version = there === 'telegram' ? 2 : 1;
        await store.turns.commit(nextTurn(out, {}, { contact: newContact(out, { optedOutAt: T0, version }) }));
        const talk = newRecord(21, { channel: here, address: at[here], stay: stayFacts(1) });
        const first = nextTurn(talk, { out: [{ text: '提醒', mark: { proactive: true } }] });
        await store.turns.commit(first);
        const [reminder] = await store.outbox.claim(T0, 10, 1_000);
        expect([reminder?.text, reminder?.optedOut]).toEqual(['提醒', true]);
        await store.outbox.settle(reminder?.id ?? '', { type: 'done', delivery: 'cancelled' }, T0);
        await store.turns.commit(nextTurn(first.record, { in: ['在吗'], out: ['在'] }));
        expect((await store.outbox.claim(T0, 10, 1_000)).map((line) => [line.text, line.optedOut])).toEqual([
          ['在', false],
        ]);
      });
  });
}
