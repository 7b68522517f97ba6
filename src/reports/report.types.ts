import type { Priority, RegisterKind } from '../domain/vocabulary.ts';
import type { PromiseState } from '../domain/work.ts';

/** What figures are grouped by. */
export const DIMENSIONS = ['day', 'week', 'month', 'department', 'ward', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The waterfall (standards.md 5); each stage contains the next. */
export const STAGES = [
  'discharged',
  'eligible',
  'contacted',
  'delivered',
  'reached',
  'identified',
  'completed',
] as const;
export type Stage = (typeof STAGES)[number];

/** A count, with the query of GET /api/reports/behind that lists what was counted. */
export interface Figure {
  readonly count: number;
  readonly behind: string;
}

/** What the rows of a list add up to. */
export interface Sum {
  readonly sum: number;
  readonly behind: string;
}

/** A part of a whole. `share`: null where the whole is smaller than the minimum n. */
export interface Share extends Figure {
  readonly of: Figure;
  readonly share: number | null;
}

/** A share with its 95 % confidence interval (Wilson); null below the minimum n, where a figure says nothing. */
export interface Measured {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What fell out after a stage, by reason. */
export interface Dropped extends Figure {
  readonly after: Stage;
  /** Of `discharged`: why it was left out; else the outcome, or what is still to come. */
  readonly reason: string;
}

export interface WaterfallStage extends Figure {
  readonly stage: Stage;
  /** Parts of those discharged, and of the stage before; null below the minimum n. */
  readonly ofDischarged: number | null;
  readonly ofBefore: number | null;
}

export interface Waterfall {
  readonly stages: readonly WaterfallStage[];
  /** Their sum after a stage is what that stage has more than the next. */
  readonly dropped: readonly Dropped[];
  /** How we know that a line arrived: a receipt, an answer, or a channel that has no receipts. */
  readonly arrivals: readonly (Figure & { readonly proof: 'receipt' | 'reply' | 'no_receipt' })[];
}

/** Rates in the order of reports; formulas in docs/reports.md. */
export const RATES = [
  'delivery',
  'reach',
  'completion',
  'response',
  'optOut',
  'wrongNumber',
  'issue',
  'partial',
] as const;
export type RateName = (typeof RATES)[number];

export interface Rate extends Share {
  readonly rate: RateName;
  /** The same in the span of the same length before. */
  readonly before: Share;
}

/** One line of a table: a day, a week, a department … */
export interface GroupRow {
  /** `2026-03-07`, `2026-W10`, `2026-03`, a department …; '' for what has none. */
  readonly key: string;
  readonly stages: Readonly<Record<Stage, Figure>>;
  readonly rates: Readonly<Record<RateName, Share>>;
}

export interface Overview {
  readonly waterfall: Waterfall;
  readonly rates: readonly Rate[];
  readonly groups: readonly GroupRow[];
  /** The periods before, the last one being this one: months where the span is whole months, else weeks. */
  readonly trend: readonly TrendPoint[];
}

export interface TrendPoint {
  readonly period: string;
  readonly discharged: Figure;
  readonly completed: Figure;
  readonly rates: Readonly<Record<RateName, Share>>;
  /** Satisfaction with each question: the good grades, of the three. */
  readonly satisfaction: Readonly<Record<string, Share>>;
}

/** Answers to one question. */
export interface QuestionResult {
  readonly question: string;
  /** The three grades together. */
  readonly graded: Figure;
  readonly satisfied: Figure;
  readonly mostlySatisfied: Figure;
  readonly dissatisfied: Figure;
  readonly noOpinion: Figure;
  /** Identified, and this question was never answered. */
  readonly unanswered: Figure;
  /** Answered faster than anyone reads: kept, shown, and in no rate. */
  readonly flagged: Figure;
  /** (satisfied + mostly satisfied) ÷ the three grades. */
  readonly rate: Measured;
  /** satisfied ÷ the three grades. */
  readonly topBox: Measured;
  readonly reasons: Figure;
  readonly themes: readonly (Figure & { readonly theme: string })[];
}

export interface Satisfaction {
  /** Below so many grades no rate is shown and nothing is ranked. */
  readonly minimum: number;
  readonly questions: readonly QuestionResult[];
  readonly groups: readonly { readonly key: string; readonly questions: readonly QuestionResult[] }[];
  /** True if every group has enough grades, so that an order of them means something. */
  readonly ranked: boolean;
}

/** Where an entry stands, as the columns of the report count it. `due`: it had to be closed by now; `inTime`: it was. */
export const ENTRY_STATES = ['answered', 'closed', 'overdue', 'due', 'inTime'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** Complaints of a department or of a cause. */
export interface EntryGroup extends Figure {
  readonly key: string;
  readonly answered: Figure;
  readonly closed: Figure;
  readonly overdue: Figure;
  /** Days from receipt to the department's answer: median; null below the minimum n. */
  readonly medianDays: number | null;
  /** Closed by their due date, of those due. */
  readonly inTime: Share;
}

export interface EntriesReport {
  readonly kind: RegisterKind;
  readonly total: EntryGroup;
  readonly byDepartment: readonly EntryGroup[];
  readonly byCause: readonly EntryGroup[];
  readonly byPerson: readonly KeyedFigure[];
  /** Of those closed: what the contact said of the result. */
  readonly settled: { readonly yes: Figure; readonly no: Figure; readonly unknown: Figure };
  /** By month (or week), the last twelve. */
  readonly trend: readonly (Figure & { readonly period: string })[];
}

/** A count under a key. */
interface KeyedFigure extends Figure {
  readonly key: string;
}

export interface WorkloadRow {
  readonly account: string;
  /** As colleagues see it; the id of an account that is gone. */
  readonly name: string;
  /** By what was done: `conversation.reply` … */
  readonly deeds: Readonly<Record<string, Figure>>;
  readonly total: Figure;
  readonly days: number;
}

/** Promises of a day, a department or a person. */
export interface PromiseGroup extends Figure {
  readonly key: string;
  readonly states: Readonly<Record<PromiseState, Figure>>;
  /** Kept by the time first said, of those whose time is past. */
  readonly inTime: Share;
}

/** What was promised until the days of the span, and what became of it. */
export interface PromisesReport {
  readonly total: PromiseGroup;
  readonly byDay: readonly PromiseGroup[];
  readonly byDepartment: readonly PromiseGroup[];
  /** `name`: null for what nobody has. */
  readonly byPerson: readonly (PromiseGroup & { readonly name: string | null })[];
}

export interface Workload {
  readonly rows: readonly WorkloadRow[];
  readonly deeds: readonly string[];
}

/** Minutes until something was done: staff answered, or somebody opened it. */
export interface Waits extends Figure {
  readonly key: string;
  readonly done: Figure;
  /** Of those done; null below the minimum n. */
  readonly median: number | null;
  readonly p90: number | null;
  /** Within the limits of `console.sla`. */
  readonly inTime: Share;
}

export interface ResponseTimes {
  /** Of `console.sla`, minutes: of working time but for the urgent. */
  readonly limits: Readonly<Record<Priority, number>>;
  /** Seconds within which somebody opens an urgent one, at any hour. */
  readonly alertSeconds: number;
  /** From an urgent handoff until somebody of the staff opened it. */
  readonly alerts: Waits;
  readonly total: Waits;
  readonly byPriority: readonly Waits[];
  readonly byReason: readonly Waits[];
  readonly byDepartment: readonly Waits[];
  /** Upper bounds in minutes (null: longer) and how many lie up to them. */
  readonly histogram: readonly (Figure & { readonly upTo: number | null })[];
}

export interface Cost {
  /** Sent on the days of the span, by whoever it was for. */
  readonly lines: Figure;
  readonly segments: Sum;
  /** For the stays discharged in the span, whenever it was sent. */
  readonly cohortSegments: Sum;
  readonly completed: Figure;
  /** cohortSegments ÷ completed; null: fewer than the minimum n were completed. */
  readonly perCompleted: number | null;
  readonly byDepartment: readonly {
    readonly key: string;
    readonly segments: Sum;
    readonly completed: Figure;
    readonly perCompleted: number | null;
  }[];
}
