import { z } from 'zod';
import { HuifangError } from '../../../domain/errors.ts';
import { remindAt } from '../../../domain/promises.ts';
import { isPending, type Task, type TaskEvent } from '../../../domain/work.ts';
import type { TaskChange } from '../../../store/store.ts';
import type { TaskDetail, UnmaskedTask } from '../../wire/work.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import type { WorkDeps } from './deps.ts';
import { changeTask, detailOf, matterOf, sees, taskFor } from './task.ts';

const MAX_REASON = 200;
const MAX_TEXT = 500;
export const taskParams = z.strictObject({ id: z.string().min(1).max(120) });
const versioned = z.strictObject({ version: z.int() });
const assignBody = versioned.extend({ account: z.string().max(60).nullable() });
/** What was promised is put off for a reason, which stands in the history; a promise without a time there is not: it is called off. */
const changeBody = versioned
  .extend({
    due: z.int().optional(),
    why: z.string().trim().min(1).max(MAX_REASON).optional(),
    text: z.string().trim().min(1).max(MAX_TEXT).optional(),
  })
  .refine(({ due, why }) => due === undefined || why !== undefined, 'why: the reason for another due time');
const cancelBody = versioned.extend({ why: z.string().trim().min(1).max(MAX_REASON) });
const unmaskBody = z.strictObject({ reason: z.string().trim().min(1).max(MAX_REASON) });

/** The audit line of a change. */
export const audited =
  (what: string) =>
  ({ params }: { params: z.output<typeof taskParams> }) => ({ what, subject: params.id });

type OnTask<B> = Call<z.output<typeof taskParams>, unknown, B>;

/** One change on the version that the page shows, and the task as it is afterwards. */
async function step<B extends { readonly version: number }>(
  deps: WorkDeps,
  { who, params, body, now }: OnTask<B>,
  decide: (task: Task) => { change: TaskChange; what: TaskEvent['what']; details?: TaskEvent['details'] },
): Promise<TaskDetail> {
  const { task } = await taskFor(deps, who, params.id);
  const { change, what, details = {} } = decide(task);
  await changeTask(deps, { id: task.id, version: body.version }, change, {
    at: now,
    who: who.accountId,
    what,
    details,
  });
  return detailOf(deps, task.id, now);
}

function requirePending(task: Task): void {
  if (!isPending(task)) throw new HuifangError('WORK_SETTLED');
}

/** One work item: looked at, taken, given, put off, called off, opened. */
export function workOne(deps: WorkDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/work/:id',
      permission: 'work.view',
      summary: 'One task with everything that happened to it.',
      params: taskParams,
      audit: audited('work.view'),
      async handle({ who, params, now }): Promise<TaskDetail> {
        await taskFor(deps, who, params.id);
        return detailOf(deps, params.id, now);
      },
    }),
    take(deps),
    assign(deps),
    putOff(deps),
    cancel(deps),
    unmask(deps),
  ];
}

function take(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/take',
    permission: 'work.handle',
    summary: 'Takes a task that nobody has.',
    params: taskParams,
    body: versioned,
    audit: audited('work.take'),
    handle: (call) =>
      step(deps, call, (task) => {
        requirePending(task);
        const { accountId } = call.who;
        if (task.assignee !== null && task.assignee !== accountId && task.state === 'in_progress')
          throw new HuifangError('WORK_TAKEN');
        return { change: { state: 'in_progress', assignee: accountId }, what: 'taken' };
      }),
  });
}

function assign(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/assign',
    permission: 'conversation.assign',
    summary: 'Gives a task to somebody, or puts it back for anybody (null).',
    params: taskParams,
    body: assignBody,
    audit: audited('work.assign'),
    async handle(call) {
      const { account } = call.body;
      if (account !== null) await requireSettler(deps, call, account);
      const given = await step(deps, call, (task) => {
        requirePending(task);
        return account === null
          ? { change: { state: 'open', assignee: null }, what: 'released' }
          : { change: { state: 'open', assignee: account }, what: 'assigned', details: { to: account } };
      });
      if (account !== null && account !== call.who.accountId) deps.given(given.id, account);
      return given;
    },
  });
}

/** Throws BAD_REQUEST for who settles no work, or is not shown this task: a complaint about them hangs on its conversation. */
async function requireSettler(
  deps: WorkDeps,
  { who, params }: Pick<OnTask<unknown>, 'who' | 'params'>,
  account: string,
): Promise<void> {
  const { task } = await taskFor(deps, who, params.id);
  const person = (await deps.colleagues()).find(({ id }) => id === account);
  if (person !== undefined && (await sees(deps, person, matterOf(task)))) return;
  throw new HuifangError('BAD_REQUEST', ['account: an active account that may settle work and that it is not about']);
}

function putOff(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/change',
    permission: 'work.handle',
    summary: 'Another due time, with the reason, or other words.',
    params: taskParams,
    body: changeBody,
    audit: ({ params, body }) => ({
      ...{ what: 'work.change', subject: params.id },
      ...(body.why === undefined ? {} : { why: body.why }),
    }),
    handle: (call) =>
      step(deps, call, (task) => {
        requirePending(task);
        const { due, text, why = '' } = call.body;
        const words = text === undefined ? {} : { text };
        if (due === undefined) return { change: words, what: 'changed' };
        return {
          change: { ...words, due, remindAt: remindAt(due, call.now, deps.rules()) },
          what: 'due',
          details: { from: String(task.due ?? ''), to: String(due), why },
        };
      }),
  });
}

function cancel(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/cancel',
    permission: 'work.handle',
    summary: 'Calls a task off, or marks as seen that the contact did.',
    params: taskParams,
    body: cancelBody,
    audit: ({ params, body }) => ({ what: 'work.cancel', subject: params.id, why: body.why }),
    handle: (call) =>
      step(deps, call, (task) => {
        if (task.state === 'done' || task.kind === 'handoff') throw new HuifangError('WORK_SETTLED');
        const { why } = call.body;
        return { change: { state: 'cancelled', contactChanged: null }, what: 'cancelled', details: { why } };
      }),
  });
}

function unmask(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/unmask',
    permission: 'work.handle',
    summary: 'Name and number of a task in full; the reason is audited.',
    params: taskParams,
    body: unmaskBody,
    audit: ({ params, body }) => ({ what: 'patient.unmask', subject: params.id, why: body.reason }),
    async handle({ who, params }): Promise<UnmaskedTask> {
      const { task, record } = await taskFor(deps, who, params.id);
      const { name, phone } = task.details;
      const reached = record?.channel === 'sms' || record?.channel === 'simulator' ? record.address : null;
      return { name: name ?? null, phone: phone ?? reached, patientName: record?.stay?.patientName ?? null };
    },
  });
}
