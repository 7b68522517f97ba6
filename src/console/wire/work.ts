import type { HandoffReason, Priority } from '../../domain/vocabulary.ts';
import type { TaskEvent, TaskKind, TaskOutcome, TaskSource, TaskState, ToldWay } from '../../domain/work.ts';

/** Somebody of the staff by account. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** A task as lists show it. Names and numbers are masked; instants in epoch ms. */
export interface TaskView {
  readonly id: string;
  readonly conversationId: string | null;
  readonly kind: TaskKind;
  readonly reason: HandoffReason | null;
  readonly priority: Priority;
  readonly state: TaskState;
  readonly version: number;
  readonly source: TaskSource;
  /** What is to be done, in words; empty for an appointment, whose facts say it. */
  readonly text: string;
  /** `department`, `doctor`, `date`, `half`, `name`, `phone` of an appointment or callback, as far as known. */
  readonly details: Readonly<Record<string, string>>;
  readonly at: number;
  readonly due: number | null;
  /** As first promised, where it was put off since. */
  readonly firstDue: number | null;
  /** Past due and not settled. */
  readonly broken: boolean;
  readonly assignee: PersonView | null;
  readonly result: TaskResultView | null;
  /** Whom the conversation is about. */
  readonly patient: { readonly name: string; readonly department: string } | null;
  /** The last thing the contact did to it after it was asked for; the desk has to look at it again. */
  readonly contactChanged: 'changed' | 'cancelled' | null;
}

interface TaskResultView {
  readonly outcome: TaskOutcome;
  readonly text: string;
  readonly appointedAt: number | null;
  readonly told: ToldWay;
  readonly by: PersonView;
  readonly at: number;
}

export interface TaskEventView extends Pick<TaskEvent, 'at' | 'what' | 'details'> {
  /** Account, or `contact`, `system`. */
  readonly who: PersonView;
}

/** GET /api/work/:id */
export interface TaskDetail extends TaskView {
  readonly history: readonly TaskEventView[];
}

/** GET /api/work?kind&state&source&assignee&department&from&to&order&limit&after */
export interface WorkPage {
  readonly rows: readonly TaskView[];
  readonly next: string | null;
}

/** GET /api/work/counts */
export interface WorkCountsView {
  readonly appointments: number;
  readonly callbacks: number;
  readonly escalated: number;
  readonly broken: number;
  readonly soon: number;
  readonly mine: number;
  /** What the caller should see to: reminded of, broken, given to them, or left by a shift. */
  readonly attention: number;
}

/** GET /api/work/people: whom a task can be given to. */
export interface PeopleView {
  readonly rows: readonly PersonView[];
}

/** POST /api/work/:id/settle, and /words for how the message would read. */
export interface SettleBody {
  readonly version: number;
  readonly outcome: TaskOutcome;
  /** The reason, or what came of it. */
  readonly text: string;
  /** Of a confirmed or proposed appointment. */
  readonly appointedAt?: number;
  readonly doctor?: string;
  readonly tell: ToldWay;
}

/** Answer to settle and tell. */
export interface SettledView {
  readonly task: TaskDetail;
  /** Why no message was sent although one was wanted: the contact has to be told by telephone. */
  readonly refused: 'opted_out' | 'unreachable' | 'no_conversation' | 'other' | null;
}

/** POST /api/work/:id/words */
export interface WordsView {
  readonly text: string;
}

/** POST /api/work/:id/unmask {reason} */
export interface UnmaskedTask {
  readonly name: string | null;
  readonly phone: string | null;
  readonly patientName: string | null;
}
