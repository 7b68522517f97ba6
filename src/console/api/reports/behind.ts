import { z } from 'zod';
import { mayDo } from '../../../access/roles.ts';
import type { ConversationRecord } from '../../../domain/conversation.ts';
import { REGISTER_CATEGORIES } from '../../../domain/register.ts';
import { HANDOFF_REASONS, PRIORITIES, REGISTER_KINDS } from '../../../domain/vocabulary.ts';
import { PROMISE_STATES } from '../../../domain/work.ts';
import { localDate } from '../../../domain/zoned-time.ts';
import { maskName } from '../../../registers/masking.ts';
import { departmentOf, isInState, settledOf } from '../../../reports/entries.ts';
import { ENTRY_STATES } from '../../../reports/report.types.ts';
import { AWAITED, isBetween, isInTime, minutesUntil, type WaitLimits } from '../../../reports/waits.ts';
import type { HandoffRow, ReportScope, StayBehind } from '../../../store/store.ts';
import type { BehindEntry, BehindHandoff, BehindPage, BehindStay } from '../../wire/reports.ts';
import { type Endpoint, endpoint, type SignedIn } from '../endpoint.ts';
import { deedsBehind } from './deeds.ts';
import type { ReportDeps } from './deps.ts';
import { entriesOf, MOST_HANDOFFS } from './gather.ts';
import { linesBehind } from './lines.ts';
import { promisesBehind } from './promises.ts';
import { inOrder, ORDER, scopeOf, scopeShape } from './scope.ts';
import { conversationFor, isHidden } from './sight.ts';

const names = z
  .string()
  .max(300)
  .optional()
  .transform((text) => (text === undefined || text === '' ? [] : text.split(',')));

