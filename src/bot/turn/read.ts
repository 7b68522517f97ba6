import type { ConversationRecord } from '../../domain/conversation.ts';
import { ACT, ASK, type Finding, type FindingKind } from '../../domain/finding.ts';
import type { Language } from '../../domain/language.ts';
import type { StayFacts } from '../../domain/patient.ts';
import type { Roster, UnderstandContext } from '../understanding/understand.types.ts';
import type { TurnKit } from './kit.ts';

/** Kinds that count when one text of a burst says them alone ("TD"), whatever stands in the other texts. */
const ALONE: ReadonlySet<FindingKind> = new Set(['emergency', 'self_harm', 'opt_out', 'opt_in']);

/** Somebody writes to us first. */
export const NOTHING_ASKED = {
  question: { id: 'none', schema: 'none' },
  openRatings: [],
  lastAnswered: null,
  identified: false,
  closed: false,
} as const satisfies Asked;

/** What the texts of one turn mean, read together. */
export interface Reading {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

/** Rosters by department, ward doctor and nurse: what was found with one is remembered with it. */
const rosters = new WeakMap<Roster, Map<string, Roster>>();
const MAX_ROSTERS = 5_000;

/** The hospital's staff, led by the department, doctor and nurse of the stay. */
function rosterOf(hospital: Roster, stay: StayFacts | null): Roster {
  if (stay === null) return hospital;
  const { department, doctor, nurse } = stay;
  const key = `${department}|${doctor ?? ''}|${nurse ?? ''}`;
  let known = rosters.get(hospital);
  if (known === undefined || known.size >= MAX_ROSTERS) {
    known = new Map();
    rosters.set(hospital, known);
  }
  let roster = known.get(key);
  if (roster === undefined) {
    const own = { ...(doctor === undefined ? {} : { doctor }), ...(nurse === undefined ? {} : { nurse }) };
    roster = { ...hospital, stay: { department, ...own } };
    known.set(key, roster);
  }
  return roster;
}

/** What the dialogue has asked, as understanding needs it. */
export type Asked = Pick<
  UnderstandContext,
  'question' | 'openRatings' | 'lastAnswered' | 'given' | 'identified' | 'closed'
>;

function askedIn(kit: TurnKit, record: ConversationRecord): Asked {
  if (record.version === 0) return NOTHING_ASKED;
  const flow = kit.flows[record.flow];
  return {
    question: flow.openQuestion(record.snapshot, kit.settings),
    ...flow.understandingHints(record.snapshot, kit.settings),
  };
}

/** The context in which a text of this conversation is understood. */
export function contextOf(
  kit: TurnKit,
  record: ConversationRecord,
  given: { asked: Asked; language: Language; now: number },
): UnderstandContext {
  const { stay } = record;
  const { asked } = given;
  return {
    ...asked,
    questions: record.flow === 'followup' ? kit.settings.questions : [],
    patientName: stay?.patientName ?? null,
    language: given.language,
    now: given.now,
    zone: kit.settings.zone,
    sendingHours: kit.settings.sendingHours,
    roster: rosterOf(kit.roster, stay),
    lists: kit.lists,
  };
}

const isSure = (finding: Finding): boolean => finding.confidence >= ACT;
const isBareGrade = (finding: Finding): boolean =>
  finding.kind === 'no_opinion' || (finding.kind === 'rating' && finding.reason === undefined);

/**
 * What a text means here. Two questions carry a rating question with them: "what exactly fell short?", where a bare grade
 * (2, 一般, 90分) is no reason, and the greeting at the agreed time, which is answered as at the opening and also directly. What
 * means nothing sure there is read once more as the reply to that rating question, and counts if it is one grade and no more.
 */
function understandIn(kit: TurnKit, text: string, context: UnderstandContext): readonly Finding[] {
  const found = kit.understand(text, context);
  const { about, schema } = context.question;
  const carries = schema === 'reason' || schema === 'identity_availability';
  if (!carries || found.some(isSure) || !context.questions.some(({ id, type }) => id === about && type === 'rating'))
    return found;
  const again = kit.understand(text, { ...context, question: { id: about ?? '', schema: 'rating' } });
  return again.length === 1 && again.every(isBareGrade) ? again : found;
}

/** A red flag that may be over: one line that tells of it as present outweighs it. */
function isDoubtful(finding: Finding): boolean {
  return 'tier' in finding && finding.tier === 'low';
}

/** Reads one or several texts that arrived together. The language follows the contact when they write in another one. */
export function readTexts(kit: TurnKit, record: ConversationRecord, texts: readonly string[], now: number): Reading {
  const text = texts.join('\n');
  const language = kit.detectLanguage(text, record.language);
  const context = contextOf(kit, record, { asked: askedIn(kit, record), language, now });
  const together = understandIn(kit, text, context);
  if (texts.length < 2) return { text, findings: together, language };
  const known = new Set(together.filter((finding) => !isDoubtful(finding)).map((finding) => finding.kind));
  const alone = texts
    .flatMap((line) => kit.understand(line, context))
    .filter(({ kind, confidence }) => ALONE.has(kind) && confidence >= ASK && !known.has(kind));
  const said = new Set(alone.filter((finding) => !isDoubtful(finding)).map((finding) => finding.kind));
  return { text, findings: [...together.filter((finding) => !said.has(finding.kind)), ...alone], language };
}

/** As staff read it: kind, confidence, rule. */
export function readingLines(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => {
    const detail = finding.kind === 'rating' ? ` ${finding.question}=${finding.grade}` : '';
    return `${finding.kind}${detail} ${finding.confidence.toFixed(2)} ${finding.evidence}${whom(finding)}`;
  });
}

/** Whom of the staff it may mean, and how surely: ` · 李护士 → 李小琴 0.85`. */
function whom(finding: Finding): string {
  if (!('people' in finding)) return '';
  return finding.people
    .map(({ written, candidates, confidence }) => {
      const names = candidates.map(({ name }) => name).join(' / ');
      return ` · ${written} → ${names} ${confidence.toFixed(2)}`;
    })
    .join('');
}
