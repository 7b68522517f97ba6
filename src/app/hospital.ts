import { createHash } from 'node:crypto';
import { type Knowledge, knowledgeFacts } from '../bot/knowledge/index.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { compileTaught } from '../bot/understanding/taught/compile.ts';
import type { Taught } from '../bot/understanding/taught/taught.types.ts';
import type { MessageModels } from '../bot/understanding/understand.ts';
import { parseHospitalConfig, readConfigText } from '../config/load.ts';
import type { HospitalConfig } from '../config/schema.ts';
import type { StaffRow } from '../store/store.ts';
import { notAccepted } from './acceptance.ts';
import { createTurnKit, type Models } from './kit.ts';
import { readKnowledgeFile } from './knowledge-file.ts';
import { CONSULTATION_MODEL, FOLLOW_UP_MODEL, QUESTIONS_MODEL, TRIAGE_MODEL } from './model-file.ts';
import { rosterOf } from './roster.ts';

/** What a hospital wrote: settings, wording, knowledge base, and the kit that turns run with. */
export interface Hospital {
  readonly config: HospitalConfig;
  /** `hashOfText` of the file it was read from. */
  readonly configHash: string;
  readonly knowledge: Knowledge;
  readonly kit: TurnKit;
  /** What the configuration teaches and is in force. */
  readonly taught: Taught | undefined;
  /** Why something the configuration says is not in force; empty: all of it is. */
  readonly warnings: readonly string[];
}

/**
 * Reads and checks everything; throws CONFIG_INVALID with every fault. What the file teaches is used as it is, so that it can
 * be tried, or, with `accepted`, only once its check was passed.
 */
export function readHospital(configFile: string, use: 'all' | 'accepted' = 'all'): Hospital {
  return hospitalOf(readConfigText(configFile), configFile, use);
}

/** The same of a text that may be about to become the file at `configFile`. */
export function hospitalOf(text: string, configFile: string, use: 'all' | 'accepted'): Hospital {
  const config = parseHospitalConfig(text, configFile);
  const knowledge = readKnowledgeFile(configFile, config);
  const held = use === 'all' ? null : notAccepted(configFile, config);
  const taught = held === null ? compileTaught(config.understanding) : undefined;
  const kit = createTurnKit(config, knowledge, readModels(), taught);
  return { config, configHash: hashOfText(text), knowledge, kit, taught, warnings: held === null ? [] : [held] };
}

/** SHA-256 in hexadecimal digits: which version of a file this is. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What messages mean, by whether we asked or are asked. */
export function readMessageModels(): MessageModels {
  return { followUp: FOLLOW_UP_MODEL.read(), consultation: CONSULTATION_MODEL.read() };
}

/** Everything that the build trained; each is read once a process. */
export function readModels(): Models {
  return { messages: readMessageModels(), triage: TRIAGE_MODEL.read(), questions: QUESTIONS_MODEL.read() };
}

/**
 * The same hospital with another knowledge base. The whole kit is made anew (it takes a millisecond), and asked once, so that
 * the search is built now and not while a patient waits.
 */
export function withKnowledge(hospital: Hospital, knowledge: Knowledge, now: number): Hospital {
  const kit = createTurnKit(hospital.config, knowledge, readModels(), hospital.taught);
  kit.consult(
    knowledge.hospital.name,
    { topic: null, offered: [], asked: null, trouble: null },
    { now, language: 'zh-CN' },
  );
  return { ...hospital, knowledge, kit };
}

/** The same hospital, which knows the staff of its imported stays too. */
export function withStaff(hospital: Hospital, staff: readonly StaffRow[]): Hospital {
  const roster = rosterOf(knowledgeFacts(hospital.knowledge), staff, hospital.config.roster);
  return { ...hospital, kit: { ...hospital.kit, roster } };
}
