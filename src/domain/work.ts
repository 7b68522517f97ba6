import type { WorkItem } from './conversation.ts';

/** `open`: nobody is on it · `in_progress`: somebody has taken it · `done` · `cancelled`: called off, by the contact or by staff. */
export const TASK_STATES = ['open', 'in_progress', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_KINDS = ['handoff', 'callback', 'note', 'appointment'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Who made it: the bot promised it, staff promised it, the contact asked for it, or it was left open by a shift. */
export const TASK_SOURCES = ['bot', 'staff', 'contact', 'shift'] as const;
export type TaskSource = (typeof TASK_SOURCES)[number];

/**
 * How it ended, or how far it came: `confirmed` an appointment stands · `moved` another day was proposed · `refused` it cannot be ·
 * `answered` the callback was made · `unreached` nobody was there · `settled` anything else.
 */
export const TASK_OUTCOMES = ['confirmed', 'moved', 'refused', 'answered', 'unreached', 'settled'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** How the contact heard of it: by a message in the conversation, by telephone, or not at all yet. */
export const TOLD_WAYS = ['message', 'phone', 'no'] as const;
export type ToldWay = (typeof TOLD_WAYS)[number];

/** What came of a task. Instants in epoch ms. */
export interface TaskResult {
  readonly outcome: TaskOutcome;
  /** In staff's words. */
  readonly text: string;
  /** Of an appointment: the time that was agreed or proposed. */
  readonly appointedAt: number | null;
  readonly told: ToldWay;
  readonly by: string;
  readonly at: number;
}

/** A work item as the people who settle it see it. Instants in epoch ms; `assignee` is an account. */
export interface Task extends Omit<WorkItem, 'status' | 'conversationId'> {
  /** null: left open by a shift, about no conversation. */
  readonly conversationId: string | null;
  readonly state: TaskState;
  /** Grows by one with each change; the guard against lost updates. */
  readonly version: number;
  readonly source: TaskSource;
  readonly assignee: string | null;
  /** null: nobody was promised anything. */
  readonly due: number | null;
  /** When it was due as first promised; null: nothing is promised, or it was kept. */
  readonly firstDue: number | null;
  readonly remindAt: number | null;
  readonly result: TaskResult | null;
  /** What the contact did to it after asking, until staff have settled it anew. */
  readonly contactChanged: 'changed' | 'cancelled' | null;
}

/**
 * What became of a promise. `kept`: by the time first said · `moved`: by another time, agreed before the first ran out · `late`: done
 * after it · `broken`: its time is past and nothing is done · `open`: its time is to come · `withdrawn`: nobody wanted it any more in time.
 */
export const PROMISE_STATES = ['kept', 'moved', 'late', 'broken', 'open', 'withdrawn'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** A step in the life of a task. `who`: an account, `contact` or `system`. */
export interface TaskEvent {
  readonly at: number;
  readonly who: string;
  readonly what:
    | 'made'
    | 'taken'
    | 'assigned'
    | 'released'
    | 'due'
    | 'result'
    | 'told'
    | 'reopened'
    | 'cancelled'
    | 'changed';
  /** What is needed to understand it: `from`, `to`, `outcome` … */
  readonly details: Readonly<Record<string, string>>;
}

/** True of a task that somebody still has to do. */
export function isPending(task: Pick<Task, 'state'>): boolean {
  return task.state === 'open' || task.state === 'in_progress';
}

/** True of a promise whose time has passed and that was not kept. */
export function isBroken(task: Pick<Task, 'state' | 'due'>, now: number): boolean {
  return isPending(task) && task.due !== null && task.due < now;
}
