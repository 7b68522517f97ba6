import { parseArgs } from 'node:util';
import { HuifangError } from '../../domain/errors.ts';
import { parseDate } from '../../domain/zoned-time.ts';

export const HELP = `检查、导出审计日志；服务是否运行都可以。
Checks and exports the audit, whether the service runs or not.

  npm run audit -- verify [--known NO:HASH]
  npm run audit -- export [--from DAY] [--to DAY] > audit.jsonl

  verify  逐条核对哈希链，指出第一条被改动的记录 / walks the chain of hashes and names the first row that does not fit;
          shows number and hash of the last row: kept elsewhere and given as --known later, they show rows cut off at the end
  export  每行一条 JSON（含起止日期）/ one JSON object a line, oldest first; days are included, in the hospital's time zone

Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 完整，1 链已断，2 失败或参数有误。
Exit status: 0 intact, 1 the chain is broken, 2 it failed, or wrong arguments.
`;

export type AuditArguments =
  | { readonly type: 'verify'; readonly known: { readonly no: number; readonly hash: string } | null }
  | { readonly type: 'export'; readonly from: string | null; readonly to: string | null };

/** Throws BAD_REQUEST. */
export function readArguments(words: readonly string[]): AuditArguments {
  const { positionals, values } = parsed(words);
  const [type, ...rest] = positionals;
  if (type === 'verify' && rest.length === 0) return { type, known: knownRow(values.known) };
  if (type === 'export' && rest.length === 0) return { type, from: dayOf(values.from), to: dayOf(values.to) };
  throw new HuifangError('BAD_REQUEST', [`${words.join(' ')} — allowed: verify or export`]);
}

function knownRow(text: string | undefined) {
  if (text === undefined) return null;
  const [, no, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (no === undefined || hash === undefined)
    throw new HuifangError('BAD_REQUEST', ['--known — allowed: NO:HASH as verify showed it']);
  return { no: Number(no), hash };
}

function dayOf(text: string | undefined): string | null {
  if (text === undefined || parseDate(text) !== undefined) return text ?? null;
  throw new HuifangError('BAD_REQUEST', [`${text} — allowed: a day such as 2026-11-18`]);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { known: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
    });
  } catch (error) {
    throw new HuifangError('BAD_REQUEST', [error instanceof Error ? error.message : String(error)], { cause: error });
  }
}
