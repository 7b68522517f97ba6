import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkPhrases, wordingFaultsIn } from '../bot/phrases/check.ts';
import { HuifangError } from '../domain/errors.ts';
import { faultLines } from './fault-lines.ts';
import { DEEPEST, isTooDeep } from './json-places.ts';
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

/** Reads the text of the file at `path`; a file that is missing is CONFIG_INVALID as well. */
export function readConfigText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw notReadable(path, error);
  }
}

/** Checks a text as the content of the file at `path`; what is no JSON is CONFIG_INVALID as well. */
export function parseHospitalConfig(text: string, path: string): HospitalConfig {
  let json: unknown;
  try {
    json = parseConfigJson(text);
  } catch (error) {
    throw notReadable(path, error);
  }
  return loadHospitalConfig(json);
}

/** The text as parsed, not checked yet. Some editors put a byte order mark in front. */
export function parseConfigJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`nested deeper than ${String(DEEPEST)} levels`);
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** Reads and checks the file at `path`. */
export function readHospitalConfig(path: string): HospitalConfig {
  return parseHospitalConfig(readConfigText(path), path);
}

function notReadable(path: string, error: unknown): HuifangError {
  const why = error instanceof Error ? error.message : String(error);
  return new HuifangError('CONFIG_INVALID', [`(file): ${path} — allowed: a readable JSON file (${why})`]);
}
