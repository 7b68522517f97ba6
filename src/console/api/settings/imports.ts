import { z } from 'zod';
import { HuifangError } from '../../../domain/errors.ts';
import { NOTE_CODES, REJECT_CODES, REPAIR_CODES, SKIP_CODES } from '../../../intake/codes.ts';
import type { ImportRow } from '../../wire/settings.ts';
import { Download, type Endpoint, endpoint } from '../endpoint.ts';
import type { ImportsPort, RowFilter, SettingsDeps } from './deps.ts';

const MAX_LIST = 1024 * 1024 * 1024;
const MAX_PAGE = 200;
const LOG = 20;
const PERMISSION = 'import.run' as const;
/** A table program opens no longer one; who needs more has the command. */
const MAX_CSV_ROWS = 1_000_000;

const params = z.strictObject({ id: z.string().min(1).max(64) });
const filter = z.enum(['all', 'accept', 'normalise', 'reject', 'skip'] satisfies readonly RowFilter[]);
type Sentences = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
const SENTENCES: Sentences = { ...NOTE_CODES, ...REPAIR_CODES, ...SKIP_CODES, ...REJECT_CODES };

/** Discharge lists: sent, checked on screen, imported with one yes. */
export function importEndpoints({ imports, nameOf }: Pick<SettingsDeps, 'imports' | 'nameOf'>): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings/imports',
      permission: PERMISSION,
      summary: 'Lists that were imported here, newest first.',
      handle: async () => {
        const rows = await imports.log(LOG);
        return Promise.all(rows.map(async (row) => ({ ...row, who: (await nameOf(row.who)) ?? row.who })));
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/imports',
      permission: PERMISSION,
      summary: 'Takes a discharge list and begins to check it; nothing is imported yet.',
      query: z.strictObject({ name: z.string().min(1).max(200) }),
      upload: { maxBytes: MAX_LIST },
      audit: () => ({ what: 'import.check', subject: 'discharges' }),
      handle: ({ query, file }) => {
        if (file === undefined) throw new HuifangError('BAD_REQUEST', ['body: no file — allowed: a discharge list']);
        return imports.take({ ...file, name: query.name });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/settings/imports/:id',
      permission: PERMISSION,
      summary: 'How far the check or the import of a list is, and its counts.',
      params,
      handle: (call) => Promise.resolve(imports.get(call.params.id)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/imports/:id/apply',
      permission: PERMISSION,
      summary: 'Imports a list that was checked: the content with this hash and no other.',
      params,
      body: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
      audit: (call) => ({ what: 'import.apply', subject: call.params.id }),
      handle: (call) => Promise.resolve(imports.apply(call.params.id, call.body.hash, call.who.accountId)),
    }),
  ];
}

/** What became of each row. */
export function importRowEndpoints({ imports }: Pick<SettingsDeps, 'imports'>): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings/imports/:id/rows',
      permission: PERMISSION,
      summary: 'What became of each row, in pages; names and numbers are masked.',
      params,
      query: z.strictObject({
        action: filter.default('all'),
        from: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
      }),
      audit: (call) => ({ what: 'import.rows', subject: call.params.id }),
      handle: (call) => imports.rows(call.params.id, call.query.action, call.query),
    }),
    endpoint({
      method: 'GET',
      path: '/api/settings/imports/:id/rows.csv',
      permission: PERMISSION,
      summary: 'The same as a file for a table program.',
      params,
      query: z.strictObject({ action: filter.default('all'), language: z.enum(['zh', 'en']).default('zh') }),
      audit: (call) => ({ what: 'import.rows', subject: call.params.id }),
      handle: async (call) => {
        const { action, language } = call.query;
        const bytes = await csvOf(imports, { id: call.params.id, filter: action, language });
        return new Download({ name: `import-${action}.csv`, type: 'text/csv; charset=utf-8', bytes });
      },
    }),
  ];
}

interface CsvWish {
  readonly id: string;
  readonly filter: RowFilter;
  readonly language: 'zh' | 'en';
}

const HEADER = {
  zh: ['记录', '病历号', '处理', '原因', '代码', '字段', '修改', '提示'],
  en: ['record', 'record number', 'action', 'reason', 'code', 'field', 'changes', 'notes'],
} as const;
const ACTIONS = {
  zh: { accept: '接收', normalise: '整理后接收', reject: '拒收', skip: '不随访' },
  en: { accept: 'accepted', normalise: 'accepted after repair', reject: 'rejected', skip: 'skipped' },
} as const;

/** Rows as CSV with a byte order mark, by which table programs know the encoding. */
async function csvOf(imports: ImportsPort, { id, filter: wanted, language }: CsvWish): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from(`\uFEFF${HEADER[language].join(',')}\r\n`)];
  let count = 0;
  for await (const row of imports.each(id, wanted)) {
    parts.push(Buffer.from(`${cellsOf(row, language).map(csvCell).join(',')}\r\n`));
    count += 1;
    if (count === MAX_CSV_ROWS) break;
  }
  return Buffer.concat(parts);
}

function cellsOf(row: ImportRow, language: 'zh' | 'en'): readonly string[] {
  const sentence = (code: string) => SENTENCES[code]?.[language] ?? code;
  const changes = row.changes.map(
    ({ field, code, to }) => `${field}: ${sentence(code)}${to === null ? '' : ` → ${to}`}`,
  );
  return [
    String(row.record),
    row.recordNo,
    ACTIONS[language][row.action],
    row.code === null ? '' : sentence(row.code),
    row.code ?? '',
    row.field ?? '',
    changes.join('; '),
    row.notes.map(sentence).join('; '),
  ];
}

/** What a table program would take for a formula is made a text. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
