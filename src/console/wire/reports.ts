import type { Language } from '../../domain/language.ts';
import type { RegisterCategory, RegisterStatus } from '../../domain/register.ts';
import type { Answer, HandoffReason, Outcome, Priority, RegisterKind } from '../../domain/vocabulary.ts';
import type { PromiseState, TaskKind } from '../../domain/work.ts';

export type * from '../../reports/report.types.ts';
export type { Deed } from '../../reports/workload.ts';

/** GET /api/reports/options: what can be chosen, and how questions are called. */
export interface ReportOptions {
  readonly departments: readonly string[];
  /** Empty where no list has brought any. */
  readonly wards: readonly string[];
  readonly channels: readonly string[];
  readonly questions: readonly { readonly id: string; readonly topic: Readonly<Record<Language, string>> }[];
  /** `YYYY-MM-DD` by the service's clock. */
  readonly today: string;
  /** Below so many answers no rate is shown. */
  readonly minimum: number;
  /** Department that all figures are of; null: the whole house can be chosen. */
  readonly only: string | null;
  readonly mayExport: boolean;
}

/** A stay behind a figure. `name`: masked; null for those who see no patients. */
export interface BehindStay {
  readonly type: 'stay';
  readonly stayId: string;
  readonly name: string | null;
  readonly department: string;
  readonly ward: string;
  readonly channel: string;
  readonly dischargedOn: string;
  /** null: there is none, or it may not be opened. */
  readonly conversationId: string | null;
  readonly outcome: Outcome | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly names: readonly string[];
}

export interface BehindHandoff {
  readonly type: 'handoff';
  readonly conversationId: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly department: string;
  readonly channel: string;
  readonly reason: HandoffReason;
  readonly priority: Priority;
  readonly answeredAt: number | null;
  /** Of urgent ones: when somebody of the staff first opened it. */
  readonly openedAt: number | null;
}

export interface BehindEntry {
  readonly type: 'entry';
  readonly kind: RegisterKind;
  readonly number: string;
  readonly receivedAt: number;
  readonly department: string;
  readonly categories: readonly RegisterCategory[];
  readonly status: RegisterStatus;
  readonly dueOn: string | null;
  readonly closedAt: number | null;
}

/** Something that an account did. */
export interface BehindDeed {
  readonly type: 'deed';
  /** Number of the row of the audit. */
  readonly no: number;
  /** Epoch ms. */
  readonly at: number;
  readonly name: string;
  readonly what: string;
  /** Page of what it was about, below /console; null: there is none, or it may not be opened. */
  readonly page: string | null;
}

/** A message that a carrier took. */
export interface BehindLine {
  readonly type: 'line';
  readonly no: number;
  readonly conversationId: string | null;
  /** Epoch ms. */
  readonly at: number;
  /** '' where the conversation is about no stay. */
  readonly department: string;
  readonly channel: string;
  /** 0 where the carrier does not charge by the segment. */
  readonly segments: number;
}

/** Something promised. `name`: whose it is, null for nobody's; the task's id for those who see tasks. */
export interface BehindPromise {
  readonly type: 'promise';
  readonly no: number;
  readonly conversationId: string | null;
  readonly kind: TaskKind;
  readonly state: PromiseState;
  /** Epoch ms, as the other three: when it was promised, until when, until when once put off, and when it was done. */
  readonly at: number;
  readonly firstDue: number;
  readonly due: number;
  readonly settledAt: number | null;
  readonly department: string;
  /** Why it was put off; '' where it never was. */
  readonly why: string;
  readonly name: string | null;
  readonly taskId: string | null;
}

/** GET /api/reports/behind */
export interface BehindPage {
  readonly rows: readonly (BehindStay | BehindHandoff | BehindEntry | BehindDeed | BehindLine | BehindPromise)[];
  readonly next: string | null;
}
