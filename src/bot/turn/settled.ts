import type { ConversationRecord } from '../../domain/conversation.ts';
import { ASK, type Finding, type FindingKind } from '../../domain/finding.ts';
import type { LoadedConversation } from '../../store/store.ts';
import type { TurnDraft } from './draft.ts';
import type { TurnKit } from './kit.ts';
import { contextOf, NOTHING_ASKED, type Reading } from './read.ts';

/** What a contact says to the result of their complaint. `alone`: nothing else, so the dialogue need not hear it. */
export interface Verdict {
  readonly settled: boolean;
  readonly alone: boolean;
}

interface Scene {
  readonly kit: TurnKit;
  readonly loaded: LoadedConversation;
  /** Epoch ms. */
  readonly at: number;
}

const YES_NO = { ...NOTHING_ASKED, question: { id: 'confirm', schema: 'yes_no' }, identified: true } as const;
/** Beside which a yes or no is only that. */
const NODS: ReadonlySet<FindingKind> = new Set([
  'agree',
  'decline',
  'thanks',
  'rating',
  'available',
  'no_opinion',
  'complaint_status',
]);
/** A yes in the words of a no: "没解决", "還不行". */
const NOT_YET = /[没沒未不别別].{0,3}[解处處满滿行好联聯回]|not |n't |no one/iu;
/** Says of itself that it is not settled. */
const AGAIN: ReadonlySet<FindingKind> = new Set(['complaint', 'complaint_status', 'threat']);

/**
 * Reads a message as the answer to "is it settled so?", if that is what was said last (handbook section 6: the contact is told the
 * result). Null: it is none, and the question stays.
 */
export function verdictIn({ kit, loaded, at }: Scene, reading: Reading): Verdict | null {
  const { record, unread } = loaded;
  const told = record.resultTold;
  if (told === undefined || at < told.from || unread.some(({ seq }) => seq < told.seq)) return null;
  return verdictOf(findingsIn(kit, { record, at }, reading), reading.text);
}

function findingsIn(
  kit: TurnKit,
  { record, at }: { record: ConversationRecord; at: number },
  { text, language }: Reading,
): readonly Finding[] {
  const context = contextOf(kit, record, { asked: YES_NO, language, now: at });
  return kit.understand(text, context).filter(({ confidence }) => confidence >= ASK);
}

function verdictOf(findings: readonly Finding[], text: string): Verdict | null {
  const kinds = new Set(findings.map(({ kind }) => kind));
  const alone = findings.length > 0 && findings.every(({ kind }) => NODS.has(kind));
  const no = kinds.has('decline') || NOT_YET.test(text) || [...kinds].some((kind) => AGAIN.has(kind));
  if (no) return { settled: false, alone: alone || (findings.length === 0 && NOT_YET.test(text)) };
  return kinds.has('agree') && alone && !gradesMore(findings, text) ? { settled: true, alone } : null;
}

/** 医生很好，护士也很好，整体满意 answers a survey: the grade is the least part of it. */
function gradesMore(findings: readonly Finding[], text: string): boolean {
  return findings.some(({ kind, span: [from, to] }) => kind === 'rating' && (to - from) * 2 < text.length);
}

/**
 * Writes a verdict down. What is promised to who is not content (a call) is a work item of the same commit. `goesOn`: the open
 * question of the dialogue follows.
 */
export function takeVerdict(draft: TurnDraft, { settled, alone }: Verdict, goesOn: boolean): void {
  const { resultTold, state } = draft.loaded.record;
  if (resultTold === undefined) return;
  draft.registers.push({ type: 'settled', index: resultTold.index, settled, words: draft.text });
  draft.tallies.push(settled ? 'result.settled' : 'result.unsettled');
  if (state === 'with_staff' || !alone) return;
  const thanks = goesOn ? 'backFromStaff' : 'settledThanks';
  if (draft.contact.optedOutAt === null) draft.parts.push({ key: settled ? thanks : 'unsettledNoted' });
  if (!settled)
    draft.workItems.push({ kind: 'callback', text: `对投诉 ${resultTold.number} 的处理结果不满意：${draft.text}` });
}
