import { isBroken, type Task, type TaskEvent } from '../../../domain/work.ts';
import { maskName, maskNumber } from '../../../registers/masking.ts';
import type { WorkRow } from '../../../store/store.ts';
import type { PersonView, TaskDetail, TaskEventView, TaskView } from '../../wire/work.ts';
import type { WorkDeps } from './deps.ts';

/** Accounts by id; who is not there any more is shown by the id. */
export type People = (id: string) => PersonView;

export async function peopleOf({ colleagues }: Pick<WorkDeps, 'colleagues'>): Promise<People> {
  const names = new Map((await colleagues()).map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}

const MASKS: Readonly<Record<string, (text: string) => string>> = { name: maskName, phone: maskNumber };

/** `was_name` is masked like `name`. */
function maskDetails(details: Task['details']): Task['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, MASKS[key.replace('was_', '')]?.(value) ?? value]),
  );
}

/** A task as the console shows it: masked. */
export function taskView({ task, record }: WorkRow, people: People, now: number): TaskView {
  const { state, result, assignee, details } = task;
  const stay = record?.stay ?? null;
  return {
    id: task.id,
    conversationId: task.conversationId,
    kind: task.kind,
    reason: task.reason,
    priority: task.priority,
    state,
    version: task.version,
    source: task.source,
    text: task.kind === 'appointment' ? '' : task.text,
    details: maskDetails(details),
    at: task.at,
    due: task.due,
    firstDue: task.firstDue,
    broken: isBroken(task, now),
    assignee: assignee === null ? null : people(assignee),
    result: result === null ? null : { ...result, by: people(result.by) },
    patient: stay === null ? null : { name: maskName(stay.patientName), department: stay.department },
    contactChanged: task.contactChanged,
  };
}

/** The same with everything that happened to it. */
export function taskDetail(row: WorkRow, history: readonly TaskEvent[], people: People, now: number): TaskDetail {
  return { ...taskView(row, people, now), history: history.map((event) => eventView(event, people)) };
}

function eventView({ at, who, what, details }: TaskEvent, people: People): TaskEventView {
  return { at, what, who: people(who), details: maskDetails(details) };
}
