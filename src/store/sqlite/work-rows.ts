import type { ConversationRecord } from '../../domain/conversation.ts';
import type { Task, TaskEvent, TaskResult } from '../../domain/work.ts';
import type { WorkRow } from '../store.ts';
import type { Row } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { decodeRecord, parseJson } from './rows.ts';

export const TASK_COLUMNS = `w.id, c.id, w.kind, w.reason, w.priority, w.text, w.details, w.at, w.status, w.started_at, w.version,
  w.source, w.assignee, w.due, w.remind_at, w.result, c.record, w.contact_changed,
  (SELECT p.first_due FROM promises p WHERE p.item = w.no AND p.settled_at IS NULL)`;

/** Reads TASK_COLUMNS. */
export function decodeWork(row: Row): WorkRow {
  const id = text(row, 0);
  const conversationId = textOrNull(row, 1);
  const details = textOrNull(row, 6);
  const result = textOrNull(row, 15);
  const about = conversationId ?? id;
  const task: Task = {
    id,
    conversationId,
    kind: text(row, 2) as Task['kind'],
    reason: textOrNull(row, 3) as Task['reason'],
    priority: text(row, 4) as Task['priority'],
    text: text(row, 5),
    details: details === null ? {} : (parseJson(details, about) as Task['details']),
    at: number(row, 7),
    state: stateOf(text(row, 8), numberOrNull(row, 9)),
    version: number(row, 10),
    source: text(row, 11) as Task['source'],
    assignee: textOrNull(row, 12),
    due: numberOrNull(row, 13),
    remindAt: numberOrNull(row, 14),
    result: result === null ? null : (parseJson(result, about) as TaskResult),
    contactChanged: textOrNull(row, 17) as Task['contactChanged'],
    firstDue: numberOrNull(row, 18),
  };
  return { task, record: conversationId === null ? null : recordOf(row, conversationId) };
}

function recordOf(row: Row, conversationId: string): ConversationRecord {
  return decodeRecord(text(row, 16), conversationId);
}

/** What `status` and `started_at` mean together. */
function stateOf(status: string, startedAt: number | null): Task['state'] {
  if (status === 'closed') return 'done';
  if (status === 'cancelled') return 'cancelled';
  return startedAt === null ? 'open' : 'in_progress';
}

/** Reads `at, who, what, details`. */
export function decodeEvent(row: Row, id: string): TaskEvent {
  return {
    at: number(row, 0),
    who: text(row, 1),
    what: text(row, 2) as TaskEvent['what'],
    details: parseJson(text(row, 3), id) as TaskEvent['details'],
  };
}
