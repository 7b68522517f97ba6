import type { Task } from '../../../domain/work.ts';
import type { ConversationView as Stored } from '../../../store/store.ts';
import type { LinkedWork } from '../../wire/conversation.ts';
import type { Colleague } from '../../wire/session.ts';
import type { ConversationDeps } from './deps.ts';
import { ownerView } from './item.ts';

interface Showing {
  readonly colleagues: readonly Colleague[];
  /** Epoch ms. */
  readonly now: number;
}

/** What somebody has to do because of a conversation, and what was promised in it. */
export async function workOf(
  { store }: Pick<ConversationDeps, 'store'>,
  { workItems }: Pick<Stored, 'workItems'>,
  showing: Showing,
): Promise<readonly LinkedWork[]> {
  const found = await Promise.all(workItems.map(({ id }) => store.work.find(id)));
  return found.flatMap((row) => (row === undefined ? [] : [linked(row.task, showing)]));
}

function linked(task: Task, { colleagues, now }: Showing): LinkedWork {
  const { id, kind, text, at, state, source, assignee, due } = task;
  return {
    id,
    kind,
    text,
    at,
    state,
    source,
    assignee: assignee === null ? null : ownerView(assignee, colleagues),
    dueAt: due,
    promise: promiseOf(task, now),
  };
}

/** A promise that was settled too late was broken all the same. */
function promiseOf({ due, state, result }: Task, now: number): LinkedWork['promise'] {
  if (due === null || state === 'cancelled') return null;
  const settledAt = state === 'done' ? (result?.at ?? due) : null;
  if ((settledAt ?? now) > due) return 'broken';
  return settledAt === null ? 'open' : 'kept';
}
