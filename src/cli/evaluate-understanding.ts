import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readHospital, readMessageModels } from '../app/hospital.ts';
import { FOLLOW_UP_MODEL, packageFolder } from '../app/model-file.ts';
import { HuifangError } from '../domain/errors.ts';
import { readSets } from '../evaluate/messages/corpus.ts';
import { type Evaluation, evaluateUnderstanding, type Floors, faultsOf } from '../evaluate/messages/evaluation.ts';
import { scoreTable } from '../evaluate/messages/score.ts';
import { runCommand } from './command.ts';

const HELP = `在标注过的短信和日常句子上测量理解的准确程度。
Measures the understanding on the development set and the neutral sentences of corpus/ (docs/understanding.md).

  npm run -s evaluate:understanding -- [--json] [FILE...]

  FILE    另外的标注短信 / labelled messages instead of corpus/development/*.jsonl; then without floors
  --json  输出一个 JSON 对象 / one JSON object

退出状态：0 达到 corpus/floors.json，1 有未达到的，2 文件或参数有误。
Exit status: 0 all figures reach corpus/floors.json, 1 some do not, 2 a file or an argument is wrong.
`;

function table(found: Evaluation, faults: readonly string[], loadMs: number): string {
  const lines = (title: string, rows: readonly string[]) => `\n${title}\n${rows.map((row) => `  ${row}\n`).join('')}`;
  const share = (right: number, all: number) =>
    `${String(right)} / ${String(all)} = ${(right / Math.max(all, 1)).toFixed(3)}`;
  const { neutral: harmless, contrast, latency } = found;
  return [
    scoreTable(found),
    lines(
      'most frequent confusions',
      found.confusions.map(({ pair, count }) => `${String(count).padStart(4)}  ${pair}`),
    ),
    lines(
      'slices, passed',
      Object.entries(found.slices).map(([name, { passed, total }]) => `${name.padEnd(18)}${share(passed, total)}`),
    ),
    lines(
      'certainty, right',
      Object.entries(found.bands).map(([name, { findings, right }]) => `${name.padEnd(18)}${share(right, findings)}`),
    ),
    lines(
      `fires per 100,000 on ${String(harmless.sentences)} neutral sentences`,
      Object.entries(harmless.firesPer100000).map(([kind, count]) => `${kind.padEnd(18)}${String(count)}`),
    ),
    `\ncontrast pairs, both right: ${share(contrast.passed, contrast.pairs)}\n`,
    `\nlatency p50 ${latency.p50.toFixed(3)} ms, p99 ${latency.p99.toFixed(3)} ms; model ${String(found.classes)} classes, ${String(statSync(FOLLOW_UP_MODEL.path()).size)} bytes, loads in ${loadMs.toFixed(0)} ms\n`,
    faults.length === 0 ? '' : lines('below the floors', faults),
  ].join('');
}

async function run(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const own = words.filter((word) => word !== '--json');
  const unknown = own.find((word) => word.startsWith('--'));
  if (unknown !== undefined) throw new HuifangError('BAD_REQUEST', [`${unknown}: no such option; see --help`]);
  const corpus = join(packageFolder(), 'corpus');
  const began = performance.now();
  FOLLOW_UP_MODEL.read();
  const loadMs = performance.now() - began;
  const { kit } = readHospital(join(packageFolder(), 'flows.config.json'));
  const found = evaluateUnderstanding(kit, readMessageModels(), await readSets(corpus, own));
  const floors = JSON.parse(readFileSync(join(corpus, 'floors.json'), 'utf8')) as Floors;
  const faults = own.length > 0 ? [] : faultsOf(found, floors);
  process.stdout.write(json ? `${JSON.stringify({ ...found, loadMs, faults })}\n` : table(found, faults, loadMs));
  return faults.length === 0 ? 0 : 1;
}

await runCommand({ help: HELP, failure: { zh: '评测失败', en: 'Evaluation failed' }, run });
