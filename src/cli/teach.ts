import { join } from 'node:path';
import { accept, acceptanceFile } from '../app/acceptance.ts';
import { readHospital } from '../app/hospital.ts';
import { packageFolder } from '../app/model-file.ts';
import { compileTaught } from '../bot/understanding/taught/compile.ts';
import { readSettings } from '../config/env.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { HuifangError } from '../domain/errors.ts';
import { type Comparison, compareUnderstanding } from '../evaluate/messages/compare.ts';
import { ANY_HOSPITAL } from '../evaluate/messages/context.ts';
import { readSets } from '../evaluate/messages/corpus.ts';
import { type KnownPhrase, knownPhrases } from '../evaluate/messages/known-phrases.ts';
import { runCommand } from './command.ts';
import { comparisonText } from './teach/words.ts';

const HELP = `检查 flows.config.json 里教给系统的说法：用短信样本比较加上前后的理解，没有变差才能采用。
Checks what flows.config.json teaches (understanding: phrases, patterns, thresholds, timeWords): reads the messages
of corpus/ with it and without it, and prints what changed. If nothing is understood worse, the service may use it.

  npm run -s teach -- [--check] [--json] [FILE]

  FILE     配置文件 / the configuration (default: CONFIG_FILE, else flows.config.json)
  --check  只检查，不采用 / only says what would come of it
  --json   输出一个 JSON 对象 / one JSON object

What may be used is noted in a file beside the configuration (flows.config.accepted.json); a running service takes it over on SIGHUP.
退出状态：0 采用，1 不予采用，2 文件或参数有误。
Exit status: 0 accepted, 1 something is understood worse, or a phrase means something else for certain: refused, 2 a file or an argument is wrong.
`;

/** The entries as they act in the labelled messages: there a question of one's own is one of its kind. */
function asMeasured({ understanding, followup }: HospitalConfig): HospitalConfig['understanding'] {
  const kinds = new Map<string, string>(followup.questions.map(({ id, type }) => [id, type]));
  for (const { id } of ANY_HOSPITAL.settings.questions) kinds.delete(id);
  const phrases = understanding.phrases.map((entry) => ({ ...entry, at: entry.at.map((id) => kinds.get(id) ?? id) }));
  return { ...understanding, phrases };
}

interface Found {
  readonly config: HospitalConfig;
  readonly comparison: Comparison;
  readonly known: readonly KnownPhrase[];
}

async function compare(file: string): Promise<Found> {
  const { config, kit } = readHospital(file);
  const settings = { ...kit.settings, ...ANY_HOSPITAL.settings };
  const { emergencySigns } = kit.lists;
  const entries = asMeasured(config);
  const taught = compileTaught(entries);
  const without = { ...kit, settings, lists: { emergencySigns } };
  const withIt = { ...kit, settings, lists: taught === undefined ? { emergencySigns } : { emergencySigns, taught } };
  const sets = await readSets(join(packageFolder(), 'corpus'));
  const known = knownPhrases(without, entries);
  return { config, known, comparison: compareUnderstanding(without, withIt, sets) };
}

async function run(words: readonly string[]): Promise<number> {
  const [check, json] = [words.includes('--check'), words.includes('--json')];
  const rest = words.filter((word) => word !== '--check' && word !== '--json');
  const unknown = rest.find((word) => word.startsWith('-')) ?? rest[1];
  if (unknown !== undefined) throw new HuifangError('BAD_REQUEST', [`${unknown}: no such option; see --help`]);
  const file = rest[0] ?? readSettings().configFile;
  const { config, comparison, known } = await compare(file);
  const accepted = comparison.falls.length === 0 && !known.some(({ sure }) => sure);
  if (accepted && !check) accept(file, config, new Date().toISOString());
  process.stdout.write(
    json
      ? `${JSON.stringify({ accepted, ...comparison, known })}\n`
      : comparisonText(comparison, check ? null : acceptanceFile(file), known),
  );
  return accepted ? 0 : 1;
}

await runCommand({ help: HELP, failure: { zh: '检查失败', en: 'The check failed' }, run });
