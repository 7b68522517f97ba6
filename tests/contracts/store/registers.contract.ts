import { describe, expect } from 'vitest';
import { BLANK_FORM, type RegisterRecord } from '../../../src/domain/register.ts';
import { withStore } from './harness.ts';
import { byHand, change, complained, found, numbers, QIAN, ZHAO } from './register-entries.ts';
import type { StoreFactory } from './suite.ts';
import { address, begin, nextTurn, stayRow, T0 } from './turns.ts';

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
        ['proposal', '"核实"'],
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

    test('deadlines are asked for once, and news of them stands in the history as the system’s', async (store) => {
      const check = async (today: string) =>
        (await store.registers.toCheck(today, { limit: 50, after: null })).rows.map(({ number }) => number);
      await complained(store, 1, '太慢');
      const key = { kind: 'complaint', number: '2026-0001' } as const;
      expect(await check('2026-03-10')).toEqual(['2026-0001']);
      await store.registers.setDeadlines([{ ...key, dueOn: '2026-03-17', dueProvisional: false, escalated: 0 }], T0);
      expect(await check('2026-03-17')).toEqual([]);
      expect(await check('2026-03-18')).toEqual(['2026-0001']);
      await store.registers.setDeadlines([{ ...key, dueOn: '2026-03-17', dueProvisional: false, escalated: 3 }], T0);
      expect(await check('2026-03-18')).toEqual([]);
      expect((await store.registers.history(key)).map(({ account, field, next }) => [account, field, next])).toEqual([
        ['system', 'dueOn', '2026-03-17'],
        ['system', 'escalated', 'leaders'],
      ]);
      expect((await found(store, '2026-0001')).version).toBe(0);
      await store.registers.add(byHand());
      const page = await store.registers.toCheck('2026-03-10', { limit: 1, after: null });
      expect(page.rows).toHaveLength(1);
      expect((await store.registers.toCheck('2026-03-10', { limit: 1, after: page.next })).rows).toEqual([]);
    });

    const MOST = { files: 2, bytes: 10 };

    test('an entry holds no more files than it may, nor bytes of them, however they come', async (store) => {
      const entry = await store.registers.add(byHand());
      const file = { name: '收据.jpg', type: 'image/jpeg', bytes: 3, sha256: 'ab', by: ZHAO, at: T0 };
      const attach = (id: string, bytes = 3) => store.registers.attach(entry, { ...file, id, bytes }, MOST);
      expect(await attach('large', 11)).toBe('full');
      expect(await Promise.all(['f1', 'f2', 'f3'].map((id) => attach(id)))).toEqual(['attached', 'attached', 'full']);
      await store.registers.detach(entry, 'f1', { by: ZHAO, at: T0, reason: '重复' });
      expect([await attach('f4', 8), await attach('f5', 7)]).toEqual(['full', 'attached']);
    });

    test('attachments are taken away with a reason, once, and still stand there', async (store) => {
      const entry = await store.registers.add(byHand());
      const file = { id: 'f1', name: '收据.jpg', type: 'image/jpeg', bytes: 3, sha256: 'ab', by: ZHAO, at: T0 };
      await store.registers.attach(entry, file, MOST);
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
      await expect(store.registers.attach({ kind: 'praise', number: '2026-0009' }, file, MOST)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
}
