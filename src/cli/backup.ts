import { dataFileOf } from '../app/data-file.ts';
import { readSettings } from '../config/env.ts';
import { explain, HuifangError } from '../domain/errors.ts';
import { backupFile } from '../store/sqlite/index.ts';

const HELP = `备份数据文件，服务运行时也可以做。
Writes a consistent copy of the data file, also while the service runs.

  npm run backup -- FILE

  FILE  备份写到哪里，不能是已有的文件 / where the copy goes; it must not exist yet

Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 完成，1 失败，2 参数有误。
Exit status: 0 done, 1 it failed, 2 wrong arguments.
`;

const words = process.argv.slice(2);
const [target] = words;
if (words.includes('--help')) {
  process.stdout.write(HELP);
} else if (target === undefined || words.length > 1 || target.startsWith('-')) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else {
  try {
    const source = dataFileOf(readSettings());
    await backupFile(source, target);
    process.stdout.write(`${source} is copied to ${target}\n`);
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, { zh: '备份失败', en: 'Backup failed' }));
    process.exitCode = 1;
  }
}
