import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { themesOf } from '../../src/domain/themes.ts';
import { OUTCOMES } from '../../src/domain/vocabulary.ts';
import { cost } from '../../src/reports/cost.ts';
import { measure, quantile } from '../../src/reports/measure.ts';
import { STAGES } from '../../src/reports/report.types.ts';
import { satisfaction } from '../../src/reports/satisfaction.ts';
import { total } from '../../src/reports/sums.ts';
import { trend, trendOf } from '../../src/reports/trend.ts';
import { responseTimes, type WaitLimits } from '../../src/reports/waits.ts';
import { groupRows, rates, waterfall } from '../../src/reports/waterfall.ts';
import { workload } from '../../src/reports/workload.ts';
import { type Arrival, progressOf, type StayPart, type TalkPart } from '../../src/store/report-progress.ts';
import type { FigureRow, HandoffRow, ReportScope } from '../../src/store/store.ts';

const MINUTE = 60_000;
const LIMITS: WaitLimits = {
  alertMs: MINUTE,
  sla: {
    targets: { urgent: 5, high: 30, normal: 240 },
    zone: 'Asia/Shanghai',
    spans: [{ weekdays: [1, 2, 3, 4, 5], hours: { from: 480, to: 1020 } }],
    calendar: { years: [] },
  },
};
const SCOPE: ReportScope = { from: '2026-03-01', to: '2026-03-31', department: null, ward: null, channel: null };

function row(counts: Readonly<Record<string, number>>, change: Partial<FigureRow> = {}): FigureRow {
  return { period: '2026-03', department: '心内科', ward: '', channel: 'sms', counts, ...change };
}

const talk = fc.record({
  channel: fc.constantFrom('sms' as const, 'telegram' as const),
  outcome: fc.constantFrom(null, ...OUTCOMES),
  identified: fc.boolean(),
  respondent: fc.constantFrom(null, 'patient' as const, 'family' as const),
  answers: fc.constantFrom({}, { doctor: { grade: 'satisfied' as const } }),
  arrival: fc.constantFrom<Arrival>('none', 'waiting', 'sent', 'delivered'),
  heard: fc.boolean(),
  complaint: fc.boolean(),
  handoff: fc.boolean(),
  tooFast: fc.boolean(),
}) satisfies fc.Arbitrary<TalkPart>;
const stay = fc.record({
  channel: fc.constant('sms' as const),
  hasAddress: fc.boolean(),
  planned: fc.boolean(),
  cancelReason: fc.constantFrom(
    null,
    'deceased' as const,
    'transferred' as const,
    'readmitted' as const,
    'window_passed' as const,
  ),
}) satisfies fc.Arbitrary<StayPart>;

describe('the waterfall', () => {
  test('is reconciled: what falls out after each stage is the difference to the next, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stay, fc.array(talk, { maxLength: 2 })), { maxLength: 40 }), (stays) => {
        const counts: Record<string, number> = {};
        for (const [part, talks] of stays)
          for (const name of progressOf(part, talks).names) counts[name] = (counts[name] ?? 0) + 1;
        const { stages, dropped } = waterfall(SCOPE, counts, 1);
        expect(stages[0]?.count).toBe(stays.length);
        STAGES.forEach((stage, index) => {
          const lost = dropped.filter(({ after }) => after === stage).reduce((sum, { count }) => sum + count, 0);
          const next = stages[index + 1]?.count ?? stages[index]?.count ?? 0;
          expect((stages[index]?.count ?? 0) - next, stage).toBe(lost);
        });
      }),
    );
  });

  test('rates are those of the standards, each with what it was before and the list behind it', () => {
    const counts = {
      discharged: 100,
      contacted: 80,
      delivered: 76,
      reached: 40,
      completed: 30,
      'end.opted_out': 2,
      issue: 4,
    };
    const before = { scope: SCOPE, counts: { contacted: 50, completed: 10 } };
    const found = rates({ scope: SCOPE, counts }, before, 1);
    const of = (name: string) => found.find(({ rate }) => rate === name);
    expect(of('reach')).toMatchObject({ count: 40, of: { count: 80 }, share: 0.5, before: { share: 0 } });
    expect(of('completion')).toMatchObject({ share: 0.75, before: { share: null } });
    expect(of('response')).toMatchObject({ share: 0.375, before: { share: 0.2 } });
    expect(of('optOut')).toMatchObject({
      share: 0.025,
      behind: 'kind=stays&from=2026-03-01&to=2026-03-31&has=end.opted_out',
    });
    expect(of('issue')?.share).toBe(0.1);
    const few = rates({ scope: SCOPE, counts }, before, 50);
    expect(few.find(({ rate }) => rate === 'issue')).toMatchObject({ count: 4, of: { count: 40 }, share: null });
    expect(waterfall(SCOPE, counts, 90).stages.map(({ ofDischarged, ofBefore }) => [ofDischarged, ofBefore])).toEqual([
      [1, null],
      [0, 0],
      [0.8, null],
      [0.76, null],
      [0.4, null],
      [0, null],
      [0.3, null],
    ]);
  });

  test('groups carry the scope that lists them', () => {
    const rows = [
      row({ discharged: 3 }),
      row({ discharged: 1 }, { department: '骨科' }),
      row({ 'sent.lines': 2 }, { department: '' }),
    ];
    const groups = groupRows(SCOPE, rows, 'department', 1);
    expect(groups.map(({ key, stages }) => [key, stages.discharged.count])).toEqual([
      ['心内科', 3],
      ['骨科', 1],
    ]);
    expect(groups[1]?.stages.discharged.behind).toContain(`department=${encodeURIComponent('骨科')}`);
    const [week] = groupRows(SCOPE, [row({ discharged: 1 }, { period: '2026-03-01' })], 'week', 1);
    expect(week).toMatchObject({
      key: '2026-W09',
      stages: { discharged: { behind: expect.stringContaining('from=2026-03-01&to=2026-03-01') as string } },
    });
  });
});

