import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import type { TaskEvent, TaskResult } from '../../../src/domain/work.ts';
import type { NewTask, Store, TaskChange } from '../../../src/store/store.ts';
import { T0 } from './turns.ts';

export const appointment = (date: string, due: number) => ({
  id: 'c1.a0',
  kind: 'appointment' as const,
  text: `骨科 ${date}`,
  details: { department: '骨科', date, name: '李芳', phone: '13800012301' },
  promise: { due, remindAt: due - HOUR },
});

export const callback = (id: string, conversationId: string | null, due: number | null): NewTask => ({
  id,
  conversationId,
  kind: 'callback',
  source: 'staff',
  priority: 'normal',
  text: '回电告知化验结果',
  details: {},
  at: T0,
  due,
  remindAt: due === null ? null : due - 30 * MINUTE,
  assignee: null,
});

export const by = (what: TaskEvent['what'], at = T0, details: TaskEvent['details'] = {}): TaskEvent => ({
  at,
  who: 'u1',
  what,
  details,
});

export const RESULT: TaskResult = {
  outcome: 'confirmed',
  text: '',
  appointedAt: T0 + 24 * HOUR,
  told: 'phone',
  by: 'u1',
  at: T0,
};

export async function change(store: Store, id: string, given: TaskChange, event: TaskEvent) {
  const version = (await store.work.find(id))?.task.version ?? 0;
  return store.work.change(id, version, given, event);
}
