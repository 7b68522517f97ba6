import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Endpoint, SignedIn } from '../../../src/console/api/endpoint.ts';
import { reportEndpoints } from '../../../src/console/api/reports/index.ts';
import type { BehindPage } from '../../../src/console/wire/reports.ts';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import { BLANK_FORM } from '../../../src/domain/register.ts';
import type { Priority } from '../../../src/domain/vocabulary.ts';
import { DIMENSIONS } from '../../../src/reports/report.types.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { Store, TurnCommit } from '../../../src/store/store.ts';
import { newContact, newRecord, nextTurn, stayFacts, stayRow, T0, ZONE } from '../../contracts/store/turns.ts';

const MINUTE = 60_000;
const WHO: SignedIn = { accountId: 'a1', name: '陈静', role: 'supervisor', department: null, staffName: null };
const topic = { 'zh-CN': '医生', 'zh-TW': '醫師', en: 'doctors' };
const SPANS = [
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-03-02', to: '2026-03-15' },
  { from: '2026-02-01', to: '2026-03-31', department: '骨科' },
];

/** What happened to one patient: enough of each kind that no report is empty. */
interface Life {
  readonly n: number;
  readonly day: string;
  readonly reaches: boolean;
  readonly grade: 'satisfied' | 'mostly_satisfied' | 'dissatisfied' | 'no_opinion' | null;
  readonly handoff: Priority | null;
  readonly outcome: 'completed' | 'opted_out' | 'wrong_number' | null;
}

const LIVES = Array.from({ length: 24 }, (_, n): Life => {
  const day = `2026-0${n % 5 === 0 ? '2' : '3'}-0${String(1 + (n % 9))}`;
  return {
    n: n + 1,
    day,
    reaches: n % 6 !== 5,
    grade: ([null, 'satisfied', 'mostly_satisfied', 'dissatisfied', 'no_opinion'] as const)[n % 5] ?? null,
    handoff: ([null, 'urgent', 'high', 'normal'] as const)[n % 4] ?? null,
    outcome: ([null, 'completed', 'opted_out', 'completed', 'wrong_number'] as const)[n % 5] ?? null,
  };
});

/** Turns of one conversation, each at its time after the first. */
class Talk {
  record: ConversationRecord;
  private readonly store: Store;
  private readonly begun: number;

  constructor(store: Store, record: ConversationRecord, begun: number) {
    this.store = store;
    this.record = record;
    this.begun = begun;
  }

  async turn(after: number, lines: Parameters<typeof nextTurn>[1], change: Partial<TurnCommit> = {}): Promise<void> {
    const next = nextTurn(this.record, lines, { at: this.begun + after, ...change });
    expect(await this.store.turns.commit(next)).toBe('committed');
    this.record = next.record;
  }

  async byStaff(after: number, text: string): Promise<void> {
    const next = nextTurn(this.record, { out: [text] }, { at: this.begun + after });
    await this.store.turns.commit({ ...next, messages: next.messages.map((line) => ({ ...line, author: 'staff' })) });
    this.record = next.record;
  }
}

async function opened(store: Store, { n, day }: Life): Promise<Talk> {
  const at = T0 + n * 60 * MINUTE;
  const department = n % 3 === 0 ? '骨科' : '心内科';
  const facts = { ...stayFacts(n), dischargedOn: day, department, ...(n % 2 === 0 ? { ward: '三病区' } : {}) };
  await store.directory.addStays([stayRow(n, { facts })], T0);
  const record = newRecord(n, { stay: facts });
  const talk = new Talk(store, record, at);
  const opening = '您好，请问您对住院期间医生的技术和服务满意吗？'.repeat(n % 3 === 0 ? 4 : 1);
  await talk.turn(0, { out: [opening] }, { contact: newContact(record), followUp: 'open' });
  for (const line of await store.outbox.claim(at + MINUTE, 5, 1000))
    await store.outbox.settle(line.id, { type: 'done', delivery: 'sent', providerId: `SM${line.id}` }, at);
  return talk;
}

/** The contact answers, which may bring a handoff and an entry. */
async function answered(talk: Talk, { n, grade, handoff, outcome }: Life): Promise<void> {
  const answers = grade === null ? {} : { doctor: { grade, reason: '等了两个小时，态度差' } };
  const state = outcome === null ? 'waiting' : 'closed';
  const reason = handoff === 'urgent' ? 'emergency' : 'threat';
  const kind = n % 8 === 1 ? 'complaint' : 'praise';
  const due = T0 + n * 60 * MINUTE + 20 * MINUTE;
  const promise = { due, remindAt: due };
  const entry = { type: 'add', index: 0, kind, text: '…', concerns: ['李主任'] } as const;
  await talk.turn(
    5 * MINUTE,
    { in: ['…'] },
    {
      record: { ...talk.record, answers, respondent: 'patient', outcome, state },
      handoff: handoff === null ? null : { id: `h${String(n)}`, reason, priority: handoff, text: 'x', promise },
      registers: n % 4 === 1 ? [entry] : [],
    },
  );
}

async function live(store: Store, life: Life): Promise<void> {
  const { n, reaches, handoff } = life;
  const talk = await opened(store, life);
  if (!reaches) return;
  await answered(talk, life);
  if (handoff === null || n % 7 === 0) return;
  const row = (what: string) => ({ who: 'account:o1', what, subject: talk.record.id });
  const audit = [row('conversation.view'), row('conversation.claim')];
  await talk.turn(5 * MINUTE + n * 10_000, {}, { audit });
  await talk.byStaff((5 + n) * MINUTE, '我是随访中心林晓');
}

