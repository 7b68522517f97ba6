import { parseArgs } from 'node:util';
import { HuifangError } from '../../domain/errors.ts';
import { parseDate } from '../../domain/zoned-time.ts';
import { REPORT_LANGUAGES, type ReportLanguage } from './words.ts';

export const HELP = `Imports the hospital's discharge list (导入出院患者清单).

  npm run import -- FILE [--dry-run] [--json] [--all] [--lang zh|en] [--today YYYY-MM-DD]

  FILE       CSV with a header line; UTF-8 (with or without BOM), UTF-16 with BOM, or GBK / GB18030: detected.
             Column names are mapped in flows.config.json (intake.columns).
  --dry-run  decide and report everything, write nothing (试运行，不写入)
  --json     one JSON document on standard output: {"rows":[...],"summary":{...}}, every record a line of its own in
             "rows"; "error" instead of "summary" if it fails. Use npm run -s import, so that npm prints nothing itself.
  --all      also list the records that were accepted as they are (without --json; --json always has them)
  --lang     language of the report: zh (default) or en
  --today    count the days since discharge from this day instead of the service's today

Names and phone numbers are masked in the report. Works while the service runs (it then does the import itself).
Importing a file again changes nothing: what is stored comes out as "duplicate"; rejected records can be corrected in the
file and imported again.

Exit status: 0 imported (also when records were rejected), 1 failed, 2 wrong arguments.
`;

export interface ImportArguments {
  readonly file: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly all: boolean;
  readonly language: ReportLanguage;
  readonly today: string | null;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
        today: { type: 'string' },
      },
    });
  } catch (error) {
    throw new HuifangError('BAD_REQUEST', [error instanceof Error ? error.message : String(error), 'see --help']);
  }
}

/** Reads the words after `npm run import --`; 'help' when that is asked for. Throws BAD_REQUEST for what is wrong. */
export function readArguments(words: readonly string[]): ImportArguments | 'help' {
  const { values, positionals } = parse(words);
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined) throw new HuifangError('BAD_REQUEST', ['no file named; see --help']);
  if (more.length > 0) throw new HuifangError('BAD_REQUEST', [`one file at a time; also named: ${more.join(', ')}`]);
  const language = REPORT_LANGUAGES.find((known) => known === values.lang);
  if (language === undefined)
    throw new HuifangError('BAD_REQUEST', [`--lang: ${values.lang} — allowed: ${REPORT_LANGUAGES.join(', ')}`]);
  if (values.today !== undefined && parseDate(values.today) === undefined) {
    throw new HuifangError('BAD_REQUEST', [`--today: ${values.today} — allowed: an existing day, YYYY-MM-DD`]);
  }
  return { file, dryRun: values['dry-run'], json: values.json, all: values.all, language, today: values.today ?? null };
}
