import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, QUESTIONS_MODEL } from '../app/model-file.ts';
import { loadKnowledge } from '../bot/knowledge/index.ts';
import { HuifangError } from '../domain/errors.ts';
import {
  evaluateKnowledge,
  faultsOf,
  type KnowledgeFloors,
  type KnowledgeScore,
} from '../evaluate/knowledge/evaluation.ts';
import { runCommand } from './command.ts';

const HELP = `Measures the answers to questions: each phrasing of the demo knowledge base is asked of the base without it.

  npm run -s evaluate:knowledge [-- --json]

  --json  one JSON object

Exit status: 0 all figures reach corpus/knowledge-floors.json, 1 some do not, 2 an argument is wrong.
`;

/** The day of the demo hospital. */
const TODAY = { now: Date.parse('2026-11-18T10:00:00+08:00'), date: '2026-11-18' };

function table(found: KnowledgeScore, faults: readonly string[]): string {
  const { first, three, answered, tables, offered, wrong, missed, precision, latency } = found;
  const rows = { 'R@1': first, 'R@3': three, answered, tables, offered, wrong, missed, precision };
  const size = statSync(QUESTIONS_MODEL.path()).size;
  return [
    `${String(found.phrasings)} phrasings, each left out in turn`,
    ...Object.entries(rows).map(([name, share]) => `  ${name.padEnd(10)} ${share.toFixed(3)}`),
    `latency p50 ${String(latency.p50)} ms, p99 ${String(latency.p99)} ms; model ${String(size)} bytes`,
    ...found.errors.map((error) => `  ${error}`),
    ...faults.map((fault) => `below the floor: ${fault}`),
    '',
  ].join('\n');
}

function run(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => word !== '--json');
  if (unknown !== undefined) throw new HuifangError('BAD_REQUEST', [`${unknown}: no such option; see --help`]);
  const folder = packageFolder();
  const raw = JSON.parse(readFileSync(join(folder, 'examples/hospital/knowledge.json'), 'utf8')) as unknown;
  const found = evaluateKnowledge(loadKnowledge(raw, TODAY.date), QUESTIONS_MODEL.read(), TODAY);
  const floors = JSON.parse(readFileSync(join(folder, 'corpus/knowledge-floors.json'), 'utf8')) as KnowledgeFloors;
  const faults = faultsOf(found, floors);
  process.stdout.write(words.includes('--json') ? `${JSON.stringify({ ...found, faults })}\n` : table(found, faults));
  return Promise.resolve(faults.length === 0 ? 0 : 1);
}

await runCommand({ help: HELP, failure: { zh: '评测失败', en: 'Evaluation failed' }, run });
