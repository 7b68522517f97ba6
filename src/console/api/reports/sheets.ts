import { z } from 'zod';
import type { Block, Sheet } from '../../../documents/index.ts';
import { toPdf, toPrintHtml, toXlsx } from '../../../documents/index.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import { Download, type Endpoint, endpoint, type SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';
import { gatherEntries, gatherOverview, gatherSatisfaction } from './gather.ts';
import { inOrder, ORDER, scopeOf, scopeShape } from './scope.ts';
import { entriesBlocks, satisfactionBlocks, themeBlocks, trendBlocks, waterfallBlocks } from './sheet-blocks.ts';
import { SHEET_WORDS } from './words.ts';

/** `weekly`: the satisfaction sheet. `monthly`: everything, by department. */
const sheetShape = {
  ...scopeShape,
  sheet: z.enum(['weekly', 'monthly']),
  language: z.enum(LANGUAGES),
};
const sheetQuery = z.strictObject(sheetShape).refine(inOrder, ORDER);
const fileQuery = z.strictObject({ ...sheetShape, format: z.enum(['pdf', 'xlsx']) }).refine(inOrder, ORDER);
type Asked = z.output<typeof sheetQuery>;

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function blocksOf(deps: ReportDeps, asked: Asked, who: SignedIn, now: number): Promise<readonly Block[]> {
  const scope = scopeOf(asked, who);
  const { language } = asked;
  const context = { language, settings: deps.settings() };
  const answers = await gatherSatisfaction(deps, scope, 'department');
  if (asked.sheet === 'weekly') return [...satisfactionBlocks(answers, context), ...themeBlocks(answers, language)];
  const overview = await gatherOverview(deps, scope, 'department');
  const complaints = await gatherEntries(deps, { who, scope, kind: 'complaint', now });
  const praise = await gatherEntries(deps, { who, scope, kind: 'praise', now });
  return [
    ...waterfallBlocks(overview, language),
    ...satisfactionBlocks(answers, context),
    ...themeBlocks(answers, language),
    ...entriesBlocks(complaints, language),
    ...entriesBlocks(praise, language),
    ...trendBlocks(overview, context),
  ];
}

async function sheetOf(deps: ReportDeps, asked: Asked, who: SignedIn, now: number): Promise<Sheet> {
  const { language, from, to } = asked;
  const words = SHEET_WORDS[language];
  const { zone, hospital, minimum } = deps.settings();
  const { department } = scopeOf(asked, who);
  return {
    title: words[asked.sheet],
    subtitle: `${hospital[language]}　${department ?? words.whole}　${words.span(from, to)}`,
    orientation: 'landscape',
    language,
    blocks: [
      ...(await blocksOf(deps, asked, who, now)),
      { type: 'paragraph', style: 'note', text: words.note(minimum) },
      {
        type: 'signatures',
        lines: [
          { role: words.maker, name: null, date: null },
          { role: words.reviewer, name: null, date: null },
        ],
      },
    ],
    printed: { by: who.name, at: now, zone },
  };
}

/** The weekly sheet and the monthly report: as a page to print, as PDF and as a workbook. */
export function sheetEndpoints(deps: ReportDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/reports/sheet',
      permission: 'report.view',
      summary: 'The weekly satisfaction sheet or the monthly report as a page to print: {html}.',
      query: sheetQuery,
      handle: async ({ who, query, now }): Promise<{ readonly html: string }> => ({
        html: toPrintHtml(await sheetOf(deps, query, who, now)),
      }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/reports/file',
      permission: 'report.export',
      summary: 'The same as PDF or as a workbook.',
      query: fileQuery,
      audit: ({ query }) => ({
        what: 'report.export',
        subject: `${query.sheet} ${query.from} ${query.to} ${query.format}`,
      }),
      handle: async ({ who, query, now }): Promise<Download> => {
        const sheet = await sheetOf(deps, query, who, now);
        const bytes = query.format === 'pdf' ? await toPdf(sheet) : await toXlsx([sheet]);
        const name = `${sheet.title} ${query.from} ${query.to}.${query.format}`;
        return new Download({ name, type: TYPES[query.format], bytes });
      },
    }),
  ];
}
