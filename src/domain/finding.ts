import type { Grade } from './vocabulary.ts';

/** What a message can mean (handbook section 9), plus `answer_text`: free text that answers an open free-text question. */
export const FINDING_KINDS = [
  'agree',
  'decline',
  'available',
  'busy',
  'contact_time',
  'refuse',
  'opt_out',
  'opt_in',
  'self',
  'relative',
  'unaware_relative',
  'wrong_number',
  'deceased',
  'rating',
  'no_opinion',
  'correction',
  'complaint',
  'praise',
  'suggestion',
  'complaint_status',
  'threat',
  'beyond_authority',
  'human',
  'abuse',
  'emergency',
  'self_harm',
  'medical_question',
  'who_are_you',
  'scam_doubt',
  'not_understood',
  'misunderstood',
  'already_surveyed',
  'thanks',
  'apology',
  'greeting',
  'farewell',
  'hospital_question',
  'appointment',
  'off_topic',
  'unreadable',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where in the original message (UTF-16 offsets) a finding was read, and why. */
interface Read {
  /** `[start, end)` in the text as it was received. */
  readonly span: readonly [number, number];
  /** 0–1. `ACT` and above acts; between `ASK` and `ACT` the bot asks first (situation 22). */
  readonly confidence: number;
  /** Rule id, e.g. `safety.chest_pain`; shown to staff as "why did it think so". */
  readonly evidence: string;
}

export const ACT = 0.8;
export const ASK = 0.5;
/** Seen, and ruled out by what else the message says: nothing happens, and staff can read why. */
export const NOTED = 0.3;

/** How sure a moment is, for the echo in the reply. */
export type TimePrecision = 'minute' | 'part' | 'day' | 'vague';

export interface RatingFinding extends Read {
  readonly kind: 'rating';
  /** Question id (`doctor`, `nurse`, `overall` …). */
  readonly question: string;
  readonly grade: Exclude<Grade, 'no_opinion'>;
  /** The contact's own words; absent when the message holds no reason. */
  readonly reason?: string;
  /** True when the contact takes back an earlier answer ("刚才打错了，是不满意"). */
  readonly correction?: boolean;
  /** The reason given for another grade before holds for this one ("还是上面那个原因"). */
  readonly sameReason?: true;
}

export interface NoOpinionFinding extends Read {
  readonly kind: 'no_opinion';
  readonly question: string;
  /** 'explicit' (没接触, 跳过) counts at once; 'unsure' (不知道) gets the question once more. */
  readonly firmness: 'explicit' | 'unsure';
}

export interface ContactTimeFinding extends Read {
  readonly kind: 'contact_time';
  /** Epoch ms by handbook section 8, already inside sending hours. */
  readonly at: number;
  readonly precision: TimePrecision;
}

export type StaffRole = 'doctor' | 'nurse';

/** Somebody of the roster, or one of its departments. */
export interface StaffCandidate {
  readonly name: string;
  readonly role: StaffRole | 'department';
  /** Where they work, as far as known: those that fit what was said and the stay. */
  readonly departments: readonly string[];
}

/** Whom words of an opinion mean. */
export interface StaffMention {
  /** As the contact wrote it. */
  readonly written: string;
  /** One: that is who is meant, as surely as `confidence` says. Several: nobody was chosen. The likeliest first. */
  readonly candidates: readonly StaffCandidate[];
  /** From `ACT` on certain, below a guess that has to be shown as one. */
  readonly confidence: number;
}

export interface OpinionFinding extends Read {
  readonly kind: 'complaint' | 'praise' | 'suggestion';
  /** The contact's own words of this opinion. */
  readonly text: string;
  /** Canonical roles or things it concerns (`doctor`, `nurse`, `food`, `fees` …) and names as written ("护士小陈"). */
  readonly concerns: readonly string[];
  /** What the roster knows of them; absent when it knows none. */
  readonly people?: readonly StaffMention[];
  /** False for a bare announcement ("我要投诉"): the facts are asked for once. */
  readonly hasFacts: boolean;
}

export interface EmergencyFinding extends Read {
  readonly kind: 'emergency' | 'self_harm';
  /** 'low' = past or doubtful: the safety text comes with the question whether it is so now. */
  readonly tier: 'high' | 'low';
}

export interface DeceasedFinding extends Read {
  readonly kind: 'deceased';
  /** Only 'high' (two kinds of evidence) marks the patient; 'medium' is checked softly first. */
  readonly tier: 'high' | 'medium';
}

export interface QuestionFinding extends Read {
  readonly kind: 'hospital_question' | 'medical_question' | 'appointment';
  readonly text: string;
}

export interface RelativeFinding extends Read {
  readonly kind: 'relative' | 'unaware_relative';
  /** Kinship or role as written (女儿, 护工), if any. */
  readonly relation?: string;
}

interface WhoAreYouFinding extends Read {
  readonly kind: 'who_are_you';
  /** 'bot' when the contact asks whether this is a machine. */
  readonly about: 'identity' | 'bot';
}

type PlainKind = Exclude<
  FindingKind,
  | 'rating'
  | 'no_opinion'
  | 'contact_time'
  | 'complaint'
  | 'praise'
  | 'suggestion'
  | 'emergency'
  | 'self_harm'
  | 'deceased'
  | 'hospital_question'
  | 'medical_question'
  | 'appointment'
  | 'relative'
  | 'unaware_relative'
  | 'who_are_you'
>;

export interface PlainFinding extends Read {
  readonly kind: PlainKind;
  /** With `busy`: because the patient is in hospital again. */
  readonly readmitted?: true;
  /** With `correction` or `misunderstood`: the question that the answer before was meant for ("我说的是护士"). */
  readonly meant?: string;
}

/** One thing a message says. A message can carry several; all are kept, the flow decides which acts first. */
export type Finding =
  | RatingFinding
  | NoOpinionFinding
  | ContactTimeFinding
  | OpinionFinding
  | EmergencyFinding
  | DeceasedFinding
  | QuestionFinding
  | RelativeFinding
  | WhoAreYouFinding
  | PlainFinding;

/** True if nothing was found in a message but that it must be talk of some kind. */
export function isUnread(findings: readonly Finding[]): boolean {
  return findings.every(({ kind, confidence }) => confidence < ASK || (kind === 'off_topic' && confidence <= ASK));
}
