import { describe, expect } from 'vitest';
import { BLANK_FORM } from '../../../src/domain/register.ts';
import type { Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import { ALL, ANY, byHand, change, complained, numbers } from './register-entries.ts';
import type { StoreFactory } from './suite.ts';
import { address, T0 } from './turns.ts';

export function registerListsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: lists of the registers`, () => {
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
        told: { heads: 1, conduct: 1, leaders: 0 },
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
  });
}
