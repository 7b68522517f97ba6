import { ACT, type Finding, type FindingKind } from '../../domain/finding.ts';
import type { Consulted } from '../flow.ts';
import type { MessageEvent } from '../shared/digest.ts';
import type { State } from './turn.ts';

/** What counts of a message, once understanding and knowledge base are held against each other. */
export interface Heard {
  readonly findings: readonly Finding[];
  readonly consulted: Consulted;
  /** A danger was heard in it and not acted on: staff should see it. */
  readonly doubtful: boolean;
}

/** What a turn without a reading has: the knowledge base failed, and the talk goes on without it. */
const NOTHING: Consulted = {
  reply: { type: 'none' },
  asksDepartment: false,
  recent: null,
  details: {
    wish: null,
    givesUp: false,
    earlier: false,
    departments: [],
    doctors: [],
    namesOther: false,
    days: [],
    stretch: false,
    half: null,
    anyDay: false,
    name: null,
    phone: null,
    brokenPhone: null,
    corrects: false,
  },
};

/**
 * The model learnt from replies to a follow-up. Here people ask and book, and 我要约… sounds to it like 我要投诉…: beside an
 * answer or the facts of an appointment, opinions count only where a rule finds them.
 */
export function hear(state: State, event: MessageEvent): Heard {
  const consulted = withoutOpinion(withoutCourtesy(event.consulted ?? NOTHING, event.findings), event.findings);
  const answered = consulted.reply.type === 'answer' || consulted.reply.type === 'departments';
  const forDesk = isForDesk(state, consulted);
  const sober = answered || forDesk;
  const watched = state === 'check' || state === 'withStaff';
  const asksOnly = !watched && consulted.asksDepartment && consulted.reply.type === 'departments';
  const doubtful = event.findings.filter((finding) => asksOnly && isFaintDanger(finding));
  const dropped = (finding: Finding): boolean =>
    doubtful.includes(finding) ||
    isMisheard(finding, event.text) ||
    (sober && isSobered(finding, forDesk)) ||
    (answered && (TALK.has(finding.kind) || isQuestionToo(finding, event.findings)));
  const findings = event.findings.filter((finding) => !dropped(finding));
  return { findings, consulted, doubtful: doubtful.length > 0 };
}

/** Heard in words that say something else here, whatever stands beside them. */
function isMisheard(finding: Finding, text: string): boolean {
  if (finding.kind === 'unreadable') return AGE.test(text) || (isModels(finding) && WORDS.test(text));
  return finding.kind === 'opt_out' && isModels(finding) && CALL_OFF.test(text);
}

function isSobered(finding: Finding, forDesk: boolean): boolean {
  return OPINIONS.has(finding.kind) && (isModels(finding) || (forDesk && finding.kind === 'praise'));
}

/** Found by the model alone. */
export const isModels = ({ evidence }: Finding): boolean => evidence.startsWith('model.');
const OPINIONS: ReadonlySet<FindingKind> = new Set([
  'threat',
  'complaint',
  'praise',
  'suggestion',
  'beyond_authority',
  'abuse',
  'medical_question',
  'unreadable',
]);
/** 血常规多久出结果 asks for a result, and for none of a complaint; "which department should I see" for no name. */
const TALK: ReadonlySet<FindingKind> = new Set(['complaint_status', 'who_are_you']);

/** 被狗咬了一口: words, however few. */
const WORDS = /\p{Script=Han}{3}/u;
/** 取消 alone is about an appointment, made or not, and never about our messages. */
const CALL_OFF = /^[^,，。]{0,6}取消[^,，。]{0,6}$|^[^,，。]{0,4}(?:不约|不挂)了|^我?[要想]?退(?:个|一下)?(?:号|约)/u;

/** 6岁, 3个月: no noise where the patient's age matters. */
const AGE = /^\D{0,6}\d{1,3} ?(?:岁|歲|个月|個月|周岁|years?)/u;

/** 复印要多少钱 is a question where it sounds like a wish too. */
function isQuestionToo({ kind, span }: Finding, all: readonly Finding[]): boolean {
  if (kind !== 'suggestion' && kind !== 'complaint') return false;
  return all.some((other) => other.kind === 'hospital_question' && other.span[0] < span[1] && span[0] < other.span[1]);
}

/** No rule saw it and the model is not sure, in a message that asks which department to see: its trouble is answered as one. */
const FAINT = 0.9;
function isFaintDanger(finding: Finding): boolean {
  return finding.kind === 'emergency' && isModels(finding) && finding.confidence < FAINT;
}

/** Who praises or complains of what was done to a body tells no trouble. */
function withoutOpinion(consulted: Consulted, findings: readonly Finding[]): Consulted {
  if (consulted.reply.type !== 'departments' || consulted.asksDepartment) return consulted;
  const opinion = findings.some((finding) => JUDGED.has(finding.kind) && !isModels(finding));
  return opinion ? { ...consulted, reply: { type: 'none' } } : consulted;
}
const JUDGED: ReadonlySet<FindingKind> = new Set(['praise', 'complaint', 'suggestion', 'threat', 'abuse']);

/** 好的，谢谢 is no question, whatever entry comes near to it. */
function withoutCourtesy(consulted: Consulted, findings: readonly Finding[]): Consulted {
  const sure = findings.filter(({ confidence }) => confidence >= ACT).map(({ kind }) => kind);
  if (sure.includes('hospital_question') || consulted.reply.type === 'none') return consulted;
  const unsure = consulted.reply.type === 'choose' || consulted.reply.type === 'unanswered';
  const said = sure.some((kind) => (unsure ? COURTESIES : WORDLESS).includes(kind));
  return said ? { ...consulted, reply: { type: 'none' } } : consulted;
}
/** 可以, a picture: no words that an entry could answer. */
const WORDLESS: readonly FindingKind[] = ['agree', 'decline', 'unreadable'];
const COURTESIES: readonly FindingKind[] = [
  'agree',
  'decline',
  'refuse',
  'thanks',
  'greeting',
  'farewell',
  'apology',
  'who_are_you',
];

/** The message gives facts for an appointment. */
function isForDesk(state: State, { details }: Consulted): boolean {
  const { wish, departments, doctors, days, name, phone } = details;
  const facts = departments.length + doctors.length + days.length > 0 || name !== null || phone !== null;
  return facts && (wish !== null || state === 'booking' || state === 'confirming');
}
