import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readHospital } from '../app/hospital.ts';
import { HuifangError } from '../domain/errors.ts';
import { unreadable } from '../domain/unreadable.ts';
import { checkDialogue } from '../evaluate/check.ts';
import { parseDialogue } from '../evaluate/dialogue.ts';
import { Player } from '../evaluate/play.ts';
import { addResult, newSummary, table } from '../evaluate/report.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { runCommand } from './command.ts';

const HELP = `用虚拟时钟和内存里的数据库重放对话文件，检查结果是否与文件写的一致。
Replays dialogue files through the turn code of the service, with a virtual clock and a store in memory.

  npm run -s evaluate -- [--summary] [--config FILE] FILE...

  FILE       对话文件 / JSON Lines, one dialogue a line (docs/flows.md, "Dialogue files")
  --summary  只打印汇总 / print only {"total","passed","tags","seconds"} as one JSON object
  --config   使用的配置文件 / flows.config.json to play with (default: flows.config.json)

Standard output: one JSON line a dialogue. Standard error: a table, passed / total for all and per tag.
退出状态：0 全部通过，1 有没通过的，2 文件或设置有误。
Exit status: 0 all passed, 1 some failed, 2 a file or setting is wrong.
`;

interface Options {
  readonly files: readonly string[];
  readonly summaryOnly: boolean;
  readonly config: string;
}

function parseArguments(words: readonly string[]): Options {
  const files: string[] = [];
  let summaryOnly = false;
  let config = 'flows.config.json';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--summary') summaryOnly = true;
    else if (word === '--config') config = words[(index += 1)] ?? '';
    else if (word.startsWith('--')) throw new HuifangError('BAD_REQUEST', [`${word}: no such option; see --help`]);
    else files.push(word);
  }
  if (files.length === 0) throw new HuifangError('BAD_REQUEST', ['no file named; see --help']);
  return { files, summaryOnly, config };
}

async function* dialogueLines(file: string) {
  const input = createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const failed = new Promise<never>((_resolve, reject) => {
    input.once('error', (error) => {
      reject(unreadable(file, error));
      lines.close();
    });
  });
  failed.catch(() => undefined);
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield parseDialogue(line.replace(/^\uFEFF/, ''), `${file}:${String(number)}`);
  }
  if (input.errored !== null) await failed;
}

/** Plays every file; returns the exit status. */
async function evaluate(options: Options): Promise<number> {
  const { kit } = readHospital(options.config);
  const summary = newSummary();
  const began = performance.now();
  const store = await openSqliteStore({ file: ':memory:', zone: kit.settings.zone });
  let run = 0;
  for (const file of options.files) {
    for await (const dialogue of dialogueLines(file)) {
      const { got, transcript } = await new Player(dialogue, kit, store, (run += 1)).play();
      const failures = checkDialogue(dialogue.expect, got);
      addResult(summary, dialogue, failures.length === 0);
      const { sent: _sent, ...shown } = got;
      const line = { id: dialogue.id, pass: failures.length === 0, failures, got: shown, transcript };
      if (!options.summaryOnly) process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }
  await store.close();
  summary.seconds = Math.round(performance.now() - began) / 1000;
  if (options.summaryOnly) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else process.stderr.write(table(summary));
  return summary.passed === summary.total && summary.total > 0 ? 0 : 1;
}

await runCommand({
  help: HELP,
  failure: { zh: '评测失败', en: 'Evaluation failed' },
  run: (words) => evaluate(parseArguments(words)),
});
