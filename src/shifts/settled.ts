import type { PacketPoint } from '../domain/shift.ts';
import { isPending } from '../domain/work.ts';
import type { DeskStore, RegisterStore, TurnStore, WorkStore } from '../store/store.ts';

/** Where a point is looked up again. */
export interface SettledStores {
  readonly turns: Pick<TurnStore, 'load'>;
  readonly desk: Pick<DeskStore, 'drafts'>;
  readonly work: Pick<WorkStore, 'find'>;
  readonly registers: Pick<RegisterStore, 'find'>;
}

/** Keys of the points that were settled since they were signed: nobody has to take them over any more. */
export async function settledPoints(
  stores: SettledStores,
  points: readonly PacketPoint[],
): Promise<ReadonlySet<string>> {
  const settled = await Promise.all(points.map((point) => isSettled(stores, point)));
  return new Set(points.filter((_, index) => settled[index]).map(({ key }) => key));
}

function isSettled(stores: SettledStores, point: PacketPoint): Promise<boolean> {
  switch (point.subject.type) {
    case 'conversation':
      return isTalkSettled(stores, point);
    case 'draft':
      return isReplyGone(stores, point);
    case 'task':
      return isTaskSettled(stores, point);
    case 'entry':
      return isEntryClosed(stores, point);
    case 'check':
      return Promise.resolve(false);
  }
}

async function isTalkSettled({ turns }: SettledStores, { subject, section }: PacketPoint): Promise<boolean> {
  const record = (await turns.load(subject.id))?.record;
  if (record?.state !== 'with_staff') return true;
  const { owner = null, waitingSince = null } = record.desk ?? {};
  return (
    ((section === 'urgent' || section === 'unassigned') && owner !== null) ||
    (section === 'unread' && waitingSince === null)
  );
}

/** It has left, or was thrown away. */
async function isReplyGone({ desk }: SettledStores, { subject, conversationId }: PacketPoint): Promise<boolean> {
  const drafts = conversationId === null ? [] : await desk.drafts(conversationId);
  return !drafts.some(({ id }) => id === subject.id);
}

async function isTaskSettled({ work }: SettledStores, { subject }: PacketPoint): Promise<boolean> {
  const task = (await work.find(subject.id))?.task;
  return task === undefined || !isPending(task);
}

async function isEntryClosed({ registers }: SettledStores, { subject }: PacketPoint): Promise<boolean> {
  const [, number = ''] = subject.id.split(':');
  const entry = await registers.find({ kind: 'complaint', number });
  return entry === undefined || entry.status === 'closed';
}
