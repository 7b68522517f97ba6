import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Knowledge, loadKnowledge } from '../bot/knowledge/index.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { HuifangError } from '../domain/errors.ts';
import { localDate } from '../domain/zoned-time.ts';

/** The knowledge base that the configuration names, relative to the configuration's folder. */
export function knowledgePath(configFile: string, config: HospitalConfig): string {
  return resolve(dirname(resolve(configFile)), config.knowledge.file);
}

/** Reads the knowledge base that the configuration names. */
export function readKnowledgeFile(configFile: string, config: HospitalConfig): Knowledge {
  const file = knowledgePath(configFile, config);
  let json: unknown;
  let changed: number;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    changed = statSync(file).mtimeMs;
  } catch (error) {
    throw new HuifangError('CONFIG_INVALID', [
      `knowledge.file: ${config.knowledge.file} — allowed: a readable JSON file (${String(error)})`,
    ]);
  }
  return loadKnowledge(json, localDate(changed, config.hospital.zone));
}
