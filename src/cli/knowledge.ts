import { HuifangError } from '../domain/errors.ts';
import { runCommand } from './command.ts';
import { check } from './knowledge/check.ts';
import { exportWorkbook } from './knowledge/export.ts';
import { importWorkbook } from './knowledge/import.ts';

const HELP = `Checks the knowledge base, and lets it be kept in Excel or WPS. 检查知识库；用 Excel 或 WPS 维护知识库。

  npm run knowledge -- check [FILE.json]            lists every fault: where, what stands there, what is allowed
  npm run knowledge -- export FILE.xlsx             writes the knowledge base as a workbook; FILE must not exist yet
  npm run knowledge -- import FILE.xlsx [--dry-run] checks the workbook, shows what changes, and takes it over

  --dry-run  only shows what would change / 只显示会改什么，不写入

Which knowledge base: knowledge.file of CONFIG_FILE (flows.config.json). An import writes only if all of the workbook is right,
and keeps the old file beside the new one; a running service takes it over within seconds.
Exit status: 0 done, 2 a file or an argument is wrong: nothing was written.
`;

async function run([action, ...rest]: readonly string[]): Promise<number> {
  const flags = rest.filter((word) => word.startsWith('-'));
  const files = rest.filter((word) => !word.startsWith('-'));
  const dryRun = flags.includes('--dry-run');
  const unknown = flags.find((word) => word !== '--dry-run' || action !== 'import') ?? files[1];
  if (unknown !== undefined) throw new HuifangError('BAD_REQUEST', [`${unknown}: no such option; see --help`]);
  const [file] = files;
  if (action === 'check') check(file);
  else if (action === 'export' && file !== undefined) await exportWorkbook(file);
  else if (action === 'import' && file !== undefined) await importWorkbook(file, dryRun);
  else {
    const words = [action, ...rest].join(' ').trim();
    throw new HuifangError('BAD_REQUEST', [
      `${words === '' ? '(nothing)' : words} — allowed: check [FILE.json], export FILE.xlsx, import FILE.xlsx; see --help`,
    ]);
  }
  return 0;
}

await runCommand({ help: HELP, failure: { zh: '知识库命令没有完成', en: 'The knowledge command failed' }, run });
