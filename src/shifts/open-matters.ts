import { DAY } from '../domain/clock.ts';
import type { Shift } from '../domain/shift.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { DeskStore, Queue, RegisterStore, WorkStore } from '../store/store.ts';
import type { OpenMatters, PacketConversation } from './packet.ts';
import { endOfNextShift, type ShiftSettings } from './schedule.ts';

/** Where a packet is gathered from. */
export interface MatterStores {
  readonly desk: Pick<DeskStore, 'inbox'>;
  readonly work: Pick<WorkStore, 'list'>;
  readonly registers: Pick<RegisterStore, 'list'>;
}

/** More than anybody can hand over by hand; what stands behind them is in the lists all the same. */
const LIMIT = 200;
const NOT_NARROWED = { department: null, reason: null, channel: null, label: null };

/** What is open now and has to be handed over with this shift (handbook section 7). */
export async function openMatters(
  stores: MatterStores,
  shift: Pick<Shift, 'account' | 'kind' | 'endsAt'>,
  settings: ShiftSettings,
  now: number,
): Promise<OpenMatters> {
  const until = endOfNextShift(shift.kind, Math.max(shift.endsAt, now), settings);
  const [mine, urgent, promises, complaints] = await Promise.all([
    queue(stores, 'mine', shift.account, now),
    queue(stores, 'urgent', shift.account, now),
    promisesUntil(stores, until),
    complaintsUntil(stores, localDate(now + settings.complaintDays * DAY, settings.zone)),
  ]);
  return { mine, urgent, promises, complaints, checks: settings.checks };
}

async function queue(
  { desk }: MatterStores,
  name: Queue,
  account: string,
  now: number,
): Promise<readonly PacketConversation[]> {
  const sight = { department: null, hiddenFrom: [] };
  const query = { account, sight, filters: NOT_NARROWED, now, order: 'waiting', limit: LIMIT, after: null } as const;
  return (await desk.inbox({ ...query, queue: name })).rows;
}

/** Broken ones included: somebody still waits. */
async function promisesUntil({ work }: MatterStores, to: number): Promise<OpenMatters['promises']> {
  const { rows } = await work.list({
    kinds: null,
    states: ['open', 'in_progress'],
    source: null,
    assignee: null,
    department: null,
    due: { from: 0, to },
    hiddenFrom: [],
    touched: false,
    attention: null,
    order: 'due',
    limit: LIMIT,
    after: null,
  });
  return rows;
}

async function complaintsUntil({ registers }: MatterStores, day: string): Promise<OpenMatters['complaints']> {
  const { rows } = await registers.list({
    scope: { department: null, notNaming: [] },
    filter: {
      kinds: ['complaint'],
      statuses: ['open', 'assigned', 'answered', 'approved'],
      department: null,
      category: null,
      overdueOn: null,
      text: null,
      from: null,
      to: null,
    },
    order: 'due',
    limit: LIMIT,
    after: null,
  });
  return rows.filter(({ dueOn }) => dueOn !== null && dueOn <= day);
}
