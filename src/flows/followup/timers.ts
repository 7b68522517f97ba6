import type { Effect } from '../../domain/effect.ts';
import { nextAllowed } from '../../domain/sending-hours.ts';
import type { FlowTimerKind } from '../../domain/timer.ts';
import type { StepEnv } from '../flow.ts';
import type { FollowupContext } from './context.ts';
import type { State } from './place.ts';

export interface Point {
  readonly state: State;
  readonly context: FollowupContext;
}

const NOT_WAITING: ReadonlySet<State> = new Set(['idle', 'withStaff', 'closed']);

/** The one timer that runs at a point of the talk: what silence will lead to from here (situations 3, 7, 23). */
function timerAt({ state, context }: Point): FlowTimerKind | null {
  if (NOT_WAITING.has(state)) return null;
  if (context.resumeAt !== null) return 'resume';
  if (context.outcome !== null) return 'expiry';
  if (context.deceased) return 'bereavement';
  return context.reminded ? 'expiry' : 'reminder';
}

function dueOf(kind: FlowTimerKind, { context }: Point, { now, settings }: StepEnv): number {
  switch (kind) {
    case 'resume':
      return context.resumeAt ?? now;
    case 'bereavement':
      return now + settings.bereavementExpireAfter;
    case 'expiry':
      return now + settings.expireAfter;
    case 'reminder':
      return nextAllowed(now + settings.reminderAfter, settings.sendingHours, settings.zone);
  }
}

/**
 * Timers of a step. The clock of a silence starts anew with whatever we say, and with each state: a timer that was set
 * for another state would do nothing.
 */
export function timerEffects(before: Point, after: Point, spoke: boolean, env: StepEnv): readonly Effect[] {
  const old = timerAt(before);
  const next = timerAt(after);
  if (old === next && !spoke && before.state === after.state && before.context.resumeAt === after.context.resumeAt)
    return [];
  const cancel: Effect[] = old !== null && old !== next ? [{ type: 'cancelTimers' }] : [];
  return next === null ? cancel : [...cancel, { type: 'setTimer', timer: next, due: dueOf(next, after, env) }];
}
