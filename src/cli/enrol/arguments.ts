import { parseArgs } from 'node:util';
import { HuifangError } from '../../domain/errors.ts';

export const HELP = `Makes one-time links by which patients tie their Telegram chat to their follow-up (生成出院单上的绑定链接和二维码).

  npm run enrol -- --record NUMBER [--record NUMBER …] [--out DIR] [--json]
  npm run enrol -- --all-planned [--out DIR] [--json]

  --record       record number (病历号) of an imported patient; may be given several times
  --all-planned  everybody whose follow-up is planned and who has no messenger yet
  --out          folder for enrolment.html (slips to print, one a page) and a QR code each, SVG and PNG; made if it is not there
  --json         one JSON document on standard output; use npm run -s enrol, so that npm prints nothing itself

A link works once and for 60 days. Whoever opens it is written to about this patient: give it to nobody else. Works while the
service runs. Name of the bot: TELEGRAM_BOT_NAME, else Telegram is asked (TELEGRAM_BOT_TOKEN).

Exit status: 0 done, 1 it failed or a record number is not known, 2 wrong arguments.
`;

export interface EnrolArguments {
  readonly records: readonly string[] | 'planned';
  readonly out: string | undefined;
  readonly json: boolean;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        record: { type: 'string', multiple: true, default: [] },
        'all-planned': { type: 'boolean', default: false },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new HuifangError('BAD_REQUEST', [error instanceof Error ? error.message : String(error), 'see --help']);
  }
}

/** Reads the words after `npm run enrol --`; throws BAD_REQUEST for what is wrong. */
export function readArguments(words: readonly string[]): EnrolArguments {
  const { record, 'all-planned': planned, out, json } = parse(words);
  if (planned === record.length > 0) {
    throw new HuifangError('BAD_REQUEST', ['either --record NUMBER or --all-planned; see --help']);
  }
  return { records: planned ? 'planned' : record, out, json };
}
