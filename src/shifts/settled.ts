import type { PacketPoint } from '../domain/shift.ts';
import { isPending } from '../domain/work.ts';
import type { RegisterStore, TurnStore, WorkStore } from '../store/store.ts';

/** Where a point is looked up again. */
export interface SettledStores {
  readonly turns: Pick<TurnStore, 'load'>;
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

async function isSettled(
  { turns, work, registers }: SettledStores,
  { subject, section }: PacketPoint,
): Promise<boolean> {
  switch (subject.type) {
    case 'conversation': {
      const record = (await turns.load(subject.id))?.record;
      if (record?.state !== 'with_staff') return true;
      if (section === 'urgent') return record.desk?.owner !== null && record.desk?.owner !== undefined;
      return section === 'unread' && record.desk?.waitingSince === null;
    }
    case 'task': {
      const task = (await work.find(subject.id))?.task;
      return task === undefined || !isPending(task);
    }
    case 'entry': {
      const [kind, number = ''] = subject.id.split(':');
      if (kind !== 'complaint' && kind !== 'suggestion') return false;
      const entry = await registers.find({ kind, number });
      return entry === undefined || entry.status === 'closed';
    }
    case 'check':
      return false;
  }
}
