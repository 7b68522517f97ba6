import { dataFileOf } from '../app/data-file.ts';
import { readSettings } from '../config/env.ts';
import { explain, HuifangError } from '../domain/errors.ts';
import { type Restored, restoreFile } from '../store/sqlite/index.ts';

const HELP = `用备份替换数据文件；请先停止服务。
Puts a backup in the place of the data file. Stop the service first.

  npm run restore -- FILE

  FILE  npm run backup 做的备份 / a copy made by npm run backup

The backup is checked first; the file in use is kept beside it under another name. What happened after the backup was made is not
in it: messages that were waiting then are checked with the carrier, not sent again.
Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 完成，1 失败且没有改动，2 参数有误。
Exit status: 0 done, 1 it failed and nothing was changed, 2 wrong arguments.
`;

function report(backup: string, dataFile: string, { kept, uncertain }: Restored): string {
  const lines = [`${backup} is now ${dataFile}`];
  if (kept !== null) lines.push(`the file used until now is ${kept}`);
  if (uncertain > 0)
    lines.push(
      `${String(uncertain)} waiting messages may have left since the backup: they will be checked with the carrier`,
    );
  return `${lines.join('\n')}\n`;
}

const words = process.argv.slice(2);
const [backup] = words;
if (words.includes('--help')) {
  process.stdout.write(HELP);
} else if (backup === undefined || words.length > 1 || backup.startsWith('-')) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else {
  try {
    const dataFile = dataFileOf(readSettings());
    process.stdout.write(report(backup, dataFile, restoreFile(backup, dataFile, Date.now())));
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, { zh: '恢复失败', en: 'Restore failed' }));
    process.exitCode = 1;
  }
}
