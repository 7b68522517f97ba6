import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { checkKnowledge, type Knowledge, loadKnowledge, quoted } from '../bot/knowledge/index.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { HuifangError } from '../domain/errors.ts';
import { localDate } from '../domain/zoned-time.ts';

/** The knowledge base that the configuration names, relative to the configuration's folder. */
export function knowledgePath(configFile: string, config: HospitalConfig): string {
  return resolve(dirname(resolve(configFile)), config.knowledge.file);
}

/** Reads the knowledge base that the configuration names. */
export function readKnowledgeFile(configFile: string, config: HospitalConfig): Knowledge {
  return readKnowledge(knowledgePath(configFile, config), config);
}

/** Reads a knowledge base, dated with the last change of its file; throws CONFIG_INVALID with every fault. */
export function readKnowledge(file: string, config: HospitalConfig): Knowledge {
  return loadKnowledge(readKnowledgeJson(file), localDate(statSync(file).mtimeMs, config.hospital.zone));
}

/** The file as parsed, not checked yet. Some editors put a byte order mark in front. */
export function readKnowledgeJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new HuifangError('CONFIG_INVALID', [
      `knowledge.file: ${file} — allowed: a readable JSON file (${String(error)})`,
    ]);
  }
}

/** Every fault of a knowledge base as parsed, one line each in both languages; none: it can be used. */
export function knowledgeFaults(json: unknown): readonly string[] {
  return checkKnowledge(json).map(
    ({ path, value, rule }) => `${path}: ${quoted(value)}，应为：${rule.zh} / allowed: ${rule.en}`,
  );
}
