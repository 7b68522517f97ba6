import { z } from 'zod';
import { mayDo } from '../../../access/roles.ts';
import type { ConversationRecord } from '../../../domain/conversation.ts';
import { REGISTER_CATEGORIES } from '../../../domain/register.ts';
import { HANDOFF_REASONS, PRIORITIES, REGISTER_KINDS } from '../../../domain/vocabulary.ts';
import { maskName } from '../../../registers/masking.ts';
import { isAbout } from '../../../registers/naming.ts';
import { departmentOf } from '../../../reports/entries.ts';
import type { ReportScope, StayBehind } from '../../../store/store.ts';
import type { BehindEntry, BehindHandoff, BehindPage, BehindStay } from '../../wire/reports.ts';
import { type Endpoint, endpoint, type SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';
import { entriesOf } from './gather.ts';
import { inOrder, ORDER, scopeOf, scopeShape } from './scope.ts';

const MOST_HANDOFFS = 10_000;

const names = z
  .string()
  .max(300)
  .optional()
  .transform((text) => (text === undefined || text === '' ? [] : text.split(',')));

const query = z
  .strictObject({
    ...scopeShape,
    kind: z.enum(['stays', 'handoffs', 'entries']),
    /** Names that a stay counts under, and names it does not; `x.*`: all that begin so. */
    has: names,
    lacks: names,
    reason: z.enum(HANDOFF_REASONS).optional(),
    priority: z.enum(PRIORITIES).optional(),
    entry: z.enum(REGISTER_KINDS).optional(),
    cause: z.enum(REGISTER_CATEGORIES).optional(),
    person: z.string().max(60).optional(),
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(inOrder, ORDER);
type Asked = z.output<typeof query>;

/** Who sees no patient sees how many there are, and not who. */
function seesPatients({ role }: SignedIn): boolean {
  return mayDo(role, 'conversation.view') || mayDo(role, 'register.view');
}

function conversationFor(who: SignedIn, id: string | undefined): string | null {
  return mayDo(who.role, 'conversation.view') ? (id ?? null) : null;
}

/** A complaint that names who looks hangs on the conversation: it is not there for them. */
async function isHidden(deps: ReportDeps, who: SignedIn, conversationId: string | undefined): Promise<boolean> {
  if (conversationId === undefined || who.staffName === null) return false;
  const entries = await deps.store.registers.ofConversation(conversationId);
  return entries.some((entry) => isAbout(entry, who));
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

async function stays(deps: ReportDeps, who: SignedIn, scope: ReportScope, asked: Asked): Promise<BehindPage> {
  const { has, lacks, limit, after } = asked;
  const { rows, next } = await deps.store.reports.stays(scope, { has, lacks }, { limit, after: after ?? null });
  const hidden = await Promise.all(rows.map(({ record }) => isHidden(deps, who, record?.id)));
  return { rows: rows.filter((_, index) => hidden[index] !== true).map((row) => stayRow(who, row)), next };
}

async function handoffs(deps: ReportDeps, who: SignedIn, scope: ReportScope, asked: Asked): Promise<BehindPage> {
  const all = await deps.store.reports.handoffs(scope, MOST_HANDOFFS);
  const wanted = all.filter(
    ({ reason, priority }) =>
      (asked.reason === undefined || reason === asked.reason) &&
      (asked.priority === undefined || priority === asked.priority),
  );
  const from = Number(asked.after ?? 0);
  const page = wanted.slice(from, from + asked.limit);
  const hidden = await Promise.all(page.map(({ conversationId }) => isHidden(deps, who, conversationId)));
  const rows = page
    .filter((_, index) => hidden[index] !== true)
    .map(({ conversationId, at, department, channel, reason, priority, answeredAt }): BehindHandoff => {
      const id = conversationFor(who, conversationId);
      return { type: 'handoff', conversationId: id, at, department, channel, reason, priority, answeredAt };
    });
  return { rows, next: from + asked.limit < wanted.length ? String(from + asked.limit) : null };
}

async function entries(deps: ReportDeps, who: SignedIn, scope: ReportScope, asked: Asked): Promise<BehindPage> {
  const all = mayDo(who.role, 'register.view') ? await entriesOf(deps, who, asked.entry ?? 'complaint', scope) : [];
  const wanted = all.filter(
    (entry) =>
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

/** `GET /api/reports/behind?kind=stays&from=2026-11-01&to=2026-11-30&has=reached` → `{rows, next}` */
export function behindEndpoint(deps: ReportDeps): Endpoint {
  const lists = { stays, handoffs, entries } as const;
  return endpoint({
    method: 'GET',
    path: '/api/reports/behind',
    permission: 'report.view',
    summary: 'The stays, handoffs or register entries behind a figure, names masked.',
    query,
    audit: ({ query: asked }) => ({
      what: 'report.list',
      subject: [asked.kind, asked.from, asked.to, ...asked.has].join(' ').slice(0, 200),
    }),
    handle: ({ who, query: asked }): Promise<BehindPage> => lists[asked.kind](deps, who, scopeOf(asked, who), asked),
  });
}