async function filled(): Promise<Store> {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE, clock: { now: () => T0 } });
  onTestFinished(() => store.close());
  const account = { department: null, staffName: null, active: true, mustChangePassword: false, hasTotp: false };
  const officer = { id: 'o1', userName: 'zhao', name: '赵敏', role: 'officer', createdAt: T0, ...account } as const;
  await store.accounts.add(officer, 'hash', { who: 'system', what: 'account.add', subject: 'o1' });
  for (const one of LIVES) await live(store, one);
  const by = { account: 'o1', name: '赵敏' };
  for (const [kind, department] of [
    ['complaint', '骨科'],
    ['praise', '心内科'],
  ] as const)
    await store.registers.add({
      ...{
        kind,
        text: '电话里说的',
        receivedAt: T0,
        receivedThrough: 'phone',
        receivedBy: by,
        conversationId: null,
        at: T0,
      },
      form: { ...BLANK_FORM, department, categories: ['fees', 'attitude'] },
    });
  for (const what of ['conversation.draft', 'import.check', 'import.rows', 'register.link'])
    await store.audit.append({ who: 'account:o1', what, subject: 'c2' });
  return store;
}

function endpointsOf(store: Store): readonly Endpoint[] {
  const spans = [{ weekdays: [1, 2, 3, 4, 5], hours: { from: 480, to: 1080 } }];
  const sla = { targets: { urgent: 5, high: 10, normal: 15 }, zone: ZONE, spans, calendar: { years: [] } };
  return reportEndpoints({
    store,
    roster: () => [],
    settings: () => ({
      ...{ zone: ZONE, hospital: topic, questions: [{ id: 'doctor', topic }], minimum: 3 },
      limits: { sla, alertMs: MINUTE },
    }),
  });
}

type Ask = (path: string, query: Readonly<Record<string, string>>) => Promise<unknown>;

function asker(endpoints: readonly Endpoint[]): Ask {
  return async (path, query) => {
    const found = endpoints.find((each) => each.path === path);
    if (found === undefined) throw new Error(`no endpoint ${path}`);
    const read = found.query === undefined ? {} : await z.parseAsync(found.query, query);
    return found.handle({ who: WHO, params: {}, query: read, body: undefined, now: T0 + 40 * 24 * 60 * MINUTE });
  };
}

async function listBehind(ask: Ask, behind: string): Promise<BehindPage['rows']> {
  const query = Object.fromEntries(new URLSearchParams(behind));
  const rows: BehindPage['rows'][number][] = [];
  let after: string | null = '';
  while (after !== null) {
    const page = (await ask('/api/reports/behind', {
      ...query,
      limit: '7',
      ...(after === '' ? {} : { after }),
    })) as BehindPage;
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

interface Found {
  readonly where: string;
  readonly figure: { readonly count?: number; readonly sum?: number; readonly behind: string };
}

/** Everything in a report that is a figure. */
function figuresIn(value: unknown, where = ''): readonly Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'behind' in value ? [{ where, figure: value as Found['figure'] }] : [];
  return [...own, ...Object.entries(value).flatMap(([name, part]) => figuresIn(part, `${where}.${name}`))];
}

/** Figures that name no list: what is a number in a report, but a key, a bound, or computed from figures beside it. */
function bareNumbersIn(value: unknown, where = ''): readonly string[] {
  if (typeof value === 'number') return [where];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    'behind' in value && (name === 'count' || name === 'sum') ? [] : bareNumbersIn(part, `${where}.${name}`),
  );
}
const COMPUTED =
  /\.(?:share|ofDischarged|ofBefore|median|p90|medianDays|perCompleted|value|low|high|n|minimum|upTo|days|alertSeconds|limits\.\w+)$/;

const REPORTS: readonly (readonly [path: string, query: Readonly<Record<string, string>>])[] = [
  ...DIMENSIONS.flatMap((by) => [
    ['/api/reports/overview', { by }] as const,
    ['/api/reports/satisfaction', { by }] as const,
  ]),
  ['/api/reports/entries', { kind: 'complaint' }],
  ['/api/reports/entries', { kind: 'praise' }],
  ['/api/reports/promises', {}],
  ['/api/reports/workload', {}],
  ['/api/reports/response-times', {}],
  ['/api/reports/cost', {}],
];

/** What is shown, and what the list adds up to. */
async function compared(
  ask: Ask,
  figure: Found['figure'],
): Promise<readonly [shown: number | undefined, listed: number]> {
  const rows = await listBehind(ask, figure.behind);
  if (figure.count !== undefined) return [figure.count, rows.length];
  return [figure.sum, rows.reduce((sum, row) => sum + (row.type === 'line' ? row.segments : 0), 0)];
}

test.each(SPANS)('every figure of every report of $from to $to opens a list of exactly as many rows', async (span) => {
  const ask = asker(endpointsOf(await filled()));
  const bare: string[] = [];
  const figures = new Map<string, Found>();
  for (const [path, query] of REPORTS) {
    const report = await ask(path, { ...span, ...query });
    bare.push(...bareNumbersIn(report, path).filter((where) => !COMPUTED.test(where)));
    for (const found of figuresIn(report, path)) figures.set(JSON.stringify(found.figure), found);
  }
  expect(bare).toEqual([]);
  const wrong: string[] = [];
  for (const { where, figure } of figures.values()) {
    const [shown, listed] = await compared(ask, figure);
    if (shown !== listed) wrong.push(`${where}: ${String(shown)}, and ${String(listed)} behind ${figure.behind}`);
  }
  expect(wrong).toEqual([]);
  expect([...figures.values()].filter(({ figure }) => (figure.count ?? figure.sum) !== 0).length).toBeGreaterThan(60);
});
