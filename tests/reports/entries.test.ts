import { expect, test } from 'vitest';
import { BLANK_FORM, type RegisterRecord } from '../../src/domain/register.ts';
import { entriesReport } from '../../src/reports/entries.ts';

const T0 = Date.UTC(2026, 2, 10, 2);
const DAY = 86_400_000;

function complaint(number: string, change: Partial<RegisterRecord> = {}): RegisterRecord {
  return {
    ...BLANK_FORM,
    kind: 'complaint',
    number,
    version: 1,
    conversationId: null,
    index: 0,
    text: '',
    receivedAt: T0,
    receivedThrough: 'phone',
    receivedBy: null,
    handler: null,
    status: 'open',
    dueOn: '2026-03-17',
    dueProvisional: false,
    pausedAt: null,
    pausedDays: 0,
    escalated: 0,
    findings: [],
    signatures: [],
    reply: null,
    settled: null,
    settledWords: '',
    closedAt: null,
    dismissed: null,
    duplicateOf: null,
    concernedDepartment: '心内科',
    ...change,
  };
}

test('complaints by department and cause, with the time to answer and what was closed in time', () => {
  const finding = { account: 'a', name: '张', department: '骨科', text: '', at: T0 + 2 * DAY };
  const entries = [
    complaint('1', {
      categories: ['attitude', 'fees'],
      department: '骨科',
      findings: [finding],
      status: 'closed',
      closedAt: T0 + 3 * DAY,
      settled: true,
    }),
    complaint('2', {
      categories: ['fees'],
      dueOn: '2026-03-12',
      status: 'closed',
      closedAt: T0 + 9 * DAY,
      settled: false,
    }),
    complaint('3', { concerns: ['张护士'] }),
    complaint('4', { pausedAt: T0 }),
  ];
  const report = entriesReport({
    scope: { from: '2026-03-01', to: '2026-03-31', department: null, ward: null, channel: null },
    kind: 'complaint',
    entries,
    earlier: entries,
    trend: { by: 'month', periods: ['2026-02', '2026-03'] },
    zone: 'Asia/Shanghai',
    today: '2026-03-20',
    minimum: 4,
  });
  expect(report.total).toMatchObject({
    count: 4,
    answered: { count: 1 },
    closed: { count: 2 },
    overdue: { count: 1 },
    // One answer is fewer than the minimum.
    medianDays: null,
  });
  expect(report.total.inTime).toMatchObject({ count: 1, of: { count: 4 }, share: 0.25 });
  expect(report.byDepartment[0]?.inTime).toMatchObject({ of: { count: 3 }, share: null });
  expect(report.byDepartment.map(({ key, count }) => [key, count])).toEqual([
    ['心内科', 3],
    ['骨科', 1],
  ]);
  expect(report.byCause.map(({ key, count }) => [key, count])).toEqual([
    ['fees', 2],
    ['attitude', 1],
  ]);
  expect(report.byPerson).toMatchObject([{ key: '张护士', count: 1 }]);
  expect(report.settled).toMatchObject({ yes: { count: 1 }, no: { count: 1 }, unknown: { count: 0 } });
  expect(report.trend).toMatchObject([
    { period: '2026-02', count: 0, behind: expect.stringContaining('from=2026-02-01&to=2026-02-28') as string },
    { period: '2026-03', count: 4 },
  ]);
  expect(report.byCause[0]?.behind).toContain('entry=complaint&cause=fees');
});
