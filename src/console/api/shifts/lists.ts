import { z } from 'zod';
import { DAY } from '../../../domain/clock.ts';
import { HuifangError } from '../../../domain/errors.ts';
import { SHIFT_STATES } from '../../../domain/shift.ts';
import { localDate, parseDate } from '../../../domain/zoned-time.ts';
import { shiftSpan } from '../../../shifts/schedule.ts';
import type { ShiftDetail, ShiftPage, ShiftsNow } from '../../wire/shifts.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ShiftDeps } from './deps.ts';
import { findShift, shiftDetail, shiftRow } from './views.ts';

const HISTORY_DAYS = 31;
const MAX_PAGE = 200;
const day = z.string().refine((text) => parseDate(text) !== undefined, 'a day written YYYY-MM-DD');
const listQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  state: z.enum(SHIFT_STATES).optional(),
  unreviewed: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  after: z.string().regex(/^\d+$/).optional(),
});
export const shiftParams = z.strictObject({ id: z.string().min(1).max(80) });

/** Shifts as they are and were, and how one begins. */
export function shiftLists(deps: ShiftDeps): readonly Endpoint[] {
  return [now(deps), list(deps), one(deps), begin(deps)];
}

function now(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/shifts/now',
    permission: 'shift.take',
    summary: 'Your shift, those that wait for somebody to take over, and who is on duty.',
    async handle({ who }): Promise<ShiftsNow> {
      const all = (await deps.shifts.open()).map(shiftRow);
      const others = all.filter(({ account }) => account !== who.accountId);
      const unreviewed = await deps.shifts.list({ ...EVER, unreviewed: true, limit: MAX_PAGE });
      return {
        kinds: deps.settings().list.map(({ id, name, from, to }) => ({ id, name, from, to })),
        mine: all.find(({ account }) => account === who.accountId) ?? null,
        waiting: others.filter(({ state }) => state === 'handing_over'),
        running: others.filter(({ state }) => state === 'running'),
        unreviewed: unreviewed.rows.length,
      };
    },
  });
}

const EVER = { states: SHIFT_STATES, from: '0000-01-01', to: '9999-12-31', after: null } as const;

function list(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/shifts',
    permission: 'shift.take',
    summary: 'Shifts by day, the newest first; by default those of the last month.',
    query: listQuery,
    async handle({ query, now: at }): Promise<ShiftPage> {
      const { zone } = deps.settings();
      const page = await deps.shifts.list({
        states: query.state === undefined ? SHIFT_STATES : [query.state],
        from: query.from ?? (query.unreviewed === 'true' ? EVER.from : localDate(at - HISTORY_DAYS * DAY, zone)),
        to: query.to ?? EVER.to,
        unreviewed: query.unreviewed === 'true',
        limit: query.limit,
        after: query.after ?? null,
      });
      return { rows: page.rows.map(shiftRow), next: page.next };
    },
  });
}

function one(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/shifts/:id',
    permission: 'shift.take',
    summary: 'One shift with its packet; of a running one what would be handed over now.',
    params: shiftParams,
    audit: ({ params }) => ({ what: 'shift.view', subject: params.id }),
    async handle({ who, params, now: at }): Promise<ShiftDetail> {
      return shiftDetail(deps, who, await findShift(deps, params.id), at);
    },
  });
}

function begin(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/shifts',
    permission: 'shift.take',
    summary: 'Begins a shift; it is over once a colleague has taken over.',
    body: z.strictObject({ kind: z.string().max(30) }),
    audit: ({ body }) => ({ what: 'shift.begin', subject: body.kind }),
    async handle({ who, body, now: at }): Promise<ShiftDetail> {
      const settings = deps.settings();
      const kind = settings.list.find(({ id }) => id === body.kind);
      if (kind === undefined)
        throw new HuifangError('BAD_REQUEST', [`kind: one of ${settings.list.map(({ id }) => id).join(', ')}`]);
      const id = deps.ids.next();
      const { accountId: account, name: accountName } = who;
      const span = shiftSpan(kind, at, settings.zone);
      const shift = { id, account, accountName, kind: kind.id, name: kind.name, startedAt: at, ...span };
      if ((await deps.shifts.begin(shift)) === 'running') throw new HuifangError('SHIFT_RUNNING');
      deps.changed(id);
      return shiftDetail(deps, who, await findShift(deps, id), at);
    },
  });
}
