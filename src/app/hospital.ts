import type { Knowledge } from '../bot/knowledge/index.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { readHospitalConfig } from '../config/load.ts';
import type { HospitalConfig } from '../config/schema.ts';
import { createTurnKit } from './kit.ts';
import { readKnowledgeFile } from './knowledge-file.ts';
import { readModel } from './model-file.ts';

/** What a hospital wrote: settings, wording, knowledge base, and the kit that turns run with. */
export interface Hospital {
  readonly config: HospitalConfig;
  readonly knowledge: Knowledge;
  readonly kit: TurnKit;
}

/** Reads and checks everything; throws CONFIG_INVALID with every fault. */
export function readHospital(configFile: string): Hospital {
  const config = readHospitalConfig(configFile);
  const knowledge = readKnowledgeFile(configFile, config);
  return { config, knowledge, kit: createTurnKit(config, knowledge, readModel()) };
}
