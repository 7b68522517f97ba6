import { HuifangError } from '../../../domain/errors.ts';
import type { TaskEvent } from '../../../domain/work.ts';
import { isAbout } from '../../../registers/naming.ts';
import type { TaskChange, WorkRow } from '../../../store/store.ts';
import type { TaskDetail } from '../../wire/work.ts';
import type { SignedIn } from '../endpoint.ts';
import type { WorkDeps } from './deps.ts';
import { kindsFor } from './lists.ts';
import { peopleOf, taskDetail } from './views.ts';

/** The task, if this account may know of it. Throws NOT_FOUND. */
export async function taskFor(deps: WorkDeps, who: SignedIn, id: string): Promise<WorkRow> {
  const row = await deps.work.find(id);
  if (row === undefined || kindsFor(who)?.includes(row.task.kind) === false) throw new HuifangError('NOT_FOUND');
  if (row.task.conversationId !== null) await requireVisible(deps, who, row.task.conversationId);
  return row;
}

/** Whether somebody may know of this conversation; of none: yes. */
export async function sees(
  deps: Pick<WorkDeps, 'views'>,
  who: Pick<SignedIn, 'staffName'>,
  conversationId: string | null,
): Promise<boolean> {
  if (conversationId === null) return true;
  return requireVisible(deps, who, conversationId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof HuifangError && error.code === 'NOT_FOUND') return false;
      throw error;
    },
  );
}

/** Throws NOT_FOUND for a conversation that is not there, or that a complaint about this person hangs on. */
export async function requireVisible(
  { views }: Pick<WorkDeps, 'views'>,
  who: Pick<SignedIn, 'staffName'>,
  conversationId: string,
): Promise<void> {
  const viewer = { department: null, staffName: who.staffName };
  const conversation = await views.view(conversationId);
  if (conversation === undefined || conversation.registers.some((entry) => isAbout(entry, viewer)))
    throw new HuifangError('NOT_FOUND');
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
