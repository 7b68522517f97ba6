import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFileOf } from '../app/data-file.ts';
import { readSettings } from '../config/env.ts';
import { explain, HuifangError } from '../domain/errors.ts';
import { attachmentsBeside, copyAttachments } from '../registers/attachment-backup.ts';
import { backupFile } from '../store/sqlite/index.ts';

const HELP = `备份数据文件和登记附件，服务运行时也可以做。
Writes a consistent copy of the data file, and of the files of register entries, also while the service runs.

  npm run backup -- FILE

  FILE  备份写到哪里，不能是已有的文件 / where the copy goes; it must not exist yet
        附件在 FILE.attachments 文件夹中，请一起保存 / the files go into the folder FILE.attachments: keep it with FILE

Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 完成，1 失败，2 参数有误。
Exit status: 0 done, 1 it failed, 2 wrong arguments.
`;

/** The data file first: each of its entries has its files by then. Of a backup that fails nothing stays. */
async function backup(source: string, target: string): Promise<number> {
  const beside = attachmentsBeside(target);
  if (existsSync(beside)) throw new HuifangError('BAD_REQUEST', [`${beside} exists already`]);
  await backupFile(source, target);
  try {
    return await copyAttachments(join(dirname(source), 'attachments'), beside);
  } catch (error) {
    rmSync(target, { force: true });
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

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
    const files = await backup(source, target);
    process.stdout.write(`${source} is copied to ${target}, with ${String(files)} files of register entries\n`);
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, { zh: '备份失败', en: 'Backup failed' }));
    process.exitCode = 1;
  }
}
