import { readHospital } from '../app/hospital.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { HuifangError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import { isoLocal } from '../evaluate/iso-local.ts';
import { counted } from '../evaluate/messages/check.ts';
import { messageContext } from '../evaluate/messages/context.ts';
import { type LabelledMessage, MESSAGE_QUESTIONS, type MessageQuestion } from '../evaluate/messages/message.ts';
import { messagesOf } from '../evaluate/messages/read-file.ts';
import { type ReadMessage, scoreMessages, scoreTable } from '../evaluate/messages/score.ts';
import { runCommand } from './command.ts';

const HELP = `逐条读短信，打印系统读出的含义，每条一行 JSON。
Reads messages and prints what the service understands in them, one JSON line each.

  npm run -s understand -- [--question NAME] [--config FILE] [FILE...]
  npm run -s understand -- --check [--json] FILE...

  FILE        短信文件；不写则读标准输入 / JSON Lines {"id","text","question"?,"lang"?,"now"?,…}, or plain text, a message a line; none: standard input
  --question  普通文本所回答的问题 / what stands open for lines of plain text: ${MESSAGE_QUESTIONS.join(', ')} (default: none)
  --check     与标注比较 / compares with the labels "want" and "never" of the lines: what passed, precision and recall of each kind
  --json      输出一个 JSON 对象 / the check as one JSON object
  --config    医院的配置文件 / flows.config.json of the hospital (default: flows.config.json)

退出状态：0 完成（--check：全部正确），1 有不正确的，2 文件或参数有误。
Exit status: 0 done (with --check: all passed), 1 some failed, 2 a file or an argument is wrong.
`;

interface Options {
  readonly files: readonly string[];
  readonly question: MessageQuestion;
  readonly check: boolean;
  readonly json: boolean;
  readonly config: string;
}

function isQuestion(word: string | undefined): word is MessageQuestion {
  return MESSAGE_QUESTIONS.some((known) => known === word);
}

function parseArguments(words: readonly string[]): Options {
  const files: string[] = [];
  let [question, check, json, config]: [MessageQuestion, boolean, boolean, string] = [
    'none',
    false,
    false,
    'flows.config.json',
  ];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--check') check = true;
    else if (word === '--json') json = true;
    else if (word === '--config') config = words[(index += 1)] ?? '';
    else if (word === '--question') {
      const name = words[(index += 1)];
      if (!isQuestion(name))
        throw new HuifangError('BAD_REQUEST', [
          `--question: ${String(name)} — allowed: ${MESSAGE_QUESTIONS.join(', ')}`,
        ]);
      question = name;
    } else if (word.startsWith('--')) throw new HuifangError('BAD_REQUEST', [`${word}: no such option; see --help`]);
    else files.push(word);
  }
  if (check && files.length === 0) throw new HuifangError('BAD_REQUEST', ['--check: no file named; see --help']);
  return { files, question, check, json, config };
}

function read(kit: TurnKit, message: LabelledMessage): readonly Finding[] {
  const lang = kit.detectLanguage(message.text, message.lang);
  return kit.understand(message.text, messageContext(kit, { ...message, lang }));
}

/** Instants as people write them. */
function shown(finding: Finding, zone: string): unknown {
  return finding.kind === 'contact_time' ? { ...finding, at: isoLocal(finding.at, zone) } : finding;
}

async function run(options: Options): Promise<number> {
  const { kit } = readHospital(options.config);
  const all: ReadMessage[] = [];
  for (const file of options.files.length === 0 ? [null] : options.files) {
    for await (const message of messagesOf(file, options.question)) {
      const findings = read(kit, message);
      if (options.check) all.push({ message, findings });
      else {
        const line = {
          id: message.id,
          findings: counted(findings).map((finding) => shown(finding, kit.settings.zone)),
        };
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
    }
  }
  if (!options.check) return 0;
  const scores = scoreMessages(all);
  process.stdout.write(options.json ? `${JSON.stringify(scores)}\n` : scoreTable(scores));
  return scores.passed === scores.total && scores.total > 0 ? 0 : 1;
}

await runCommand({
  help: HELP,
  failure: { zh: '读取消息失败', en: 'Reading messages failed' },
  run: (words) => run(parseArguments(words)),
});
