import { z } from 'zod';
import { mayDo } from '../../../access/roles.ts';
import { TASK_KINDS, TASK_SOURCES, TASK_STATES, type TaskKind } from '../../../domain/work.ts';
import { namesOf } from '../../../registers/naming.ts';
import type { Viewer, WorkQuery } from '../../../store/store.ts';
import type { PeopleView, WorkCountsView, WorkPage } from '../../wire/work.ts';
import { type Endpoint, endpoint, type SignedIn } from '../endpoint.ts';
import type { WorkDeps } from './deps.ts';
import { peopleOf, taskView } from './views.ts';

/** What the appointment desk is there for; everything else is none of its business (roles.ts). */
const OF_THE_DESK: readonly TaskKind[] = ['appointment', 'callback'];

const MAX_PAGE = 200;
const listOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1));

const querySchema = z.strictObject({
  kind: listOf(TASK_KINDS).optional(),
  state: listOf(TASK_STATES).default(['open', 'in_progress']),
  source: z.enum(TASK_SOURCES).optional(),
  /** An account, or `me`. */
  assignee: z.string().max(60).optional(),
  department: z.string().max(60).optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  touched: z.enum(['true', 'false']).default('false'),
  attention: z.enum(['true', 'false']).default('false'),
  order: z.enum(['due', 'newest']).default('due'),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  after: z.string().max(60).optional(),
});

/** The kinds that somebody may see at all. */
export function kindsFor({ role }: SignedIn): readonly TaskKind[] | null {
  return role === 'desk' ? OF_THE_DESK : null;
}

function kindsOf(who: SignedIn, wanted: readonly TaskKind[] | undefined): readonly TaskKind[] | null {
  const allowed = kindsFor(who);
  if (wanted === undefined || allowed === null) return wanted ?? allowed;
  return wanted.filter((kind) => allowed.includes(kind));
}

function queryFor(who: SignedIn, query: z.output<typeof querySchema>, now: number): WorkQuery {
  const { from, to, assignee } = query;
  const spans = from !== undefined || to !== undefined;
  return {
    kinds: kindsOf(who, query.kind),
    states: query.state,
    source: query.source ?? null,
    assignee: assignee === 'me' ? who.accountId : (assignee ?? null),
    department: who.role === 'head' ? who.department : (query.department ?? null),
    due: spans ? { from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER } : null,
    hiddenFrom: namesOf(who),
    touched: query.touched === 'true',
    attention: query.attention === 'true' ? viewerOf(who, now) : null,
    order: query.order,
    limit: query.limit,
    after: query.after ?? null,
  };
}

function viewerOf({ accountId, role }: SignedIn, now: number): Viewer {
  return { account: accountId, supervises: mayDo(role, 'shift.review'), now };
}

/** Lists of work items, what is pending, and who can settle it. */
export function workLists(deps: WorkDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/work',
      permission: 'work.view',
      summary:
        'Appointment requests, callbacks, handoffs and notes, narrowed by kind, state, source, assignee, department and due time.',
      query: querySchema,
      audit: () => ({ what: 'work.list', subject: 'work' }),
      shown: ({ rows }: WorkPage) => rows.map(({ id, conversationId }) => conversationId ?? id),
      async handle({ who, query, now }): Promise<WorkPage> {
        const [page, people] = await Promise.all([deps.work.list(queryFor(who, query, now)), peopleOf(deps)]);
        return { rows: page.rows.map((row) => taskView(row, people, now)), next: page.next };
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/work/counts',
      permission: 'work.view',
      summary: 'How many tasks are pending, broken, due soon and yours.',
      handle: ({ who, now }): Promise<WorkCountsView> =>
        deps.work.counts({ ...viewerOf(who, now), hiddenFrom: namesOf(who), kinds: kindsFor(who) }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/work/people',
      permission: 'work.view',
      summary: 'Colleagues to whom a task can be given.',
      async handle(): Promise<PeopleView> {
        return { rows: (await deps.colleagues()).map(({ id, name }) => ({ id, name })) };
      },
    }),
  ];
}