const query = z
  .strictObject({
    ...scopeShape,
    kind: z.enum(['stays', 'handoffs', 'entries', 'deeds', 'lines', 'promises']),
    /** Names that a stay counts under, and names it does not; `x.*`: all that begin so. */
    has: names,
    lacks: names,
    reason: z.enum(HANDOFF_REASONS).optional(),
    priority: z.enum(PRIORITIES).optional(),
    /** Handoffs: that were answered or opened at all, or within the limit; and how many minutes the answer took. */
    answered: z.enum(['yes', 'inTime']).optional(),
    opened: z.enum(['yes', 'inTime']).optional(),
    above: z.coerce.number().min(0).optional(),
    upTo: z.coerce.number().min(0).optional(),
    /** Lines: those written in the span, or those about the stays discharged in it. */
    of: z.enum(['written', 'discharged']).default('written'),
    entry: z.enum(REGISTER_KINDS).optional(),
    state: z.enum(ENTRY_STATES).optional(),
    settled: z.enum(['yes', 'no', 'unknown']).optional(),
    /** Promises: what became of them; without one all. */
    promise: names.pipe(z.array(z.enum(PROMISE_STATES))),
    /** Deeds, promises: whose ('': nobody's), and which; without one all that count as work. */
    account: z.string().max(80).optional(),
    deed: z.string().max(60).optional(),
    cause: z.enum(REGISTER_CATEGORIES).optional(),
    person: z.string().max(60).optional(),
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(inOrder, ORDER);
type Asked = z.output<typeof query>;

/** Who asks for what, and when. */
interface Asking {
  readonly who: SignedIn;
  readonly scope: ReportScope;
  readonly asked: Asked;
  /** Epoch ms. */
  readonly now: number;
}

/** Who sees no patient sees how many there are, and not who. */
function seesPatients({ role }: SignedIn): boolean {
  return mayDo(role, 'conversation.view') || mayDo(role, 'register.view');
}

function stayRow(who: SignedIn, stay: StayBehind): BehindStay {
  const { stayId, department, ward, channel, dischargedOn, record } = stay;
  const shown = seesPatients(who);
  return {
    type: 'stay',
    stayId,
    name: shown ? maskName(stay.patientName) : null,
    department,
    ward,
    channel,
    dischargedOn,
    conversationId: conversationFor(who, record?.id),
    outcome: record?.outcome ?? null,
    answers: shown ? answersOf(record) : {},
    names: stay.names,
  };
}

function answersOf(record: ConversationRecord | null): BehindStay['answers'] {
  return record?.answers ?? {};
}

async function stays(deps: ReportDeps, { who, scope, asked }: Asking): Promise<BehindPage> {
  const { has, lacks, limit, after } = asked;
  const { rows, next } = await deps.store.reports.stays(scope, { has, lacks }, { limit, after: after ?? null });
  const hidden = await Promise.all(rows.map(({ record }) => isHidden(deps, who, record?.id)));
  return { rows: rows.filter((_, index) => hidden[index] !== true).map((row) => stayRow(who, row)), next };
}

function isAskedFor(row: HandoffRow, asked: Asked, limits: WaitLimits): boolean {
  const { reason, priority, above = null, upTo = null } = asked;
  if (reason !== undefined && row.reason !== reason) return false;
  if (priority !== undefined && row.priority !== priority) return false;
  const waited = minutesUntil('answered', row);
  const bounded = above !== null || upTo !== null;
  if (bounded && (waited === null || !isBetween(waited, { above, upTo }))) return false;
  return AWAITED.every((awaited) => {
    if (asked[awaited] === undefined) return true;
    return asked[awaited] === 'yes' ? minutesUntil(awaited, row) !== null : isInTime(awaited, row, limits);
  });
}

async function handoffs(deps: ReportDeps, { who, scope, asked }: Asking): Promise<BehindPage> {
  const all = await deps.store.reports.handoffs(scope, MOST_HANDOFFS);
  const { limits } = deps.settings();
  const wanted = all.filter((row) => isAskedFor(row, asked, limits));
  const from = Number(asked.after ?? 0);
  const page = wanted.slice(from, from + asked.limit);
  const hidden = await Promise.all(page.map(({ conversationId }) => isHidden(deps, who, conversationId)));
  const rows = page
    .filter((_, index) => hidden[index] !== true)
    .map(({ conversationId, ...row }): BehindHandoff => {
      const id = conversationFor(who, conversationId);
      const { at, department, channel, reason, priority, answeredAt, openedAt } = row;
      return { type: 'handoff', conversationId: id, at, department, channel, reason, priority, answeredAt, openedAt };
    });
  return { rows, next: from + asked.limit < wanted.length ? String(from + asked.limit) : null };
}

async function entries(deps: ReportDeps, { who, scope, asked, now }: Asking): Promise<BehindPage> {
  const all = mayDo(who.role, 'register.view') ? await entriesOf(deps, who, asked.entry ?? 'complaint', scope) : [];
  const { zone } = deps.settings();
  const at = { zone, today: localDate(now, zone) };
  const wanted = all.filter(
    (entry) =>
      (asked.state === undefined || isInState(asked.state, entry, at)) &&
      (asked.settled === undefined || settledOf(entry) === asked.settled) &&
      (scope.department === null || departmentOf(entry) === scope.department) &&
      (asked.cause === undefined || entry.categories.includes(asked.cause)) &&
      (asked.person === undefined || entry.concerns.includes(asked.person)),
  );
  const from = Number(asked.after ?? 0);
  const rows = wanted.slice(from, from + asked.limit).map((entry): BehindEntry => {
    const { kind, number, receivedAt, categories, status, dueOn, closedAt } = entry;
    const department = departmentOf(entry);
    return { type: 'entry', kind, number, receivedAt, department, categories, status, dueOn, closedAt };
  });
  return { rows, next: from + asked.limit < wanted.length ? String(from + asked.limit) : null };
}

/** Whom a row shows: the patient's conversation or stay, or the entry; a deed shows none. */
function shownIn(row: BehindPage['rows'][number]): readonly string[] {
  if (row.type === 'entry') return [`${row.kind}/${row.number}`];
  if (row.type === 'deed') return [];
  return [row.conversationId ?? (row.type === 'stay' ? row.stayId : '')].filter((id) => id !== '');
}

/** `GET /api/reports/behind?kind=stays&from=2026-11-01&to=2026-11-30&has=reached` → `{rows, next}` */
export function behindEndpoint(deps: ReportDeps): Endpoint {
  const lists = {
    stays,
    handoffs,
    entries,
    deeds: (_: ReportDeps, { who, scope, asked }: Asking) => deedsBehind(deps, who, scope, asked),
    lines: (_: ReportDeps, { who, scope, asked }: Asking) => linesBehind(deps, who, scope, asked),
    promises: promisesBehind,
  } as const;
  return endpoint({
    method: 'GET',
    path: '/api/reports/behind',
    permission: 'report.view',
    summary:
      'The stays, handoffs, register entries, messages, promises or deeds of staff behind a figure, names masked.',
    query,
    audit: ({ query: asked }) => ({
      what: 'report.list',
      subject: [asked.kind, asked.from, asked.to, ...asked.has].join(' ').slice(0, 200),
    }),
    shown: ({ rows }: BehindPage) => rows.flatMap(shownIn),
    handle: ({ who, query: asked, now }): Promise<BehindPage> =>
      lists[asked.kind](deps, { who, scope: scopeOf(asked, who), asked, now }),
  });
}
