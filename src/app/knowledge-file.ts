import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Knowledge, loadKnowledge } from '../bot/knowledge/index.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { HuifangError } from '../domain/errors.ts';

/** Reads the knowledge base that the configuration names, relative to the configuration's folder. */
export function readKnowledgeFile(configFile: string, config: HospitalConfig): Knowledge {
  const file = resolve(dirname(resolve(configFile)), config.knowledge.file);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new HuifangError('CONFIG_INVALID', [
      `knowledge.file: ${config.knowledge.file} — allowed: a readable JSON file (${String(error)})`,
    ]);
  }
  return loadKnowledge(json);
}
