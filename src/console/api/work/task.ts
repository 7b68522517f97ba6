import { HuifangError } from '../../../domain/errors.ts';
import type { Task, TaskEvent } from '../../../domain/work.ts';
import { isAbout, namesOf, type Person } from '../../../registers/naming.ts';
import type { RegisterKey, TaskChange, WorkRow } from '../../../store/store.ts';
import type { TaskDetail } from '../../wire/work.ts';
import type { SignedIn } from '../endpoint.ts';
import type { WorkDeps } from './deps.ts';
import { kindsFor } from './lists.ts';
import { peopleOf, taskDetail } from './views.ts';

/** The task, if this account may know of it. Throws NOT_FOUND. */
export async function taskFor(deps: WorkDeps, who: SignedIn, id: string): Promise<WorkRow> {
  const row = await deps.work.find(id);
  if (row === undefined || !(await mayKnow(deps, who, row.task))) throw new HuifangError('NOT_FOUND');
  return row;
}

/** Whether the task is of a kind that the role sees, and hangs on nothing that is kept from this account. */
export async function mayKnow(deps: Pick<WorkDeps, 'desk' | 'registers'>, who: SignedIn, task: Task): Promise<boolean> {
  return kindsFor(who)?.includes(task.kind) !== false && sees(deps, who, matterOf(task));
}

/** What a task, or a point of a handover, hangs on; null: on none. */
interface Matter {
  readonly conversationId: string | null;
  readonly entry: RegisterKey | null;
}

/** Also the entry that a shift left open. */
export function matterOf({ conversationId, details }: Pick<Task, 'conversationId' | 'details'>): Matter {
  return { conversationId, entry: entryOf(details['point'] ?? '') };
}

/** `entry:complaint:2026-0001`, as the keys of points are; null for those of other things. */
export function entryOf(point: string): RegisterKey | null {
  const [type, kind, number] = point.split(':');
  return type === 'entry' && kind === 'complaint' && number !== undefined ? { kind, number } : null;
}

/** False for a conversation that is not there, and for what hangs on a complaint about this person; the same as the lists leave out. */
export async function sees(
  { desk, registers }: Pick<WorkDeps, 'desk' | 'registers'>,
  who: Person,
  { conversationId, entry }: Matter,
): Promise<boolean> {
  const sight = { department: null, hiddenFrom: namesOf(who) };
  if (conversationId !== null && !(await desk.maySee(conversationId, sight))) return false;
  const found = entry === null ? undefined : await registers.find(entry);
  return found === undefined || !isAbout(found, who);
}

/** Writes a change on the version that the caller has seen. Throws WORK_CHANGED when it is another by now. */
export async function changeTask(
  deps: WorkDeps,
  seen: { readonly id: string; readonly version: number },
  change: TaskChange,
  event: TaskEvent,
): Promise<void> {
  const result = await deps.work.change(seen.id, seen.version, change, event);
  if (result === 'absent') throw new HuifangError('NOT_FOUND');
  if (result === 'conflict') throw new HuifangError('WORK_CHANGED');
  deps.changed(seen.id);
}

/** The task as it is now, with its history. */
export async function detailOf(deps: WorkDeps, id: string, now: number): Promise<TaskDetail> {
  const [row, history, people] = await Promise.all([deps.work.find(id), deps.work.history(id), peopleOf(deps)]);
  if (row === undefined) throw new HuifangError('NOT_FOUND');
  return taskDetail(row, history, people, now);
}
