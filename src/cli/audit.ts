import { readSettings } from '../config/env.ts';
import { readHospitalConfig } from '../config/load.ts';
import { localDate } from '../domain/zoned-time.ts';
import { AUDIT_PATH } from '../server/internal.ts';
import type { AuditCheck, AuditEntry, AuditStore } from '../store/store.ts';
import { type AuditArguments, HELP, readArguments } from './audit/arguments.ts';
import { runCommand } from './command.ts';
import { type AskService, withData } from './data/with-data.ts';

const PAGE = 2_000;

type Audit = Pick<AuditStore, 'page' | 'verify'>;

function remote(ask: AskService): Audit {
  return {
    page: async (after, limit) => (await ask(AUDIT_PATH, { type: 'page', after, limit })) as readonly AuditEntry[],
    verify: async () => (await ask(AUDIT_PATH, { type: 'verify' })) as AuditCheck,
  };
}

async function verify(audit: Audit, known: { no: number; hash: string } | null): Promise<number> {
  const check = await audit.verify();
  if (!check.intact) {
    const { brokenAt, why } = check;
    process.stdout.write(`审计链在第 ${brokenAt} 条断开 broken at row ${brokenAt}: ${why}\n`);
    return 1;
  }
  const [row] = known === null ? [] : await audit.page(known.no - 1, 1);
  if (known !== null && (row?.no !== known.no || row.hash !== known.hash)) {
    process.stdout.write(`第 ${known.no} 条与当时记下的不符 row ${known.no} is not the one that was known\n`);
    return 1;
  }
  const head = check.head === null ? '' : `  ${check.head.no}:${check.head.hash}`;
  process.stdout.write(`完整 intact, ${check.rows} rows${head}\n`);
  return 0;
}

async function show(audit: Audit, { from, to }: Extract<AuditArguments, { type: 'export' }>, zone: string) {
  let after = 0;
  for (;;) {
    const rows = await audit.page(after, PAGE);
    for (const row of rows) {
      const day = localDate(row.at, zone);
      if ((from !== null && day < from) || (to !== null && day > to)) continue;
      process.stdout.write(`${JSON.stringify({ ...row, at: new Date(row.at).toISOString() })}\n`);
    }
    after = rows.at(-1)?.no ?? after;
    if (rows.length < PAGE) return 0;
  }
}

async function run(words: readonly string[]): Promise<number> {
  const wanted = readArguments(words);
  const env = readSettings();
  const { zone } = readHospitalConfig(env.configFile).hospital;
  const work = (audit: Audit) => (wanted.type === 'verify' ? verify(audit, wanted.known) : show(audit, wanted, zone));
  return withData(env, { store: (store) => work(store.audit), service: (ask) => work(remote(ask)) });
}

await runCommand({ help: HELP, failure: { zh: '审计操作失败', en: 'The audit could not be read' }, run });
