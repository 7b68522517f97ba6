import { z } from 'zod';
import { mayDo } from '../../../access/roles.ts';
import { CHANNEL_IDS, REGISTER_KINDS } from '../../../domain/vocabulary.ts';
import { localDate } from '../../../domain/zoned-time.ts';
import type {
  Cost,
  EntriesReport,
  Overview,
  PromisesReport,
  ReportOptions,
  ResponseTimes,
  Satisfaction,
  Workload,
} from '../../wire/reports.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';
import {
  gatherCost,
  gatherEntries,
  gatherOverview,
  gatherSatisfaction,
  gatherWaits,
  gatherWorkload,
} from './gather.ts';
import { gatherPromises } from './promises.ts';
import { groupedQuery, inOrder, ORDER, scopeOf, scopeQuery, scopeShape } from './scope.ts';

const get = { method: 'GET', permission: 'report.view' } as const;
const entriesQuery = z.strictObject({ ...scopeShape, kind: z.enum(REGISTER_KINDS) }).refine(inOrder, ORDER);

function optionsEndpoint(deps: ReportDeps): Endpoint {
  return endpoint({
    ...get,
    path: '/api/reports/options',
    summary: 'Departments, wards, channels and questions that reports can be asked about.',
    handle: async ({ who, now }): Promise<ReportOptions> => {
      const { questions, minimum, zone } = deps.settings();
      const only = who.role === 'head' ? (who.department ?? '-') : null;
      return {
        departments: only === null ? await deps.store.reports.departments() : [only],
        wards: await deps.store.reports.wards(only),
        channels: CHANNEL_IDS,
        questions,
        minimum,
        only,
        today: localDate(now, zone),
        mayExport: mayDo(who.role, 'report.export'),
      };
    },
  });
}

/** Figures: counts and names of departments and staff, never of patients. */
export function figureEndpoints(deps: ReportDeps): readonly Endpoint[] {
  return [
    optionsEndpoint(deps),
    endpoint({
      ...get,
      path: '/api/reports/overview',
      summary: 'The waterfall from discharge to completion with rates, groups and trend.',
      query: groupedQuery,
      handle: ({ who, query }): Promise<Overview> =>
        gatherOverview(deps, scopeOf(query, who), query.by ?? 'department'),
    }),
    endpoint({
      ...get,
      path: '/api/reports/satisfaction',
      summary: 'Answers by question with confidence intervals, reasons and themes.',
      query: groupedQuery,
      handle: ({ who, query }): Promise<Satisfaction> =>
        gatherSatisfaction(deps, scopeOf(query, who), query.by ?? 'department'),
    }),
    endpoint({
      ...get,
      path: '/api/reports/entries',
      summary: 'Complaints, praise or suggestions by department, cause and person, with time to answer.',
      query: entriesQuery,
      handle: ({ who, query, now }): Promise<EntriesReport> =>
        gatherEntries(deps, { who, scope: scopeOf(query, who), kind: query.kind, now }),
    }),
    endpoint({
      ...get,
      path: '/api/reports/promises',
      summary:
        'What was promised until the days of the span, by day, department and person: kept, put off, late, broken.',
      query: scopeQuery,
      handle: ({ who, query, now }): Promise<PromisesReport> => gatherPromises(deps, scopeOf(query, who), now),
    }),
    endpoint({
      ...get,
      path: '/api/reports/workload',
      summary: 'What each account did.',
      query: scopeQuery,
      handle: ({ who, query }): Promise<Workload> => gatherWorkload(deps, scopeOf(query, who)),
    }),
    endpoint({
      ...get,
      path: '/api/reports/response-times',
      summary: 'From a handoff to the first answer of staff, and from an urgent one until somebody opened it.',
      query: scopeQuery,
      handle: ({ who, query }): Promise<ResponseTimes> => gatherWaits(deps, scopeOf(query, who)),
    }),
    endpoint({
      ...get,
      path: '/api/reports/cost',
      summary: 'Messages and segments sent, and segments per completed follow-up.',
      query: scopeQuery,
      handle: ({ who, query }): Promise<Cost> => gatherCost(deps, scopeOf(query, who)),
    }),
  ];
}
