import { knowledgeFaults, knowledgePath, readKnowledgeJson } from '../../app/knowledge-file.ts';
import { readSettings } from '../../config/env.ts';
import { readHospitalConfig } from '../../config/load.ts';
import { HuifangError } from '../../domain/errors.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { Json } from '../../workbook/index.ts';

/** The knowledge base of the configuration, and which day it is for the hospital. */
export function target(): { readonly file: string; readonly today: string } {
  const { configFile } = readSettings();
  const config = readHospitalConfig(configFile);
  return { file: knowledgePath(configFile, config), today: localDate(Date.now(), config.hospital.zone) };
}

/** Reads and checks a knowledge file; throws CONFIG_INVALID with every fault. */
export function checkedFile(file: string): Json {
  const json = readKnowledgeJson(file);
  const faults = knowledgeFaults(json);
  if (faults.length > 0) throw new HuifangError('CONFIG_INVALID', faults);
  return json as Json;
}
