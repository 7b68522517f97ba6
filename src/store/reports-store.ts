import type { ConversationRecord } from '../domain/conversation.ts';
import type { ChannelId, HandoffReason, Priority } from '../domain/vocabulary.ts';
import type { PromiseState, TaskKind } from '../domain/work.ts';

/** A span of local days, both included, `YYYY-MM-DD`, and what narrows it; null: all. */
export interface ReportScope {
  readonly from: string;
  readonly to: string;
  readonly department: string | null;
  readonly ward: string | null;
  readonly channel: ChannelId | null;
}

/**
 * Counts of one day (`YYYY-MM-DD`) or month (`YYYY-MM`), department, ward and channel. Names and their formulas: docs/reports.md.
 * `ward` is '' where none is known; `department` is '' for what belongs to no stay.
 */
export interface FigureRow {
  readonly period: string;
  readonly department: string;
  readonly ward: string;
  readonly channel: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** A stay behind a figure. */
export interface StayBehind {
  readonly stayId: string;
  readonly patientName: string;
  readonly department: string;
  readonly ward: string;
  readonly channel: string;
  readonly dischargedOn: string;
  readonly names: readonly string[];
  /** The last conversation about it; null: none yet. */
  readonly record: ConversationRecord | null;
}

/** A handoff, with the time until staff first answered. */
export interface HandoffRow {
  readonly conversationId: string;
  /** Epoch ms of the handoff; of one that was raised to urgent, when it was. */
  readonly at: number;
  readonly day: string;
  readonly department: string;
  readonly ward: string;
  readonly channel: string;
  readonly reason: HandoffReason;
  readonly priority: Priority;
  /** Epoch ms of the first line of staff after it; null: none yet. */
  readonly answeredAt: number | null;
  /** Epoch ms at which somebody of the staff first opened it, of urgent ones; null: nobody has. */
  readonly openedAt: number | null;
}

/** How often an account did something on a day, as the audit says. */
export interface WorkloadRow {
  readonly day: string;
  readonly account: string;
  readonly what: string;
  readonly count: number;
}

/** A line of ours that a carrier took. */
export interface LineBehind {
  /** Grows with time. */
  readonly no: number;
  readonly conversationId: string;
  /** Epoch ms. */
  readonly at: number;
  /** '' where the conversation is about no stay. */
  readonly department: string;
  readonly channel: string;
  /** 0 where the carrier does not charge by the segment. */
  readonly segments: number;
}

/** Promises of one day (of their first due time), department and person by what became of them. `person`: an account, '' for nobody. */
export interface PromiseCount {
  readonly day: string;
  readonly department: string;
  readonly person: string;
  readonly state: PromiseState;
  readonly count: number;
}

/** A promise behind a figure. Instants in epoch ms. */
export interface PromiseBehind extends Pick<PromiseCount, 'department' | 'person' | 'state'> {
  /** Grows with time. */
  readonly no: number;
  readonly taskId: string;
  readonly conversationId: string | null;
  readonly kind: TaskKind;
  readonly at: number;
  readonly firstDue: number;
  readonly due: number;
  readonly settledAt: number | null;
  /** Why it was put off; '' where it never was. */
  readonly why: string;
}

/** A figure that is kept otherwise than the records say. Names of figures and ids only. */
export interface ReportDifference {
  readonly kind: 'stay' | 'count' | 'handoff' | 'work';
  /** `2026-03-07 心内科 sms contacted`, or the id of a stay. */
  readonly what: string;
  readonly kept: string;
  readonly counted: string;
}

export interface RecomputeResult {
  readonly stays: number;
  readonly differences: readonly ReportDifference[];
  /** How many there are; the list ends at 1,000. */
  readonly found: number;
}

/**
 * What reports are made of. Every figure is kept in the commit that changes the records it follows from, so reading a month costs a few
 * hundred rows however many conversations there are.
 */
export interface ReportsStore {
  /** Rows of days or of whole months (`from` and `to` are then read as `YYYY-MM`), in order of the period. */
  figures(scope: ReportScope, grain: 'day' | 'month'): Promise<readonly FigureRow[]>;
  /**
   * Stays discharged in the scope that count under all names of `has` and none of `lacks`, the last discharged first. A name that ends
   * in `*` stands for all that begin so.
   */
  stays(
    scope: ReportScope,
    names: { readonly has: readonly string[]; readonly lacks: readonly string[] },
    page: { readonly limit: number; readonly after: string | null },
  ): Promise<{ readonly rows: readonly StayBehind[]; readonly next: string | null }>;
  /** Handoffs of the scope's days, the newest first; at most `limit`. */
  handoffs(scope: ReportScope, limit: number): Promise<readonly HandoffRow[]>;
  /** Lines that a carrier took, the newest first: those written on the days of the scope, or those about the stays discharged in it. */
  lines(
    scope: ReportScope,
    of: 'written' | 'discharged',
    page: { readonly limit: number; readonly after: string | null },
  ): Promise<{ readonly rows: readonly LineBehind[]; readonly next: string | null }>;
  /** What was promised until the days of the scope, and what became of it by `now`. */
  promises(scope: ReportScope, now: number): Promise<readonly PromiseCount[]>;
  /** The same one by one, the last promised first; `person` null: of all. */
  promisesBehind(
    scope: ReportScope,
    narrowed: { readonly states: readonly PromiseState[]; readonly person: string | null; readonly now: number },
    page: { readonly limit: number; readonly after: string | null },
  ): Promise<{ readonly rows: readonly PromiseBehind[]; readonly next: string | null }>;
  work(from: string, to: string): Promise<readonly WorkloadRow[]>;
  /** Departments that have figures, by name. */
  departments(): Promise<readonly string[]>;
  /** Wards that have figures, by name; null: of all departments. */
  wards(department: string | null): Promise<readonly string[]>;
  /** Counts everything anew from the records; `fix` puts right what differs. Nothing else is written meanwhile. */
  recompute(fix: boolean): Promise<RecomputeResult>;
}
