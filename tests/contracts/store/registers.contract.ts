import { describe, expect } from 'vitest';
import { BLANK_FORM, type RegisterRecord } from '../../../src/domain/register.ts';
import type { NewRegisterEntry, RegisterFilter, RegisterScope, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { address, begin, nextTurn, stayRow, T0 } from './turns.ts';

const ZHAO = { account: 'a1', name: '赵敏' };
const QIAN = { account: 'a2', name: '钱科' };
const ALL: RegisterScope = { department: null, notNaming: [] };
const ANY: RegisterFilter = {
  kinds: ['complaint', 'suggestion'],
  statuses: null,
  department: null,
  category: null,
  overdueOn: null,
  text: null,
  from: null,
  to: null,
};

function byHand(change: Partial<NewRegisterEntry> = {}): NewRegisterEntry {
  return {
    kind: 'complaint',
    text: '收费窗口排队两小时',
    form: { ...BLANK_FORM, contactName: '孙立', phone: '0000-123' },
    receivedAt: T0,
    receivedThrough: 'phone',
    receivedBy: ZHAO,
    conversationId: null,
    at: T0,
    ...change,
  };
}

/** A conversation whose turn makes one complaint. */
async function complained(store: Store, n: number, text: string, concerns: readonly string[] = []) {
  return begin(store, n, { in: [text] }, { registers: [{ type: 'add', index: 0, kind: 'complaint', text, concerns }] });
}

async function found(store: Store, number: string, kind: RegisterRecord['kind'] = 'complaint') {
  const entry = await store.registers.find({ kind, number });
  if (entry === undefined) throw new Error(`no ${number}`);
  return entry;
}

async function change(store: Store, record: RegisterRecord, changed: Partial<RegisterRecord>) {
  const changes = Object.entries(changed).map(([field, next]) => ({ field, old: '', next: String(next) }));
  return store.registers.change({
    record: { ...record, ...changed },
    by: ZHAO,
    at: T0 + 5,
    changes,
    what: 'register.edit',
  });
}

async function numbers(store: Store, filter: Partial<RegisterFilter> = {}, scope: RegisterScope = ALL) {
  const { rows } = await store.registers.list({
    scope,
    filter: { ...ANY, ...filter },
    order: 'newest',
    limit: 50,
    after: null,
  });
  return rows.map(({ number }) => number);
}

export function registersContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: registers`, () => {
    test('an entry that a turn made knows what its talk knows', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await complained(store, 1, '护士态度差', ['nurse']);
      expect(await found(store, '2026-0001')).toMatchObject({
        conversationId: 'c1',
        index: 0,
        version: 0,
        text: '护士态度差',
        concerns: ['nurse'],
        concernedDepartment: '心内科',
        patientName: '王小明',
        relation: '本人',
        recordNo: 'R1',
        phone: address(1),
        followedUpAt: T0,
        receivedThrough: 'conversation',
        receivedBy: null,
        status: 'open',
        severity: 'ordinary',
        dueOn: null,
        signatures: [],
      });
      expect(await store.registers.find({ kind: 'praise', number: '2026-0001' })).toBeUndefined();
      expect(await store.registers.find({ kind: 'complaint', number: '1' })).toBeUndefined();
    });

    test('entries by hand are numbered with those of conversations, per kind and year', async (store) => {
      await complained(store, 1, '太慢');
      const second = await store.registers.add(byHand());
      const praise = await store.registers.add(byHand({ kind: 'praise' }));
      const earlier = await store.registers.add(byHand({ receivedAt: Date.UTC(2025, 11, 31, 3) }));
      expect([second.number, praise.number, earlier.number]).toEqual(['2026-0002', '2026-0001', '2025-0001']);
      expect(await found(store, '2026-0002')).toMatchObject({
        conversationId: null,
        contactName: '孙立',
        receivedThrough: 'phone',
        receivedBy: ZHAO,
        handler: ZHAO,
        categories: [],
      });
      await complained(store, 2, '又慢');
      expect(await numbers(store)).toContain('2026-0003');
      expect(await store.views.tallies('2026-01-01', '2026-12-31')).toContainEqual({
        day: '2026-03-10',
        name: 'register.complaint',
        count: 2,
      });
    });

    test('an entry by hand about a conversation takes over what the talk knows, and is listed with it', async (store) => {
      const before = await begin(store, 1);
      const entry = await store.registers.add(
        byHand({ conversationId: 'c1', form: { ...BLANK_FORM, relation: '儿子' } }),
      );
      expect(entry).toMatchObject({ conversationId: 'c1', patientName: '王小明', relation: '儿子' });
      await store.turns.commit(
        nextTurn(
          before,
          { in: ['还有'] },
          { registers: [{ type: 'add', index: 0, kind: 'complaint', text: '还有', concerns: [] }] },
        ),
      );
      expect((await store.registers.ofConversation('c1')).map(({ text }) => text)).toEqual([
        '还有',
        '收费窗口排队两小时',
      ]);
      await expect(store.registers.add(byHand({ conversationId: 'none' }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    test('of two people who change the same version the second gets a conflict and writes nothing', async (store) => {
      const read = await store.registers.add(byHand());
      expect(await change(store, read, { proposal: '核实' })).toBe('changed');
      expect(await change(store, read, { proposal: '不处理' })).toBe('conflict');
      const now = await found(store, read.number);
      expect([now.version, now.proposal]).toEqual([1, '核实']);
      expect((await store.registers.history(read)).map(({ field, next }) => [field, next])).toEqual([
        ['received', 'phone'],
        ['proposal', '核实'],
      ]);
      await expect(change(store, { ...read, number: '2026-0099' }, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('everything that staff fill in comes back as it was', async (store) => {
      const read = await store.registers.add(byHand());
      const filled: Partial<RegisterRecord> = {
        categories: ['conduct', 'fees'],
        severity: 'major',
        department: '行风办',
        coDepartments: ['医保办', '财务科'],
        status: 'answered',
        dueOn: '2026-03-17',
        dueProvisional: true,
        pausedAt: T0,
        pausedDays: 2,
        findings: [{ department: '行风办', text: '属实', at: T0, ...QIAN }],
        signatures: [{ step: 'assign', at: T0, ...ZHAO }],
        reply: { text: '已退还', at: T0, channel: 'phone' },
        duplicateOf: '2026-0007',
        remarks: '引号\'与"',
        text: '改过的字',
      };
      expect(await change(store, read, filled)).toBe('changed');
      expect(await found(store, read.number)).toEqual({ ...read, ...filled, version: 1 });
    });

    test('what the contact adds or says to the result makes a form that somebody has open stale', async (store) => {
      const talk = await complained(store, 1, '护士态度差', ['nurse']);
      const open = await found(store, '2026-0001');
      const more = nextTurn(
        talk,
        { in: ['还骂人'] },
        { registers: [{ type: 'append', index: 0, text: '还骂人', concerns: ['李小琴'] }] },
      );
      await store.turns.commit(more);
      expect(await change(store, open, { proposal: '核实' })).toBe('conflict');
      const again = await found(store, '2026-0001');
      expect([again.text, again.concerns]).toEqual(['护士态度差\n还骂人', ['nurse', '李小琴']]);
      expect(await change(store, again, { proposal: '核实' })).toBe('changed');
      await store.turns.commit(
        nextTurn(
          more.record,
          { in: ['没解决'] },
          { registers: [{ type: 'settled', index: 0, settled: false, words: '没解决' }] },
        ),
      );
      expect(await found(store, '2026-0001')).toMatchObject({
        version: 3,
        settled: false,
        settledWords: '没解决',
        proposal: '核实',
      });
      expect((await store.registers.history(open)).map(({ account, field }) => [account, field])).toEqual([
        ['contact', 'text'],
        ['a1', 'proposal'],
        ['contact', 'settled'],
      ]);
    });

    test('a list is filtered by every condition', async (store) => {
      await complained(store, 1, '护士态度差', ['nurse']);
      const fees = await store.registers.add(byHand());
      await store.registers.add(byHand({ kind: 'suggestion', text: '希望加个座位' }));
      await store.registers.add(byHand({ kind: 'praise', text: '谢谢' }));
      await change(store, fees, {
        status: 'assigned',
        department: '财务科',
        coDepartments: ['医保办'],
        categories: ['fees'],
        dueOn: '2026-03-17',
      });
      expect(await numbers(store)).toEqual(['2026-0001', '2026-0002', '2026-0001']);
      expect(await numbers(store, { kinds: ['praise'] })).toEqual(['2026-0001']);
      expect(await numbers(store, { statuses: ['assigned', 'answered'] })).toEqual(['2026-0002']);
      expect(await numbers(store, { department: '医保办' })).toEqual(['2026-0002']);
      expect(await numbers(store, { department: '心内科' })).toEqual(['2026-0001']);
      expect(await numbers(store, { category: 'fees' })).toEqual(['2026-0002']);
      expect(await numbers(store, { category: 'nursing' })).toEqual([]);
      expect(await numbers(store, { overdueOn: '2026-03-18' })).toEqual(['2026-0002']);
      expect(await numbers(store, { overdueOn: '2026-03-17' })).toEqual([]);
      expect(await numbers(store, { from: T0 + 1 })).toEqual([]);
      expect(await numbers(store, { to: T0 + 1, kinds: ['complaint'] })).toEqual(['2026-0002', '2026-0001']);
    });

    test('the search finds words of the entry, its people, its number and its departments', async (store) => {
      await complained(store, 1, '护士态度差');
      await store.registers.add(byHand());
      const search = async (words: string) => [words, await numbers(store, { text: words })];
      for (const words of ['护士', '王小明', address(1).slice(-6), '心内', '2026-0001'])
        expect(await search(words)).toEqual([words, ['2026-0001']]);
      for (const words of ['孙立', '0000-123', '2026-0002'])
        expect(await search(words)).toEqual([words, ['2026-0002']]);
      for (const words of ['"', '没有的']) expect(await search(words)).toEqual([words, []]);
    });

    test('who heads a department sees what is of it, and nobody sees what names them', async (store) => {
      await complained(store, 1, '李小琴态度差');
      await complained(store, 2, '太吵', ['李护士（可能是李小琴，待核实）']);
      const other = await store.registers.add(byHand());
      await store.registers.add(byHand({ kind: 'praise', text: '谢谢李小琴' }));
      expect(await numbers(store, {}, { department: '心内科', notNaming: [] })).toEqual(['2026-0002', '2026-0001']);
      expect(await numbers(store, {}, { department: null, notNaming: ['李小琴'] })).toEqual([other.number]);
      expect(await numbers(store, { kinds: ['praise'] }, { department: null, notNaming: ['李小琴'] })).toHaveLength(1);
      const counts = { kinds: ['complaint'], today: '2026-03-10' } as const;
      const all = await store.registers.counts({ scope: ALL, ...counts });
      const some = await store.registers.counts({ scope: { department: '心内科', notNaming: ['李小琴'] }, ...counts });
      expect([all.byStatus.open, some.byStatus.open]).toEqual([3, 0]);
    });

    test('pages follow each other without gaps, newest first and nearest deadline first', async (store) => {
      for (let n = 0; n < 7; n += 1) {
        const entry = await store.registers.add(byHand({ text: `第${String(n)}件` }));
        if (n < 5) await change(store, entry, { dueOn: `2026-03-${String(20 - (n % 3))}` });
      }
      for (const order of ['newest', 'due'] as const) {
        const whole = await store.registers.list({ scope: ALL, filter: ANY, order, limit: 50, after: null });
        const paged: string[] = [];
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<Store['registers']['list']>> = await store.registers.list({
            scope: ALL,
            filter: ANY,
            order,
            limit: 2,
            after,
          });
          paged.push(...page.rows.map(({ number }) => number));
          after = page.next;
        } while (after !== null);
        expect(paged).toEqual(whole.rows.map(({ number }) => number));
        expect(new Set(paged).size).toBe(7);
      }
      const byDue = await store.registers.list({ scope: ALL, filter: ANY, order: 'due', limit: 9, after: null });
      expect(byDue.rows.map(({ dueOn }) => dueOn?.slice(-2) ?? '')).toEqual(['18', '19', '19', '20', '20', '', '']);
    });

    test('counts tell what stands where and what is overdue', async (store) => {
      const late = await store.registers.add(byHand());
      const paused = await store.registers.add(byHand());
      const closed = await store.registers.add(byHand());
      await store.registers.add(byHand());
      await change(store, late, { dueOn: '2026-03-09', escalated: 2 });
      await change(store, paused, { dueOn: '2026-03-09', pausedAt: T0 });
      await change(store, closed, { dueOn: '2026-03-09', status: 'closed' });
      expect(await store.registers.counts({ scope: ALL, kinds: ['complaint'], today: '2026-03-10' })).toEqual({
        byStatus: { open: 3, assigned: 0, answered: 0, approved: 0, closed: 1 },
        overdue: 1,
        escalated: 1,
      });
    });

    test('near entries are those of the same contact or patient in the span', async (store) => {
      await complained(store, 1, '护士态度差');
      await complained(store, 2, '护士态度很差');
      const called = await store.registers.add(byHand({ form: { ...BLANK_FORM, phone: address(1) } }));
      const span = { kind: 'complaint', from: T0 - 1, to: T0 + 1, phone: '', patientName: '', recordNo: '' } as const;
      const near = async (who: Partial<Parameters<Store['registers']['near']>[0]>) =>
        (await store.registers.near({ ...span, ...who })).map(({ number }) => number);
      expect(await near({ phone: address(1) })).toEqual([called.number, '2026-0001']);
      expect(await near({ patientName: '王小明' })).toEqual(['2026-0002', '2026-0001']);
      expect(await near({})).toEqual([]);
      expect(await near({ phone: address(1), from: T0 + 1 })).toEqual([]);
      await change(store, called, { duplicateOf: '2026-0001' });
      const repeats = await store.registers.duplicatesOf({ kind: 'complaint', number: '2026-0001' });
      expect(repeats.map(({ number }) => number)).toEqual([called.number]);
    });

    test('deadlines are asked for once, and news of them stands in the history as the system’s', async (store) => {
      const check = async (today: string) =>
        (await store.registers.toCheck(today, { limit: 50, after: null })).rows.map(({ number }) => number);
      await complained(store, 1, '太慢');
      const key = { kind: 'complaint', number: '2026-0001' } as const;
      expect(await check('2026-03-10')).toEqual(['2026-0001']);
      await store.registers.setDeadlines([{ ...key, dueOn: '2026-03-17', dueProvisional: false, escalated: 0 }], T0);
      expect(await check('2026-03-17')).toEqual([]);
      expect(await check('2026-03-18')).toEqual(['2026-0001']);
      await store.registers.setDeadlines([{ ...key, dueOn: '2026-03-17', dueProvisional: false, escalated: 2 }], T0);
      expect(await check('2026-03-18')).toEqual([]);
      expect((await store.registers.history(key)).map(({ account, field, next }) => [account, field, next])).toEqual([
        ['system', 'dueOn', '2026-03-17'],
        ['system', 'escalated', '2'],
      ]);
      expect((await found(store, '2026-0001')).version).toBe(0);
      await store.registers.add(byHand());
      const page = await store.registers.toCheck('2026-03-10', { limit: 1, after: null });
      expect(page.rows).toHaveLength(1);
      expect((await store.registers.toCheck('2026-03-10', { limit: 1, after: page.next })).rows).toEqual([]);
    });

    test('attachments are taken away with a reason, once, and still stand there', async (store) => {
      const entry = await store.registers.add(byHand());
      const file = { id: 'f1', name: '收据.jpg', type: 'image/jpeg', bytes: 3, sha256: 'ab', by: ZHAO, at: T0 };
      await store.registers.attach(entry, file);
      expect(await store.registers.attachments(entry)).toEqual([{ ...file, deleted: null }]);
      const deleted = { by: QIAN, at: T0 + 1, reason: '传错了' };
      expect(await store.registers.detach(entry, 'f1', deleted)).toBe(true);
      expect(await store.registers.detach(entry, 'f1', deleted)).toBe(false);
      expect(await store.registers.detach(entry, 'f2', deleted)).toBe(false);
      expect(await store.registers.attachments(entry)).toEqual([{ ...file, deleted }]);
      expect((await store.registers.history(entry)).map(({ field, next }) => [field, next])).toEqual([
        ['received', 'phone'],
        ['attachment', '收据.jpg'],
        ['attachment', '传错了'],
      ]);
      await expect(store.registers.attach({ kind: 'praise', number: '2026-0009' }, file)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
}
