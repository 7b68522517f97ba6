import { dataFileOf } from '../app/data-file.ts';
import { readHospital } from '../app/hospital.ts';
import { readSettings } from '../config/env.ts';
import { HuifangError } from '../domain/errors.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { runCommand } from './command.ts';

const HELP = `从原始记录重新统计报表数字，并列出与所存数字不同的地方。服务须先停止。
Counts all figures of the reports anew from the records and names what is kept otherwise. Stop the service first.

  npm run -s reports -- recompute [--fix]

  --fix  把不同的数字改正 / puts right what differs

Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 一致或已改正，1 有不同，2 参数有误或读不出来。
Exit status: 0 all agree or were put right, 1 there are differences, 2 wrong arguments or the file cannot be read.
`;

await runCommand({ help: HELP, failure: { zh: '统计失败', en: 'Counting failed' }, run: recompute });

async function recompute(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  const fix = rest.includes('--fix');
  if (command !== 'recompute' || rest.some((word) => word !== '--fix'))
    throw new HuifangError('BAD_REQUEST', [`${words.join(' ')} — allowed: recompute [--fix]`]);
  const env = readSettings();
  const { zone } = readHospital(env.configFile, 'accepted').kit.settings;
  const store = await openSqliteStore({ file: dataFileOf(env), zone });
  try {
    const { stays, differences, found } = await store.reports.recompute(fix);
    for (const { kind, what, kept, counted } of differences)
      process.stdout.write(
        `${kind} ${what}: kept ${kept === '' ? '-' : kept}, counted ${counted === '' ? '-' : counted}\n`,
      );
    if (found > differences.length) process.stdout.write(`… ${String(found - differences.length)} more\n`);
    const outcome = found === 0 ? 'all figures agree' : fix ? `${String(found)} put right` : `${String(found)} differ`;
    process.stdout.write(`${String(stays)} stays counted: ${outcome}\n`);
    return found === 0 || fix ? 0 : 1;
  } finally {
    await store.close();
  }
}
