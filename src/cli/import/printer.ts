import type { HuifangError } from '../../domain/errors.ts';
import { NOTE_CODES, REJECT_CODES, REPAIR_CODES, SKIP_CODES } from '../../intake/codes.ts';
import type { CountByCode, ImportReport, RowReport } from '../../intake/report.ts';
import { REPORT_WORDS, type ReportLanguage, type ReportWords } from './words.ts';

/** Gives out an import's report; each call returns the text to print, in order. */
export interface Printer {
  row(row: RowReport): string;
  end(report: ImportReport): string;
  failed(error: HuifangError): string;
}

type Sentences = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
const SENTENCES: Sentences = { ...NOTE_CODES, ...REPAIR_CODES, ...SKIP_CODES, ...REJECT_CODES };
const NOTES: Sentences = NOTE_CODES;

/** Lines for people. Plain accepted records are left out unless `all`: on a long list nobody finds the others between them. */
export function textPrinter(options: { language: ReportLanguage; all: boolean; fileName: string }): Printer {
  const words = REPORT_WORDS[options.language];
  const sentence = (code: string, from: Sentences = SENTENCES) => from[code]?.[options.language] ?? code;
  return {
    row: (row) => {
      const clauses = clausesOf(row, words, sentence);
      if (row.action === 'accept' && clauses.length === 0 && !options.all) return '';
      const reasons = clauses.length === 0 ? '' : words.colon + clauses.join(words.then);
      return `${words.row(row.record, row.recordNo)} ${words.actions[row.action]}${reasons}\n`;
    },
    end: (report) => `${summary(report, options.fileName, words, sentence).join('\n')}\n`,
    failed: () => '',
  };
}

function clausesOf(
  row: RowReport,
  words: ReportWords,
  sentence: (code: string, from?: Sentences) => string,
): readonly string[] {
  if (row.action === 'reject' || row.action === 'skip') {
    const { columns } = row;
    const tooMany = columns !== undefined && columns.found > columns.expected;
    const field = row.field === null || tooMany ? '' : `${words.fields[row.field]} `;
    const count = columns === undefined ? '' : `${words.colon}${words.columns(columns.expected, columns.found)}`;
    return [`${field}${sentence(row.code ?? '')}${count}（${row.code ?? ''}）`];
  }
  const codes = [...new Set(row.changes.map(({ code }) => code))];
  const repairs = codes.map((code) => {
    const changes = row.changes.filter((change) => change.code === code);
    const fields = changes.map(({ field }) => words.fields[field]).join(words.and);
    const values = changes.flatMap(({ to }) => (to === null ? [] : [to]));
    const arrow = values.length > 0 && code !== 'trailing_blanks' ? ` → ${values.join(words.and)}` : '';
    return `${fields} ${sentence(code)}${arrow}`;
  });
  return [...repairs, ...row.notes.map((note) => sentence(note, NOTES))];
}

function summary(
  report: ImportReport,
  fileName: string,
  words: ReportWords,
  sentence: (code: string) => string,
): readonly string[] {
  const byCode = (counts: CountByCode<string>) =>
    Object.entries(counts.byCode).map(
      ([code, count]) => `    ${String(count ?? 0).padStart(6)}  ${code}  ${sentence(code)}`,
    );
  const departments = Object.entries(report.byDepartment).map(
    ([name, count]) => `${name === '' ? '—' : name} ${String(count)}`,
  );
  const absent = report.absentColumns.map((field) => words.fields[field]).join(words.and);
  return [
    '',
    words.file(fileName, report.encoding.toUpperCase(), report.today),
    ...(absent === '' ? [] : [`  ${words.absent(absent)}`]),
    `  ${words.read(report.records, report.blank)}`,
    `  ${words.imported(report.imported, report.accept, report.normalise)}`,
    `  ${words.rejected(report.reject.total)}`,
    ...byCode(report.reject),
    `  ${words.skipped(report.skip.total)}`,
    ...byCode(report.skip),
    `  ${words.people(report.patients, report.under18, report.phones)}`,
    `  ${words.due(report.due, report.dueWithin7, report.windowPassed)}`,
    ...(departments.length === 0 ? [] : [`  ${words.departments}${words.colon}${departments.join(words.and)}`]),
    ...(report.dryRun ? ['', words.dryRun] : []),
  ];
}

/** One JSON document, written while the rows come: `{"rows":[…],"summary":{…}}`, one row a line; `error` instead of `summary` on failure. */
export function jsonPrinter(): Printer {
  let rows = 0;
  const open = () => (rows === 0 ? '{"rows":[' : '');
  return {
    row: (row) => {
      const text = `${open()}${rows === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
      rows += 1;
      return text;
    },
    end: (report) => `${open()}\n],"summary":${JSON.stringify(report)}}\n`,
    failed: ({ code, message, details }) =>
      `${open()}\n],"error":${JSON.stringify({ code, message: message.split('\n')[0], details })}}\n`,
  };
}
