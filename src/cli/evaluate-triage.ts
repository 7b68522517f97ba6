import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, TRIAGE_MODEL } from '../app/model-file.ts';
import { loadKnowledge } from '../bot/knowledge/index.ts';
import type { Knowledge } from '../bot/knowledge/knowledge.types.ts';
import { createTriage } from '../bot/knowledge/triage/index.ts';
import { HuifangError } from '../domain/errors.ts';
import { heldOut } from '../evaluate/triage/held-out.ts';
import { measureTriage, readTriageCases, type TriageFigures } from '../evaluate/triage/measure.ts';
import { readTriageCorpus } from '../evaluate/triage/seeds.ts';
import { runCommand } from './command.ts';

const HELP = `Measures symptom → department on labelled complaints, for the hospital in examples/hospital.

  npm run -s evaluate:triage -- [--wrong] [--json] [FILE.jsonl...]

  FILE     one {"text", "departments": [ids right in the first place], "also": [ids]} a line; no departments = no trouble
           is told. Without a file: corpus/triage/development.jsonl, with the floors of corpus/triage/floors.json
  --held-out  measures each author of corpus/triage/seeds with a model trained without them (a minute)
  --wrong  lists what went wrong
  --json   one JSON object

Exit status: 0 all figures reach the floors, 1 some do not, 2 a file or an argument is wrong.
`;

const OPTIONS: ReadonlySet<string> = new Set(['--json', '--wrong', '--held-out']);

type Floors = Readonly<Record<'first' | 'inThree' | 'told' | 'sureRight', number>> & { readonly falselyTold: number };

function table(figures: TriageFigures, wrong: boolean, faults: readonly string[]): string {
  const { first, inThree, told, falselyTold, sure, sureRight, latency } = figures;
  const shares = {
    first,
    'in three': inThree,
    'trouble told': told,
    'falsely told': falselyTold,
    sure,
    'sure, right': sureRight,
  };
  const lines = Object.entries(shares).map(
    ([name, { right, all }]) =>
      `${name.padEnd(20)}${String(right)} / ${String(all)} = ${(right / Math.max(all, 1)).toFixed(3)}`,
  );
  const departments = Object.entries(figures.perDepartment).map(
    ([id, each]) => `  ${id.padEnd(20)}${String(each.first)} · ${String(each.inThree)} / ${String(each.all)}`,
  );
  const faulty = figures.wrong.map(wrongLine);
  return [
    ...lines,
    `latency p50 ${latency.p50.toFixed(3)} ms, p99 ${latency.p99.toFixed(3)} ms; model ${String(statSync(TRIAGE_MODEL.path()).size)} bytes`,
    'first · in three / all, by the first department of the label',
    ...departments,
    ...(wrong ? ['wrong (! = sure)', ...faulty] : []),
    ...(faults.length > 0 ? ['below the floors', ...faults.map((fault) => `  ${fault}`)] : []),
    '',
  ].join('\n');
}

function wrongLine({ text, want, got, sure }: TriageFigures['wrong'][number]): string {
  return `  ${sure ? '!' : ' '} ${text}  want ${want.join(' ') || '–'}  got ${got.join(', ') || '–'}`;
}

function faultsOf(figures: TriageFigures, floors: Floors): readonly string[] {
  const of = ({ right, all }: TriageFigures['first']) => right / Math.max(all, 1);
  return (Object.keys(floors) as (keyof Floors)[]).flatMap((name) => {
    const [found, floor] = [of(figures[name]), floors[name]];
    const bad = name === 'falselyTold' ? found > floor : found < floor;
    return bad ? [`${name} ${found.toFixed(3)}, wanted ${String(floor)}`] : [];
  });
}

/** One line an author. */
function authors(root: string, knowledge: Knowledge, wrong: boolean): number {
  const of = ({ right, all }: TriageFigures['first']) =>
    `${String(right)}/${String(all)} ${(right / Math.max(all, 1)).toFixed(3)}`;
  for (const [author, figures] of heldOut(readTriageCorpus(join(root, 'corpus')), knowledge)) {
    const { first, inThree, told, falselyTold, sure, sureRight } = figures;
    const shown = { first, three: inThree, told, falsely: falselyTold, sure, 'sure right': sureRight };
    const parts = Object.entries(shown).flatMap(([name, each]) => (each.all > 0 ? [`${name} ${of(each)}`] : []));
    process.stdout.write(`${author.padEnd(18)}${parts.join('  ')}\n`);
    if (wrong) for (const each of figures.wrong) process.stdout.write(`${wrongLine(each)}\n`);
  }
  return 0;
}

function run(words: readonly string[]): number {
  const unknown = words.find((word) => word.startsWith('--') && !OPTIONS.has(word));
  if (unknown !== undefined) throw new HuifangError('BAD_REQUEST', [`${unknown}: no such option; see --help`]);
  const files = words.filter((word) => !word.startsWith('--'));
  const root = packageFolder();
  const folder = join(root, 'corpus/triage');
  const raw: unknown = JSON.parse(readFileSync(join(root, 'examples/hospital/knowledge.json'), 'utf8'));
  const knowledge = loadKnowledge(raw, new Date().toISOString().slice(0, 10));
  if (words.includes('--held-out')) return authors(root, knowledge, words.includes('--wrong'));
  const triage = createTriage(knowledge, TRIAGE_MODEL.read());
  const read = files.length > 0 ? files : [join(folder, 'development.jsonl')];
  const cases = read.flatMap(readTriageCases);
  // As in a service that runs: not the first messages after the start.
  for (const { text } of [...cases, ...cases]) triage(text);
  const figures = measureTriage(triage, cases);
  const floors = JSON.parse(readFileSync(join(folder, 'floors.json'), 'utf8')) as Floors;
  const faults = files.length > 0 ? [] : faultsOf(figures, floors);
  const shown = words.includes('--json')
    ? `${JSON.stringify({ ...figures, faults })}\n`
    : table(figures, words.includes('--wrong'), faults);
  process.stdout.write(shown);
  return faults.length === 0 ? 0 : 1;
}

await runCommand({
  help: HELP,
  failure: { zh: '评测失败', en: 'Evaluation failed' },
  run: (words) => Promise.resolve().then(() => run(words)),
});
