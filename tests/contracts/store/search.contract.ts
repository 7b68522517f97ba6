import { describe, expect } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { type StoreTest, withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, newContact, newRecord, nextTurn, stayFacts, stayRow, T0 } from './turns.ts';

/** How staff find a conversation again. */
export function searchContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: search`, () => {
    words(test);
    names(test);
    scope(test);
  });
}

const ALL = { department: null, hiddenFrom: [] } as const;

async function found(store: Store, words: string, limit = 20): Promise<readonly string[]> {
  const hits = await store.desk.search(words, { sight: ALL, limit });
  return hits.map(({ record, line }) => `${record.id}${line === null ? '' : `: ${line.text}`}`);
}

function words(test: StoreTest): void {
  test('two Chinese characters are enough, the newest is first, and each conversation is there once', async (store) => {
    const first = await begin(store, 1, { in: ['护士态度差'] }, { at: T0 + 1 });
    await begin(store, 2, { in: ['我觉得态度还可以'] }, { at: T0 + 2 });
    await begin(store, 3, { in: ['都满意'] }, { at: T0 + 3 });
    expect(await found(store, '态度')).toEqual(['c2: 我觉得态度还可以', 'c1: 护士态度差']);
    await store.turns.commit(nextTurn(first, { in: ['态度真的要改'] }, { at: T0 + 9 }));
    expect(await found(store, '态度')).toEqual(['c1: 态度真的要改', 'c2: 我觉得态度还可以']);
    expect(await found(store, '态度差')).toEqual(['c1: 护士态度差']);
    expect(await found(store, '度态')).toEqual([]);
    expect(await found(store, '态度', 1)).toEqual(['c1: 态度真的要改']);
  });

  test('one character, several words, numbers, other writing', async (store) => {
    await begin(store, 1, { in: ['挂号费３２０元，CT 要等'] });
    await begin(store, 2, { in: ['等了40分钟'] });
    expect(await found(store, '费')).toEqual(['c1: 挂号费３２０元，CT 要等']);
    expect(await found(store, '等 挂号')).toEqual(['c1: 挂号费３２０元，CT 要等']);
    expect(await found(store, '320')).toHaveLength(1);
    expect(await found(store, 'ct')).toHaveLength(1);
    expect(await found(store, 'Ｃｔ')).toHaveLength(1);
    expect(await found(store, '等')).toHaveLength(2);
  });

  test('what the bot says is found nowhere: it says it everywhere', async (store) => {
    await begin(store, 1, { in: ['好'], out: ['您对医生满意吗'] });
    expect(await found(store, '医生')).toEqual([]);
  });

  test('signs alone find nothing and break nothing', async (store) => {
    await begin(store, 1, { in: ['100%"满意" OR *'] });
    for (const typed of ['', ' ', '"', '*', '%', '()', '👍', 'NEAR(']) await found(store, typed);
    expect(await found(store, '%')).toEqual([]);
    expect(await found(store, '满意')).toHaveLength(1);
    expect(await found(store, '满意" OR "x')).toEqual([]);
  });
}

function names(test: StoreTest): void {
  const put = async (store: Store, n: number, patientName: string) => {
    const record = newRecord(n, { stay: { ...stayFacts(n), patientName } });
    await store.turns.commit(nextTurn(record, { in: ['好'] }, { contact: newContact(record), at: T0 + n }));
  };

  test('by name, digits of the phone, number of the record or of an entry', async (store) => {
    await store.directory.addStays([stayRow(1, { recordNo: 'ZY20263301' })], T0);
    await put(store, 1, '欧阳建国');
    await put(store, 2, '王建国');
    await put(store, 3, '李芳');
    const entry = { type: 'add', index: 0, kind: 'complaint', text: '态度差', concerns: [] } as const;
    await begin(store, 4, { in: ['差'] }, { registers: [entry] });
    expect(await found(store, '建国')).toEqual(['c2', 'c1']);
    expect(await found(store, '欧阳')).toEqual(['c1']);
    expect(await found(store, '13800000003')).toEqual(['c3']);
    expect(await found(store, '0003')).toEqual(['c3']);
    expect(await found(store, 'ZY2026')).toEqual(['c1']);
    expect(await found(store, '2026-0001')).toEqual(['c4']);
    expect(await found(store, '2026-0002')).toEqual([]);
  });
}

function scope(test: StoreTest): void {
  test('whoever has the talk: what the bot holds, what waits for its time and what is over is found like the rest', async (store) => {
    const states = ['waiting', 'scheduled', 'closed', 'with_staff'] as const;
    for (const [index, state] of states.entries()) {
      const n = index + 1;
      const department = n % 2 === 0 ? '骨科' : '心内科';
      const stay = { ...stayFacts(n), patientName: '欧阳建国', department };
      const record = newRecord(n, { state, stay });
      const row = stayRow(n, { facts: stay, recordNo: `ZY2026330${String(n)}` });
      await store.directory.addStays([row], T0);
      await store.turns.commit(nextTurn(record, { in: ['床位太挤'] }, { contact: newContact(record), at: T0 + n }));
    }
    for (const words of ['欧阳建国', '1380000000', 'ZY2026330', '太挤']) {
      const hits = await store.desk.search(words, { sight: ALL, limit: 9 });
      expect(hits.map(({ record }) => record.state)).toEqual(states.toReversed());
      const sight = { department: '骨科', hiddenFrom: [] };
      const own = await store.desk.search(words, { sight, limit: 9 });
      expect(own.map(({ record }) => record.id)).toEqual(['c4', 'c2']);
    }
  });

  test('only what may be seen is found', async (store) => {
    const record = newRecord(2, { stay: { ...stayFacts(2), department: '骨科' } });
    await begin(store, 1, { in: ['态度差'] });
    await store.turns.commit(nextTurn(record, { in: ['态度差'] }, { contact: newContact(record) }));
    const entry = { type: 'add', index: 0, kind: 'complaint', text: '态度差', concerns: ['梁宏伟'] } as const;
    await begin(store, 3, { in: ['态度差'] }, { registers: [entry] });
    const ids = async (sight: { department: string | null; hiddenFrom: readonly string[] }) =>
      (await store.desk.search('态度', { sight, limit: 9 })).map((hit) => hit.record.id).toSorted();
    expect(await ids(ALL)).toEqual(['c1', 'c2', 'c3']);
    expect(await ids({ department: '骨科', hiddenFrom: [] })).toEqual(['c2']);
    expect(await ids({ department: null, hiddenFrom: ['梁宏伟'] })).toEqual(['c1', 'c2']);
  });
}
