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
import { runCommand } from './command.ts';
import { comparisonText } from './teach/words.ts';

const HELP = `Checks what flows.config.json teaches (understanding: phrases, patterns, thresholds, timeWords): reads the messages
of corpus/ with it and without it, and prints what changed. If nothing is understood worse, the service may use it.

  npm run -s teach -- [--check] [--json] [FILE]

  FILE     the configuration (default: CONFIG_FILE, else flows.config.json)
  --check  only says what would come of it
  --json   one JSON object

What may be used is noted in a file beside the configuration (flows.config.accepted.json); a running service takes it over on SIGHUP.
Exit status: 0 accepted, 1 something is understood worse: refused, 2 a file or an argument is wrong.
`;

/** The entries as they act in the labelled messages: there a question of one's own is one of its kind. */
function asMeasured({ understanding, followup }: HospitalConfig): HospitalConfig['understanding'] {
  const kinds = new Map<string, string>(followup.questions.map(({ id, type }) => [id, type]));
  for (const { id } of ANY_HOSPITAL.settings.questions) kinds.delete(id);
  const phrases = understanding.phrases.map((entry) => ({ ...entry, at: entry.at.map((id) => kinds.get(id) ?? id) }));
  return { ...understanding, phrases };
}

async function compare(file: string): Promise<{ readonly config: HospitalConfig; readonly comparison: Comparison }> {
  const { config, kit } = readHospital(file);
  const settings = { ...kit.settings, ...ANY_HOSPITAL.settings };
  const { emergencySigns } = kit.lists;
  const taught = compileTaught(asMeasured(config));
  const without = { ...kit, settings, lists: { emergencySigns } };
  const withIt = { ...kit, settings, lists: taught === undefined ? { emergencySigns } : { emergencySigns, taught } };
  const sets = await readSets(join(packageFolder(), 'corpus'));
  return { config, comparison: compareUnderstanding(without, withIt, sets) };
}

async function run(words: readonly string[]): Promise<number> {
  const [check, json] = [words.includes('--check'), words.includes('--json')];
  const rest = words.filter((word) => word !== '--check' && word !== '--json');
  const unknown = rest.find((word) => word.startsWith('-')) ?? rest[1];
  if (unknown !== undefined) throw new HuifangError('BAD_REQUEST', [`${unknown}: no such option; see --help`]);
  const file = rest[0] ?? readSettings().configFile;
  const { config, comparison } = await compare(file);
  const accepted = comparison.falls.length === 0;
  if (accepted && !check) accept(file, config, new Date().toISOString());
  process.stdout.write(
    json
      ? `${JSON.stringify({ accepted, ...comparison })}\n`
      : comparisonText(comparison, check ? null : acceptanceFile(file)),
  );
  return accepted ? 0 : 1;
}

await runCommand({ help: HELP, failure: { zh: '检查失败', en: 'The check failed' }, run });
