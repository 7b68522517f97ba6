import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { teachesNothing } from '../bot/understanding/taught/compile.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { HuifangError } from '../domain/errors.ts';
import { FOLLOW_UP_MODEL, packageFolder } from './model-file.ts';

/** What `npm run -s teach` leaves beside the configuration: these entries were measured against this understanding. */
interface Acceptance {
  /** Of what is taught. */
  readonly taught: string;
  /** Of version and model: another understanding has to be measured again. */
  readonly against: string;
}

/** `flows.config.accepted.json` beside `flows.config.json`. */
export function acceptanceFile(configFile: string): string {
  return `${configFile.replace(/\.json$/, '')}.accepted.json`;
}

/** Why what the configuration teaches may not be used yet; null when it may, or when it teaches nothing. */
export function notAccepted(configFile: string, config: HospitalConfig): string | null {
  if (teachesNothing(config.understanding)) return null;
  const left = readAcceptance(acceptanceFile(configFile));
  const now = acceptanceOf(config);
  const name = basename(configFile);
  if (left === null) return `understanding: what ${name} teaches was never checked — allowed: run npm run -s teach`;
  if (left.taught !== now.taught)
    return `understanding: what ${name} teaches was changed after its check — allowed: run npm run -s teach`;
  if (left.against !== now.against)
    return `understanding: what ${name} teaches was checked with another version — allowed: run npm run -s teach`;
  return null;
}

/** Two configurations teach the same, in whatever order it is written. Emergency signs hold at once and are no part of it. */
export function teachesTheSame(one: HospitalConfig, other: HospitalConfig): boolean {
  return JSON.stringify(taughtBy(one)) === JSON.stringify(taughtBy(other));
}

/** Leaves word that what the configuration teaches may be used; throws FILE_UNWRITABLE. Returns the file. */
export function accept(configFile: string, config: HospitalConfig, checkedAt: string): string {
  const file = acceptanceFile(configFile);
  try {
    writeFileSync(file, `${JSON.stringify({ ...acceptanceOf(config), checkedAt }, null, 2)}\n`);
  } catch (error) {
    throw new HuifangError('FILE_UNWRITABLE', [`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return file;
}

function taughtBy({ understanding }: HospitalConfig): unknown {
  const { emergencySigns: _signs, ...taught } = understanding;
  return sorted(taught);
}

function acceptanceOf(config: HospitalConfig): Acceptance {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return {
    taught: digest(JSON.stringify(taughtBy(config))),
    against: digest(version, readFileSync(FOLLOW_UP_MODEL.path())),
  };
}

function readAcceptance(file: string): Partial<Acceptance> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Acceptance>;
  } catch {
    return null;
  }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The same entries in another order of keys are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, inner]) => [key, sorted(inner)]));
}
