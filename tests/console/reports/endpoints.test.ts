import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Role } from '../../../src/access/roles.ts';
import type { Download } from '../../../src/console/api/endpoint.ts';
import { type Endpoint, type SignedIn } from '../../../src/console/api/endpoint.ts';
import { reportEndpoints } from '../../../src/console/api/reports/index.ts';
import { words } from '../../../src/console/ui/words/deeds.ts';
import type {
  BehindPage,
  Cost,
  EntriesReport,
  Overview,
  ReportOptions,
  Satisfaction,
  Workload,
} from '../../../src/console/wire/reports.ts';
import { DEEDS } from '../../../src/reports/workload.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { Store } from '../../../src/store/store.ts';
import { newContact, newRecord, nextTurn, stayFacts, stayRow, T0, ZONE } from '../../contracts/store/turns.ts';

const LIMITS = {
  alertMs: 60_000,
  sla: { targets: { urgent: 5, high: 30, normal: 240 }, zone: ZONE, spans: [], calendar: { years: [] } },
};
const MONTH = { from: '2026-03-01', to: '2026-03-31' };
const topic = { 'zh-CN': '医生的技术和服务', 'zh-TW': '醫師的技術和服務', en: 'the ward doctors' };
const DEPARTMENTS = ['心内科', '心内科', '骨科'];

let store: Store;
let endpoints: readonly Endpoint[];

function who(role: Role, change: Partial<SignedIn> = {}): SignedIn {
  return { accountId: 'a1', name: '陈静', role, department: null, staffName: null, ...change };
}

