import { DAY } from '../domain/clock.ts';
import type { Shift } from '../domain/shift.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { DeskStore, Queue, RegisterStore, TurnStore, WorkStore } from '../store/store.ts';
import type { OpenMatters, PacketConversation, Part } from './packet.ts';
import { endOfNextShift, type ShiftSettings } from './schedule.ts';

/** Where a packet is gathered from. */
export interface MatterStores {
  readonly desk: Pick<DeskStore, 'inbox' | 'scheduled'>;
  readonly turns: Pick<TurnStore, 'load'>;
  readonly work: Pick<WorkStore, 'list'>;
  readonly registers: Pick<RegisterStore, 'list'>;
}

/** More than anybody can hand over by hand; of what stands behind them it is said how many there are. */
const LIMIT = 200;
/** Nobody counts further. */
const PAGES = 50;
const NOT_NARROWED = { department: null, reason: null, channel: null, label: null };

/** What is open now and has to be handed over with this shift (handbook section 7). */
export async function openMatters(
  stores: MatterStores,
  shift: Pick<Shift, 'account' | 'kind' | 'endsAt'>,
  settings: ShiftSettings,
  now: number,
): Promise<OpenMatters> {
  const until = endOfNextShift(shift.kind, Math.max(shift.endsAt, now), settings);
  const queue = queueReader(stores, shift.account, now);
  const [mine, snoozed, replies, urgent, unassigned, promises, complaints] = await Promise.all([
    queue('mine'),
    queue('snoozed', ({ record }) => record.desk?.owner === shift.account),
    repliesOf(stores, shift.account),
    queue('urgent'),
    queue('unassigned'),
    promisesUntil(stores, until),
    complaintsUntil(stores, localDate(now + settings.complaintDays * DAY, settings.zone)),
  ]);
  return { mine, snoozed, replies, urgent, unassigned, promises, complaints, checks: settings.checks };
}

/** One page of a list, from where the one before ended. */
type ReadPage<T> = (after: string | null) => Promise<{ readonly rows: readonly T[]; readonly next: string | null }>;

/** As much as can be handed over, and how much more there is. */
async function part<T>(read: ReadPage<T>, counts: (row: T) => boolean = () => true): Promise<Part<T>> {
  const found: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const { rows, next }: Awaited<ReturnType<ReadPage<T>>> = await read(after);
    found.push(...rows.filter(counts));
    after = next;
    if (after === null) break;
  }
  return { rows: found.slice(0, LIMIT), more: Math.max(0, found.length - LIMIT) };
}

function queueReader({ desk }: MatterStores, account: string, now: number) {
  const sight = { department: null, hiddenFrom: [] };
  const query = { account, sight, filters: NOT_NARROWED, now, order: 'waiting', limit: LIMIT } as const;
  return (queue: Queue, counts?: (one: PacketConversation) => boolean): Promise<Part<PacketConversation>> =>
    part((after) => desk.inbox({ ...query, queue, after }), counts);
}

/** With the conversation that each would be said in. */
async function repliesOf({ desk, turns }: MatterStores, account: string): Promise<OpenMatters['replies']> {
  const drafts = await desk.scheduled(account);
  const rows = await Promise.all(
    drafts.slice(0, LIMIT).map(async (draft) => ({
      draft,
      record: (await turns.load(draft.conversationId))?.record ?? null,
    })),
  );
  return { rows, more: drafts.length - rows.length };
}

/** Broken ones included: somebody still waits. */
function promisesUntil({ work }: MatterStores, to: number): Promise<OpenMatters['promises']> {
  return part((after) =>
    work.list({
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
      after,
    }),
  );
}

function complaintsUntil({ registers }: MatterStores, day: string): Promise<OpenMatters['complaints']> {
  return part(
    (after) =>
      registers.list({
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
        after,
      }),
    ({ dueOn }) => dueOn !== null && dueOn <= day,
  );
}
