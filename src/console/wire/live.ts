import type { EscalationLevel } from '../../domain/register.ts';

/** `reminder`: it is due soon · `broken`: its time has passed · `given`: a colleague gave it to you · `escalated`: a shift left it to the supervisors. */
export type WorkNotice = 'reminder' | 'broken' | 'given' | 'escalated';

/** What has changed. News say what to ask for again and never what it holds, so that nobody hears through them what an endpoint would refuse. */
export type LiveNews =
  | { readonly type: 'conversation'; readonly conversationId: string; readonly what: LiveChange }
  /** `overdue`: its deadline has passed, and who hears this is told of it. */
  | { readonly type: 'register'; readonly number: string; readonly overdue?: EscalationLevel }
  /** `notice`: who hears this is told of it. */
  | { readonly type: 'work'; readonly workId: string; readonly notice?: WorkNotice }
  | { readonly type: 'shift'; readonly shiftId: string }
  | { readonly type: 'settings'; readonly area: string }
  /** Somebody named you in a note. */
  | { readonly type: 'mention'; readonly conversationId: string }
  /** Events were missed: everything has to be asked for again. */
  | { readonly type: 'reset' };

/**
 * GET /api/events: one stream of what has changed, as JSON in `data:`; the event's id (`EPOCH.NUMBER`) tells where the reader is. After a
 * break the browser asks with Last-Event-ID and gets what it missed, or `reset` when that is too long ago or the service was started
 * again meanwhile. `id`: the number, which grows.
 */
export type LiveEvent = { readonly id: number } & LiveNews;
/**
 * `urgent`: an urgent handoff is new, or has become urgent · `unopened`, `unanswered`: it still waits, and is called out once more, over
 * the limits of `console.sla`.
 */
export type LiveChange =
  | 'message'
  | 'delivery'
  | 'desk'
  | 'handoff'
  | 'urgent'
  | 'unopened'
  | 'unanswered'
  | 'note'
  | 'draft'
  | 'closed';

const ALARMS: readonly LiveChange[] = ['urgent', 'unopened', 'unanswered'];

/** True of news that must reach whoever can help. */
export function isAlarm(news: LiveNews): boolean {
  return news.type === 'conversation' && ALARMS.includes(news.what);
}

export type LiveType = LiveEvent['type'];
