import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkPhrases, wordingFaultsIn } from '../bot/phrases/check.ts';
import { HuifangError } from '../domain/errors.ts';
import { faultLines } from './fault-lines.ts';
import { phraseBook } from './phrase-book.ts';
import { configSchema, type HospitalConfig } from './schema.ts';

/** The wordings of a file whose shape is not right, as far as they are there. */
const looseWordings = z.object({
  phrases: z.record(z.string(), z.record(z.string(), z.string()).catch({})).catch({}),
  followup: z
    .object({
      questions: z.array(z.record(z.string(), z.record(z.string(), z.string()).catch({})).catch({})).catch([]),
    })
    .catch({ questions: [] }),
});

/** Faults of the wording in a file that has other faults as well; what is missing was told with those. */
function furtherFaults(json: unknown, told: readonly string[]): string[] {
  const loose = looseWordings.safeParse(json);
  if (!loose.success) return [];
  const { phrases, followup } = loose.data;
  const paths = new Set(told.map((line) => line.split(': ')[0] ?? ''));
  const toldAlready = (path: string) => [...paths].some((known) => path === known || path.startsWith(`${known}.`));
  return wordingFaultsIn({ phrases, questions: followup.questions }).filter(
    (line) => !toldAlready(line.split(': ')[0] ?? '') && !line.includes(': missing — '),
  );
}

/**
 * Checks flows.config.json as parsed. Throws CONFIG_INVALID with every fault of shape and wording together; how long
 * messages become is only counted where there is no other fault.
 */
export function loadHospitalConfig(json: unknown): HospitalConfig {
  const parsed = configSchema.safeParse(json);
  if (!parsed.success) {
    const faults = faultLines(parsed.error.issues, json);
    throw new HuifangError('CONFIG_INVALID', [...faults, ...furtherFaults(json, faults)]);
  }
  const faults = checkPhrases(phraseBook(parsed.data));
  if (faults.length > 0) throw new HuifangError('CONFIG_INVALID', faults);
  return parsed.data;
}

/** Reads and checks the file at `path`; a file that is missing or no JSON is CONFIG_INVALID as well. */
export function readHospitalConfig(path: string): HospitalConfig {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [`(file): ${path} — allowed: a readable JSON file (${why})`]);
  }
  return loadHospitalConfig(json);
}
