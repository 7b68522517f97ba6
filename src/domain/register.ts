import type { RegisterKind } from './vocabulary.ts';

/** Handbook section 6: `open → assigned → answered → approved → closed`. */
export const REGISTER_STATUSES = ['open', 'assigned', 'answered', 'approved', 'closed'] as const;
export type RegisterStatus = (typeof REGISTER_STATUSES)[number];

/** 服务态度, 诊疗质量, 护理, 收费, 环境后勤, 流程, 行风/红包, 隐私, 其他 (standards.md section 6). The first one of an entry is its main one. */
export const REGISTER_CATEGORIES = [
  'attitude',
  'quality',
  'nursing',
  'fees',
  'environment',
  'process',
  'conduct',
  'privacy',
  'other',
] as const;
export type RegisterCategory = (typeof REGISTER_CATEGORIES)[number];

/** 一般, 较重, 重大: a death or a likely dispute is `major`. */
export const SEVERITIES = ['ordinary', 'serious', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How an entry reached the centre, and how its contact was answered. */
export const REGISTER_CHANNELS = ['conversation', 'phone', 'visit', 'letter', 'other'] as const;
export type RegisterChannel = (typeof REGISTER_CHANNELS)[number];

/** What can be done with an entry; who may do it and when stands in registers/workflow.ts. */
export type RegisterStep =
  | 'take'
  | 'assign'
  | 'answer'
  | 'approve'
  | 'instruct'
  | 'return'
  | 'pause'
  | 'resume'
  | 'close'
  | 'dismiss'
  | 'conclude'
  | 'join';

/**
 * Who has to know of an overdue complaint, one after the other: 1 the heads of the responsible department and the supervisors, 2 the
 * conduct office (行风办), 3 the leaders.
 */
export const ESCALATION_LEVELS = [1, 2, 3] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** An account, with the name under which it signs. */
export interface Signer {
  readonly account: string;
  readonly name: string;
}

/** A named account stands for a step; kept for good, also when the step is taken back. */
interface Signature extends Signer {
  readonly step: RegisterStep;
  /** Epoch ms. */
  readonly at: number;
}

/** What a department found; one for each that handles the entry. Signed by its head. */
interface DepartmentFinding extends Signer {
  readonly department: string;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
}

/** What the contact was told. */
interface RegisterReply {
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
  readonly channel: RegisterChannel;
}

/** Why an entry is closed without handling: in court, with the police, without object or facts, one of another entry, taken back, or said in words. */
export const DISMISSALS = ['court', 'police', 'no_facts', 'duplicate', 'withdrawn', 'other'] as const;
export type Dismissal = (typeof DISMISSALS)[number];

/** The columns of the paper form that staff fill in (handbook section 6 and standards.md section 6); empty text: not filled in. */
export interface RegisterForm {
  readonly contactName: string;
  /** To the patient: 本人, 儿子 … */
  readonly relation: string;
  readonly patientName: string;
  readonly recordNo: string;
  readonly phone: string;
  /** Address or workplace of the contact. */
  readonly address: string;
  /** Epoch ms of the follow-up in which it was said. */
  readonly followedUpAt: number | null;
  /** Persons and things concerned; of a praise: who is praised. */
  readonly concerns: readonly string[];
  /** The department concerned, as the stay names it; of a praise: the praised one. */
  readonly concernedDepartment: string;
  readonly categories: readonly RegisterCategory[];
  readonly severity: Severity;
  /** Responsible for finding out and answering. */
  readonly department: string;
  readonly coDepartments: readonly string[];
  /** Proposed handling, by the conduct office (行风办拟办意见). */
  readonly proposal: string;
  /** Opinion of the committee (院办公会意见). */
  readonly opinion: string;
  /** The leader's instruction (领导批示). */
  readonly instruction: string;
  /** Facts that were checked (核实情况). */
  readonly facts: string;
  /** What the department changes because of it (整改措施). */
  readonly improvement: string;
  /** Return visit after a key complaint: when and with what result. */
  readonly returnVisit: string;
  /** How a praise or suggestion was handled. */
  readonly handled: string;
  readonly remarks: string;
}

/** One entry with everything that staff keep of it. */
export interface RegisterRecord extends RegisterForm {
  readonly kind: RegisterKind;
  /** Number per kind and year: `2026-0001`. */
  readonly number: string;
  /** Grows by one with each change; the guard against two people editing at once. */
  readonly version: number;
  /** null: entered by hand. */
  readonly conversationId: string | null;
  /** 0, 1, 2 … within the conversation; 0 for one entered by hand. */
  readonly index: number;
  /** Verbatim; what the contact added stands on further lines. */
  readonly text: string;
  /** Epoch ms. Deadlines count from this day. */
  readonly receivedAt: number;
  readonly receivedThrough: RegisterChannel;
  /** Who wrote it down; null: the bot. */
  readonly receivedBy: Signer | null;
  /** First handler (首诉负责制), until handed over; null: nobody yet. */
  readonly handler: Signer | null;
  readonly status: RegisterStatus;
  /** `YYYY-MM-DD`; null: none is owed. */
  readonly dueOn: string | null;
  /** The calendar does not reach that far: the day may still move. */
  readonly dueProvisional: boolean;
  /** Paused since (epoch ms); null: the clock runs. */
  readonly pausedAt: number | null;
  /** Working days that pauses have added so far. */
  readonly pausedDays: number;
  /** Overdue: how far up it was told. */
  readonly escalated: 0 | EscalationLevel;
  readonly findings: readonly DepartmentFinding[];
  readonly signatures: readonly Signature[];
  readonly reply: RegisterReply | null;
  /** The contact's own answer whether it is settled; null: not asked, or no answer. */
  readonly settled: boolean | null;
  readonly settledWords: string;
  readonly closedAt: number | null;
  /** null: handled to the end. */
  readonly dismissed: Dismissal | null;
  /** Number of the entry (same kind) that says the same; null: none. */
  readonly duplicateOf: string | null;
}

/** One change of one field; rows are only ever added. `field` is a name of RegisterRecord, `received`, `attachment`, or
 * `step`: which one stands in `old`, its reason in `next`. */
export interface RegisterHistoryRow {
  readonly at: number;
  /** Account; `contact` or `system` for what nobody of the staff did. */
  readonly account: string;
  /** As shown to colleagues. */
  readonly name: string;
  readonly field: string;
  readonly old: string;
  readonly next: string;
}

/** An empty form, for an entry by hand. */
export const BLANK_FORM: RegisterForm = {
  contactName: '',
  relation: '',
  patientName: '',
  recordNo: '',
  phone: '',
  address: '',
  followedUpAt: null,
  concerns: [],
  concernedDepartment: '',
  categories: [],
  severity: 'ordinary',
  department: '',
  coDepartments: [],
  proposal: '',
  opinion: '',
  instruction: '',
  facts: '',
  improvement: '',
  returnVisit: '',
  handled: '',
  remarks: '',
};