async function call(
  path: string,
  query: Readonly<Record<string, string>>,
  as: SignedIn = who('supervisor'),
): Promise<unknown> {
  const found = endpoints.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no endpoint ${path}`);
  const read = found.query === undefined ? {} : await z.parseAsync(found.query, query);
  return found.handle({ who: as, params: {}, query: read, body: undefined, now: T0 });
}

beforeAll(async () => {
  store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  for (const [index, department] of DEPARTMENTS.entries()) {
    const n = index + 1;
    const facts = { ...stayFacts(n), department };
    await store.directory.addStays([stayRow(n, { facts })], T0);
    const record = newRecord(n, { stay: facts });
    const opening = nextTurn(record, { out: ['您好'] }, { contact: newContact(record), followUp: 'open' });
    await store.turns.commit(opening);
    const answers = { doctor: { grade: 'dissatisfied', reason: '李主任态度差' } } as const;
    const registers = [
      { type: 'add', index: 0, kind: 'complaint', text: '李主任态度差', concerns: ['李主任'] },
    ] as const;
    await store.turns.commit(
      nextTurn(
        opening.record,
        { in: ['不满意'] },
        {
          at: T0 + 60_000,
          record: { ...opening.record, answers, respondent: 'patient' },
          registers: n === 1 ? registers : [],
        },
      ),
    );
  }
  endpoints = reportEndpoints({
    store,
    roster: () => [],
    settings: () => ({ zone: ZONE, hospital: topic, questions: [{ id: 'doctor', topic }], minimum: 2, limits: LIMITS }),
  });
  return () => store.close();
});

test('the overview counts, and each figure opens its list', async () => {
  const { waterfall, groups } = (await call('/api/reports/overview', MONTH)) as Overview;
  const identified = waterfall.stages.find(({ stage }) => stage === 'identified');
  expect(identified?.count).toBe(3);
  expect(groups.map(({ key, stages }) => [key, stages.discharged.count])).toEqual([
    ['心内科', 2],
    ['骨科', 1],
  ]);
  const page = (await call(
    '/api/reports/behind',
    Object.fromEntries(new URLSearchParams(identified?.behind)),
  )) as BehindPage;
  expect(page.rows).toHaveLength(3);
  expect(page.rows[0]).toMatchObject({ type: 'stay', name: '王*明', conversationId: 'c3', department: '骨科' });
});

test('lists come page by page', async () => {
  const query = { ...MONTH, kind: 'stays', has: 'reached', limit: '2' };
  const first = (await call('/api/reports/behind', query)) as BehindPage;
  const second = (await call('/api/reports/behind', { ...query, after: first.next ?? '' })) as BehindPage;
  expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
});

test('a department head sees their department, whatever they ask for, and never a complaint about themselves', async () => {
  const head = who('head', { department: '心内科', staffName: '李勇' });
  const asked = { ...MONTH, department: '骨科' };
  const { groups } = (await call('/api/reports/overview', asked, head)) as Overview;
  expect(groups.map(({ key }) => key)).toEqual(['心内科']);
  const behind = (await call('/api/reports/behind', { ...asked, kind: 'stays', has: 'reached' }, head)) as BehindPage;
  expect(behind.rows.map((row) => (row.type === 'stay' ? [row.stayId, row.conversationId] : []))).toEqual([
    ['stay-2', null],
  ]);
  const complaints = (await call('/api/reports/entries', { ...MONTH, kind: 'complaint' }, head)) as EntriesReport;
  expect(complaints.total.count).toBe(0);
  const other = who('head', { department: '心内科', staffName: '王芳' });
  expect(
    ((await call('/api/reports/entries', { ...MONTH, kind: 'complaint' }, other)) as EntriesReport).total.count,
  ).toBe(1);
  expect(await call('/api/reports/options', {}, head)).toMatchObject({
    only: '心内科',
    departments: ['心内科'],
    mayExport: false,
  });
  expect((await call('/api/reports/overview', MONTH, who('head'))) as Overview).toMatchObject({ groups: [] });
});

test('the administrator, who sees no patient, sees figures and no names', async () => {
  const page = (await call(
    '/api/reports/behind',
    { ...MONTH, kind: 'stays', has: 'reached' },
    who('admin'),
  )) as BehindPage;
  expect(page.rows[0]).toMatchObject({ name: null, conversationId: null, answers: {} });
  expect(((await call('/api/reports/behind', { ...MONTH, kind: 'entries' }, who('admin'))) as BehindPage).rows).toEqual(
    [],
  );
});

test('satisfaction by department, below the minimum without a rate', async () => {
  const report = (await call('/api/reports/satisfaction', MONTH)) as Satisfaction;
  expect(report.questions[0]).toMatchObject({ rate: { n: 3, value: 0 }, themes: [{ theme: 'attitude', count: 3 }] });
  expect(report.groups.map(({ key, questions }) => [key, questions[0]?.rate.value])).toEqual([
    ['心内科', 0],
    ['骨科', null],
  ]);
});

test('complaints behind a figure lead to their entries', async () => {
  const report = (await call('/api/reports/entries', { ...MONTH, kind: 'complaint' })) as EntriesReport;
  const query = Object.fromEntries(new URLSearchParams(report.byPerson[0]?.behind));
  expect(((await call('/api/reports/behind', query)) as BehindPage).rows).toMatchObject([
    { type: 'entry', kind: 'complaint', number: '2026-0001', department: '心内科' },
  ]);
});

test('workload, response times and cost answer for an empty span as well', async () => {
  const empty = { from: '2020-01-01', to: '2020-01-31' };
  expect(await call('/api/reports/workload', empty)).toEqual({ rows: [], deeds: [] });
  expect(await call('/api/reports/response-times', empty)).toMatchObject({ total: { count: 0, median: null } });
  expect(await call('/api/reports/cost', empty)).toMatchObject({ segments: { sum: 0 }, perCompleted: null });
});

test('spans that are no spans are refused', async () => {
  for (const query of [
    { ...MONTH, from: '2026-04-01' },
    { ...MONTH, to: '2026-02-30' },
    { from: '2000-01-01', to: '2026-01-01' },
  ])
    await expect(call('/api/reports/overview', query)).rejects.toThrow(z.ZodError);
});

test.each(['weekly', 'monthly'] as const)('the %s sheet as a page, as PDF and as a workbook', async (sheet) => {
  const query = { ...MONTH, sheet, language: 'zh-CN' };
  const { html } = (await call('/api/reports/sheet', query)) as { html: string };
  expect(html).toContain('心内科');
  expect(html).toContain('医生的技术和服务');
  const pdf = (await call('/api/reports/file', { ...query, format: 'pdf' })) as Download;
  expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  const xlsx = (await call('/api/reports/file', { ...query, format: 'xlsx' })) as Download;
  expect([Buffer.from(xlsx.bytes).subarray(0, 2).toString(), xlsx.name.endsWith('.xlsx')]).toEqual(['PK', true]);
});

test('options name what can be asked for', async () => {
  const options = (await call('/api/reports/options', {})) as ReportOptions;
  expect(options).toMatchObject({
    departments: ['心内科', '骨科'],
    today: '2026-03-10',
    minimum: 2,
    only: null,
    mayExport: true,
  });
});

const behind = async (query: string | undefined, as?: SignedIn) =>
  (await call('/api/reports/behind', Object.fromEntries(new URLSearchParams(query)), as)) as BehindPage;

test('the columns of complaints open the entries they count', async () => {
  const { total } = (await call('/api/reports/entries', { ...MONTH, kind: 'complaint' })) as EntriesReport;
  expect([total.count, total.overdue.count, total.answered.count]).toEqual([1, 0, 0]);
  expect((await behind(total.behind)).rows).toHaveLength(1);
  expect((await behind(total.answered.behind)).rows).toEqual([]);
  expect((await behind(total.overdue.behind)).rows).toEqual([]);
});

test('what a department used and completed opens its stays', async () => {
  const { byDepartment, cohortSegments } = (await call('/api/reports/cost', MONTH)) as Cost;
  expect((await behind(cohortSegments.behind)).rows).toHaveLength(0);
  expect(byDepartment).toEqual([]);
});

test('the work of an account opens what it did, and a head sees nobody of another department', async () => {
  const added = await store.accounts.add(
    {
      id: 'o1',
      userName: 'zhao',
      name: '赵敏',
      role: 'officer',
      department: null,
      staffName: null,
      active: true,
      mustChangePassword: false,
      hasTotp: false,
      createdAt: T0,
    },
    'hash',
    { who: 'system', what: 'account.add', subject: 'o1' },
  );
  expect(added).toBe('added');
  for (const what of ['conversation.reply', 'conversation.view', 'conversation.reply', 'register.link'])
    await store.audit.append({ who: 'account:o1', what, subject: 'c2' });
  const year = { from: '2024-01-01', to: '2028-12-31' };
  const { rows } = (await call('/api/reports/workload', year)) as Workload;
  expect(rows).toMatchObject([{ name: '赵敏', total: { count: 3 }, deeds: { 'conversation.reply': { count: 2 } } }]);
  const replies = await behind(rows[0]?.deeds['conversation.reply']?.behind);
  expect(replies.rows).toMatchObject([
    { type: 'deed', name: '赵敏', what: 'conversation.reply', page: '/c/c2' },
    { type: 'deed', what: 'conversation.reply' },
  ]);
  expect((await behind(rows[0]?.total.behind)).rows).toHaveLength(3);
  const head = who('head', { department: '骨科' });
  expect((await behind(rows[0]?.total.behind, head)).rows).toEqual([]);
});

test('everything that counts as work has a name in each language', () => {
  for (const named of Object.values(words)) expect(Object.keys(named)).toEqual([...DEEDS]);
});