describe('satisfaction', () => {
  test('Wilson intervals, and nothing below the minimum', () => {
    const { value, low, high } = measure(45, 50, 30);
    expect([value, low, high].map((each) => Number(each?.toFixed(4)))).toEqual([0.9, 0.7864, 0.9565]);
    expect(measure(30, 30, 30).high).toBeCloseTo(1);
    expect(measure(29, 29, 30)).toEqual({ n: 29, value: null, low: null, high: null });
  });

  test('no opinion, unanswered and flagged answers stand beside the rate, not in it', () => {
    const counts = {
      identified: 60,
      'answer.doctor.satisfied': 30,
      'answer.doctor.mostly_satisfied': 6,
      'answer.doctor.dissatisfied': 4,
      'answer.doctor.no_opinion': 5,
      'flagged.doctor': 3,
      'theme.doctor.waiting': 2,
    };
    const { questions, ranked } = satisfaction(SCOPE, [row(counts)], 'department', {
      questions: ['doctor'],
      minimum: 30,
    });
    expect(questions[0]).toMatchObject({ rate: { n: 40, value: 0.9 }, topBox: { value: 0.75 } });
    expect(questions[0]).toMatchObject({ noOpinion: { count: 5 }, flagged: { count: 3 }, unanswered: { count: 12 } });
    expect(questions[0]?.unanswered.behind).toContain('lacks=answer.doctor.*%2Cflagged.doctor');
    expect(questions[0]?.themes).toMatchObject([{ theme: 'waiting', count: 2 }]);
    expect(ranked).toBe(false);
  });

  test('groups are ranked only if each has enough answers', () => {
    const many = row({ identified: 30, 'answer.doctor.satisfied': 30 });
    const few = row({ identified: 3, 'answer.doctor.satisfied': 3 }, { department: '骨科' });
    const options = { questions: ['doctor'], minimum: 30 };
    expect(satisfaction(SCOPE, [many, few], 'department', options).ranked).toBe(false);
    expect(satisfaction(SCOPE, [many, { ...many, department: '产科' }], 'department', options).ranked).toBe(true);
  });

  test('reasons touch themes in all three languages', () => {
    expect(themesOf('护士态度差，等了两个小时')).toEqual(['attitude', 'waiting']);
    expect(themesOf('費用太貴')).toEqual(['fees']);
    expect(themesOf('The food was cold and nobody explained anything')).toEqual(['communication', 'food']);
    expect(themesOf('嗯')).toEqual([]);
  });
});

