import { z } from 'zod';
import { type Sheet, toPdf, toPrintHtml, toXlsx } from '../../../documents/index.ts';
import type { Language } from '../../../domain/language.ts';
import type { RegisterRecord } from '../../../domain/register.ts';
import { fromLocal } from '../../../domain/zoned-time.ts';
import { masked } from '../../../registers/masking.ts';
import { praiseByDepartment, praiseByPerson } from '../../../registers/praise.ts';
import type { Staff } from '../../../registers/staff.ts';
import type { RegisterFilter, RegisterQuery } from '../../../store/store.ts';
import type { PraiseMonth } from '../../wire/registers.ts';
import { Download, type Endpoint, endpoint } from '../endpoint.ts';
import type { RegisterApi } from './deps.ts';
import { filterOf } from './entries.ts';
import { entryWire } from './entry-view.ts';
import { formSheet, type PrintScene } from './form-sheet.ts';
import { praiseSheet, registerSheet } from './list-sheets.ts';
import { entryFilter, entryParams, language, month, withReason } from './shapes.ts';

const PAGE = 500;
/** Beyond it nobody reads a list on paper; the filter has to be narrower. */
const MOST = 20_000;
const format = z.enum(['html', 'pdf', 'xlsx']).default('pdf');

const TYPES = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function fileOf(sheet: Sheet, as: z.output<typeof format>, name: string): Promise<Download> {
  const bytes =
    as === 'pdf'
      ? await toPdf(sheet)
      : as === 'xlsx'
        ? await toXlsx([sheet])
        : new TextEncoder().encode(toPrintHtml(sheet));
  return new Download({ name: `${name}.${as}`, type: TYPES[as], bytes });
}

/** Everything that fits, page by page. */
async function allOf(api: RegisterApi, query: Pick<RegisterQuery, 'filter' | 'order'>, who: Staff) {
  const rows: RegisterRecord[] = [];
  let after: string | null = null;
  do {
    const page: { rows: readonly RegisterRecord[]; next: string | null } = await api.desk.list(
      { ...query, limit: PAGE, after },
      who,
    );
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < MOST);
  return rows;
}

function sceneOf(api: RegisterApi, who: Staff, at: number, as: Language): PrintScene {
  return { language: as, hospital: api.hospitalName(as), by: who.name, at, zone: api.zone() };
}

function praiseOf(wanted: string, zone: string): RegisterFilter {
  const [year = 0, number = 0] = wanted.split('-').map(Number);
  const first = (monthNumber: number) => fromLocal({ year, month: monthNumber, day: 1 }, 0, zone);
  const asked = { kinds: ['praise' as const], order: 'newest' as const };
  return { ...filterOf(asked, '', zone), from: first(number), to: first(number + 1) };
}

/** Forms on paper. What is masked on the screen is masked there, unless a reason is given. */
function formEndpoints(api: RegisterApi): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/registers/:kind/:number/form',
      permission: 'register.view',
      summary: 'The paper form of an entry (A4), names and numbers masked.',
      params: entryParams,
      query: z.strictObject({ format, language }),
      audit: ({ params: { kind, number } }) => ({ what: 'register.print', subject: `${kind}/${number}` }),
      handle: async ({ params, query, who, now }) => {
        const entry = masked(await api.desk.one(params, who));
        return fileOf(formSheet(entry, sceneOf(api, who, now, query.language)), query.format, params.number);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/registers/:kind/:number/form',
      permission: 'patient.unmask',
      summary: 'The paper form of an entry with names and numbers, and the reason for it.',
      params: entryParams,
      query: z.strictObject({ format, language }),
      body: withReason,
      audit: ({ params: { kind, number }, body }) => ({
        what: 'register.print-unmasked',
        subject: `${kind}/${number}`,
        why: body.reason,
      }),
      handle: async ({ params, query, who, now }) => {
        const entry = await api.desk.one(params, who);
        return fileOf(formSheet(entry, sceneOf(api, who, now, query.language)), query.format, params.number);
      },
    }),
  ];
}

/** Lists on paper and as workbooks, names and numbers masked. */
function listEndpoints(api: RegisterApi): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/registers/list-file',
      permission: 'report.export',
      summary: 'The register as a workbook or document, with the same filter as the list; names and numbers masked.',
      query: entryFilter.extend({ format, language }),
      audit: () => ({ what: 'register.export', subject: 'registers' }),
      handle: async ({ query, who, now }) => {
        const filter = filterOf(query, api.desk.today(), api.zone());
        const rows = await allOf(api, { filter, order: query.order }, who);
        const sheet = registerSheet(rows.map(masked), sceneOf(api, who, now, query.language));
        return fileOf(sheet, query.format, sheet.title);
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/praise',
      permission: 'register.view',
      summary: 'Praise of one month: by person, by department, and each entry.',
      query: z.strictObject({ month }),
      audit: () => ({ what: 'register.list', subject: 'praise' }),
      shown: ({ entries }: PraiseMonth) => entries.map(({ kind, number }) => `${kind}/${number}`),
      handle: async ({ query, who }): Promise<PraiseMonth> => {
        const rows = await allOf(api, { filter: praiseOf(query.month, api.zone()), order: 'newest' }, who);
        const today = api.desk.today();
        return {
          month: query.month,
          persons: praiseByPerson(rows, api.desk.roster),
          departments: praiseByDepartment(rows),
          entries: rows.map((row) => entryWire(row, today)),
        };
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/praise/file',
      permission: 'register.view',
      summary: 'The monthly praise list as a document or workbook.',
      query: z.strictObject({ month, format, language }),
      audit: () => ({ what: 'register.export', subject: 'praise' }),
      handle: async ({ query, who, now }) => {
        const rows = await allOf(api, { filter: praiseOf(query.month, api.zone()), order: 'newest' }, who);
        const scene = sceneOf(api, who, now, query.language);
        const sheet = praiseSheet(rows.map(masked), { month: query.month, staff: api.desk.roster }, scene);
        return fileOf(sheet, query.format, sheet.title);
      },
    }),
  ];
}

export function printedEndpoints(api: RegisterApi): readonly Endpoint[] {
  return [...formEndpoints(api), ...listEndpoints(api)];
}
