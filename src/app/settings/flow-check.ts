import { setImmediate as breathe } from 'node:timers/promises';
import { type Difference, differences } from '../../config/differences.ts';
import { flowSettings } from '../../config/flow-settings.ts';
import { parseConfigJson } from '../../config/load.ts';
import type { HospitalConfig } from '../../config/schema.ts';
import type { AffectedConversations, SettingsDifference } from '../../console/wire/settings.ts';
import type { ConversationRecord, FlowId } from '../../domain/conversation.ts';
import { HuifangError } from '../../domain/errors.ts';
import { FLOWS } from '../../flows/index.ts';
import type { SettingsHistoryStore } from '../../store/store.ts';

/** Longest stretch of a value that is shown of a change. */
const MAX_SHOWN = 600;

/** The same values of two texts, as differences for people; a text that is no JSON differs as a whole. */
export function differencesOf(from: string, to: string): readonly SettingsDifference[] {
  return raw(from, to).map((one) => ({ path: one.path, from: shown(one.from), to: shown(one.to) }));
}

function raw(from: string, to: string): readonly Difference[] {
  if (from === to) return [];
  try {
    return differences(parseConfigJson(from), parseConfigJson(to));
  } catch {
    return [{ path: '(file)', from, to }];
  }
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}

/** Numbers, signs and sentences that a red flag is answered with. */
const SAFETY =
  /^(understanding\.emergencySigns|hospital\.(region|emergencyPhone|crisisPhone|phones\.emergency)|phrases\.(emergency|selfHarm))/;

/** Paths of a change that concern emergencies and self-harm. */
export function concernsSafety(changes: readonly SettingsDifference[]): readonly string[] {
  return changes.map(({ path }) => path).filter((path) => SAFETY.test(path));
}

interface Wordings {
  readonly config: HospitalConfig;
  /** By id. */
  readonly questions: ReadonlyMap<string, string>;
}

function wordingsOf(config: HospitalConfig): Wordings {
  const questions = config.followup.questions.map((question) => [question.id, JSON.stringify(question)] as const);
  return { config, questions: new Map(questions) };
}

/** What the conversation waits to hear, as the settings now in force let it stand; null when that is no configured question. */
function standsAt(record: ConversationRecord, now: Wordings): string | null {
  if (record.flow !== 'followup') return null;
  try {
    const { id, about } = FLOWS.followup.openQuestion(record.snapshot, flowSettings(now.config));
    return [about, id].find((one) => one !== undefined && now.questions.has(one)) ?? null;
  } catch (error) {
    // It stands still anyway, and its own turn says so.
    if (error instanceof HuifangError && error.code === 'SNAPSHOT_INVALID') return null;
    throw error;
  }
}

/** Counts the open conversations by flow, and those that stand at a question which `next` words differently or lacks. */
export async function affectedBy(
  history: Pick<SettingsHistoryStore, 'running'>,
  now: HospitalConfig,
  next: HospitalConfig,
): Promise<AffectedConversations> {
  const [before, after] = [wordingsOf(now), wordingsOf(next)];
  const flows = new Map<FlowId, number>();
  const touched = new Map<string, number>();
  let from: string | null = null;
  do {
    const stretch: Awaited<ReturnType<typeof history.running>> = await history.running(from);
    for (const record of stretch.rows) {
      flows.set(record.flow, (flows.get(record.flow) ?? 0) + 1);
      const question = standsAt(record, before);
      if (question === null || before.questions.get(question) === after.questions.get(question)) continue;
      touched.set(question, (touched.get(question) ?? 0) + 1);
    }
    from = stretch.next;
    // Turns go first.
    await breathe();
  } while (from !== null);
  return {
    flows: [...flows].map(([flow, count]) => ({ flow, count })),
    questions: [...touched].map(([id, count]) => ({
      id,
      change: after.questions.has(id) ? ('changed' as const) : ('removed' as const),
      count,
    })),
  };
}
