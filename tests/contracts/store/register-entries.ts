import { BLANK_FORM, type RegisterRecord } from '../../../src/domain/register.ts';
import type { NewRegisterEntry, RegisterFilter, RegisterScope, Store } from '../../../src/store/store.ts';
import { begin, T0 } from './turns.ts';

export const ZHAO = { account: 'a1', name: '赵敏' };
export const QIAN = { account: 'a2', name: '钱科' };
export const ALL: RegisterScope = { department: null, notNaming: [] };
export const ANY: RegisterFilter = {
  kinds: ['complaint', 'suggestion'],
  statuses: null,
  department: null,
  category: null,
  overdueOn: null,
  text: null,
  from: null,
  to: null,
};

export function byHand(change: Partial<NewRegisterEntry> = {}): NewRegisterEntry {
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
export async function complained(store: Store, n: number, text: string, concerns: readonly string[] = []) {
  return begin(store, n, { in: [text] }, { registers: [{ type: 'add', index: 0, kind: 'complaint', text, concerns }] });
}

export async function found(store: Store, number: string, kind: RegisterRecord['kind'] = 'complaint') {
  const entry = await store.registers.find({ kind, number });
  if (entry === undefined) throw new Error(`no ${number}`);
  return entry;
}

export async function change(store: Store, record: RegisterRecord, changed: Partial<RegisterRecord>) {
  const changes = Object.entries(changed).map(([field, next]) => ({ field, old: '', next: JSON.stringify(next) }));
  return store.registers.change({
    record: { ...record, ...changed },
    by: ZHAO,
    at: T0 + 5,
    changes,
    what: 'register.edit',
  });
}

export async function numbers(store: Store, filter: Partial<RegisterFilter> = {}, scope: RegisterScope = ALL) {
  const { rows } = await store.registers.list({
    scope,
    filter: { ...ANY, ...filter },
    order: 'newest',
    limit: 50,
    after: null,
  });
  return rows.map(({ number }) => number);
}
