import { basename } from 'node:path';
import { readSettings } from '../../config/env.ts';
import { explain, HuifangError } from '../../domain/errors.ts';
import { HELP, type ImportArguments, readArguments } from './arguments.ts';
import { createProgress, createWriter } from './output.ts';
import { jsonPrinter, textPrinter } from './printer.ts';
import { runImport } from './run.ts';

const WRONG_ARGUMENTS = 2;
const FAILED = { zh: '导入失败', en: 'Import failed' };

async function importList(job: ImportArguments): Promise<void> {
  const print = createWriter(process.stdout);
  const progress = createProgress(process.stderr);
  const printer = job.json
    ? jsonPrinter()
    : textPrinter({ language: job.language, all: job.all, fileName: basename(job.file) });
  try {
    const env = readSettings();
    const { file: path, dryRun, today } = job;
    const report = await runImport({ path, dryRun, today }, env, {
      onRow: (row) => {
        const text = printer.row(row);
        if (text === '') return undefined;
        progress.clear();
        return print(text);
      },
      onProgress: (now) => {
        progress.show(now);
      },
    });
    progress.clear();
    await print(printer.end(report));
  } catch (error) {
    progress.clear();
    if (!(error instanceof HuifangError)) throw error;
    await print(printer.failed(error));
    process.stderr.write(explain(error, FAILED));
    process.exitCode = 1;
  }
}

/** The command `npm run import`: arguments, output, exit status. */
export async function main(words: readonly string[]): Promise<void> {
  try {
    const job = readArguments(words);
    if (job === 'help') process.stdout.write(HELP);
    else await importList(job);
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, FAILED));
    process.exitCode = WRONG_ARGUMENTS;
  }
}
