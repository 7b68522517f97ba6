import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFileOf } from '../app/data-file.ts';
import { readSettings } from '../config/env.ts';
import { explain, HuifangError } from '../domain/errors.ts';
import { attachmentsBeside, stageAttachments } from '../registers/attachment-backup.ts';
import { type Restored, restoreFile } from '../store/sqlite/index.ts';

const HELP = `用备份替换数据文件；请先停止服务。
Puts a backup in the place of the data file, and the files of register entries back (FILE.attachments). Stop the service first.

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

/** The files of entries are copied before the data file is replaced: what fails then has changed nothing. */
async function restore(backup: string, dataFile: string): Promise<void> {
  const folder = join(dirname(dataFile), 'attachments');
  const staged = await stageAttachments(attachmentsBeside(backup), folder);
  try {
    const restored = restoreFile(backup, dataFile, Date.now());
    process.stdout.write(report(backup, dataFile, restored));
    await staged.moveIn();
    process.stdout.write(`${String(staged.files)} files of register entries are back\n`);
    const missing = restored.attachments.filter((id) => !existsSync(join(folder, id))).length;
    if (missing > 0) process.stderr.write(missingFiles(missing, attachmentsBeside(backup)));
  } finally {
    await staged.drop();
  }
}

function missingFiles(count: number, folder: string): string {
  return `注意：登记中有 ${String(count)} 个附件缺失，请找回 ${folder} 后再恢复一次。
Beware: ${String(count)} files of register entries are missing; find ${folder} and restore once more.
`;
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
    await restore(backup, dataFileOf(readSettings()));
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, { zh: '恢复失败', en: 'Restore failed' }));
    process.exitCode = 1;
  }
}