describe('trends, waits, workload and cost', () => {
  test('a trend has a point for each of twelve months, also for empty ones', () => {
    const line = trendOf(SCOPE);
    expect(line).toMatchObject({ by: 'month', span: { from: '2025-04-01', to: '2026-03-31' } });
    const rows = [row({ discharged: 2, contacted: 2, completed: 1, 'answer.doctor.satisfied': 1 })];
    const points = trend(SCOPE, rows, line, { questions: ['doctor'], minimum: 1 });
    expect(points).toHaveLength(12);
    expect(points[0]).toMatchObject({
      period: '2025-04',
      discharged: { count: 0 },
      satisfaction: { doctor: { share: null } },
    });
    expect(points[11]).toMatchObject({
      period: '2026-03',
      rates: { response: { share: 0.5 } },
      satisfaction: { doctor: { share: 1 } },
    });
    expect(trendOf({ from: '2026-03-02', to: '2026-03-08' }).by).toBe('week');
  });

  test('waits count what is unanswered, and time only what is answered', () => {
    const handoff = (minutes: number | null, change: Partial<HandoffRow> = {}): HandoffRow => ({
      conversationId: 'c',
      at: 0,
      day: '2026-03-01',
      department: '心内科',
      ward: '',
      channel: 'sms',
      reason: 'human_requested',
      priority: 'normal',
      answeredAt: minutes === null ? null : minutes * MINUTE,
      openedAt: null,
      ...change,
    });
    const rows = [handoff(2), handoff(20), handoff(null), handoff(0.5, { priority: 'urgent', reason: 'emergency' })];
    const report = responseTimes(SCOPE, rows, { limits: LIMITS, minimum: 4 });
    expect(report.total).toMatchObject({
      count: 4,
      done: { count: 3 },
      median: null,
      p90: null,
      inTime: { share: 0.75 },
    });
    expect(responseTimes(SCOPE, rows, { limits: LIMITS, minimum: 3 }).total).toMatchObject({ median: 2, p90: 20 });
    expect(report.byPriority.map(({ key, count, inTime }) => [key, count, inTime.share])).toEqual([
      ['urgent', 1, null],
      ['normal', 3, null],
    ]);
    expect(report.histogram.filter(({ count }) => count > 0)).toMatchObject([
      { upTo: 1, count: 1 },
      { upTo: 5, count: 1 },
      { upTo: 30, count: 1 },
    ]);
    expect(quantile([], 0.5, 1)).toBeNull();
    expect(quantile([3, 4, 5], 0.5, 3)).toBe(4);
    expect(quantile([3, 4], 0.5, 3)).toBeNull();
  });

  test('what is in time is what the clock of the inbox allows: working time, but for the urgent', () => {
    const at = (day: string, time: string) => Date.parse(`2026-03-${day}T${time}:00+08:00`);
    const waited = (from: number, to: number, priority: HandoffRow['priority']): HandoffRow => ({
      ...{ conversationId: 'c', at: from, day: '2026-03-06', department: '', ward: '', channel: 'sms' },
      ...{ reason: 'threat', priority, answeredAt: to, openedAt: priority === 'urgent' ? from + 30_000 : null },
    });
    // Friday 16:50 to Monday 08:15: 25 minutes of work.
    const overnight = [at('06', '16:50'), at('09', '08:15')] as const;
    const rows = [
      waited(...overnight, 'high'),
      waited(...overnight, 'urgent'),
      waited(at('06', '16:50'), at('09', '08:25'), 'high'),
      waited(at('07', '02:00'), at('07', '02:04'), 'urgent'),
    ];
    const report = responseTimes(SCOPE, rows, { limits: LIMITS, minimum: 1 });
    expect(report.byPriority.map(({ key, inTime }) => [key, inTime.count, inTime.of.count])).toEqual([
      ['urgent', 1, 2],
      ['high', 1, 2],
    ]);
    expect(report).toMatchObject({ limits: { urgent: 5 }, alertSeconds: 60 });
    expect(report.alerts).toMatchObject({ count: 2, done: { count: 2 }, median: 0.5, p90: 0.5, inTime: { share: 1 } });
  });

  test('workload counts deeds of accounts, not looking', () => {
    const rows = [
      { day: '2026-03-01', account: 'account:a', what: 'conversation.reply', count: 3 },
      { day: '2026-03-02', account: 'account:a', what: 'conversation.reply', count: 1 },
      { day: '2026-03-02', account: 'account:a', what: 'conversation.view', count: 9 },
      { day: '2026-03-02', account: 'account:a', what: 'conversation.draft', count: 9 },
      { day: '2026-03-02', account: 'account:a', what: 'import.check', count: 9 },
      { day: '2026-03-02', account: 'system', what: 'register.edit', count: 9 },
      { day: '2026-03-02', account: 'account:b', what: 'register.close', count: 5 },
    ];
    const names = new Map([
      ['account:a', '赵敏'],
      ['account:b', '周颖'],
    ]);
    expect(workload(SCOPE, rows, names)).toMatchObject({
      deeds: ['conversation.reply', 'register.close'],
      rows: [
        { account: 'account:b', name: '周颖', deeds: { 'register.close': { count: 5 } }, total: { count: 5 }, days: 1 },
        {
          account: 'account:a',
          name: '赵敏',
          deeds: {
            'conversation.reply': { count: 4, behind: expect.stringContaining('deed=conversation.reply') as string },
          },
          total: { count: 4 },
          days: 2,
        },
      ],
    });
  });

  test('cost per completed follow-up is of those discharged in the span', () => {
    const counted = row({ segments: 12, 'sent.segments': 20, 'sent.lines': 10, completed: 4 });
    const report = cost(SCOPE, [counted], 1);
    expect(report).toMatchObject({
      segments: { sum: 20 },
      lines: { count: 10 },
      cohortSegments: { sum: 12 },
      perCompleted: 3,
    });
    expect(cost(SCOPE, [counted], 5).perCompleted).toBeNull();
    expect(cost(SCOPE, [], 1).perCompleted).toBeNull();
    expect(total([row({ a: 1 }), row({ a: 2 })])).toEqual({ a: 3 });
  });
});
