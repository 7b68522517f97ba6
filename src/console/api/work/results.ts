import { z } from 'zod';
import type { StaffResult } from '../../../bot/handover/actions.ts';
import { HuifangError } from '../../../domain/errors.ts';
import { isPending, type Task } from '../../../domain/work.ts';
import type { WorkRow } from '../../../store/store.ts';
import type { SettledView, WordsView } from '../../wire/work.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { WorkDeps } from './deps.ts';
import { audited, taskParams } from './one.ts';
import { changeFor, checkSettlement, phrasesFor, type Settlement, settleSchema } from './settle.ts';
import { changeTask, detailOf, taskFor } from './task.ts';

type Refused = SettledView['refused'];

/** What came of a task, and how the contact hears of it. */
export function workResults(deps: WorkDeps): readonly Endpoint[] {
  return [settle(deps), words(deps), tellAgain(deps)];
}

function settle(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/settle',
    permission: 'work.handle',
    summary:
      'Confirms, moves or refuses an appointment, or says what came of a callback; tells the contact where that is wanted.',
    params: taskParams,
    body: settleSchema,
    audit: audited('work.settle'),
    async handle({ who, params, body, now }): Promise<SettledView> {
      const row = await taskFor(deps, who, params.id);
      if (!isPending(row.task)) throw new HuifangError('WORK_SETTLED');
      checkSettlement(row.task, body, now);
      const change = changeFor(row.task, body, { account: who.accountId, now }, deps);
      // The version decides who settles it; only that one tells.
      const event = { at: now, who: who.accountId, what: 'result', details: { outcome: body.outcome } } as const;
      await changeTask(deps, { id: row.task.id, version: body.version }, change, event);
      const refused = body.tell === 'message' ? await message(deps, row, body, { account: who.accountId, now }) : null;
      return { task: await detailOf(deps, params.id, now), refused };
    },
  });
}

function words(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/words',
    permission: 'work.handle',
    summary: 'How the message about a result would read, in the language of the contact.',
    params: taskParams,
    body: settleSchema,
    async handle({ who, params, body }): Promise<WordsView> {
      const { task, record } = await taskFor(deps, who, params.id);
      const parts = phrasesFor(task, body);
      return { text: parts === undefined || record === null ? '' : deps.inWords(parts, record) };
    },
  });
}

const tellSchema = z.strictObject({ version: z.int(), way: z.enum(['message', 'phone']) });

function tellAgain(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/work/:id/tell',
    permission: 'work.handle',
    summary: 'Tells the contact a result that they have not heard of, or marks that they were told by telephone.',
    params: taskParams,
    body: tellSchema,
    audit: audited('work.tell'),
    async handle({ who, params, body, now }): Promise<SettledView> {
      const row = await taskFor(deps, who, params.id);
      const { result, version } = row.task;
      if (result === null) throw new HuifangError('BAD_REQUEST', ['the task has no result yet']);
      if (version !== body.version) throw new HuifangError('WORK_CHANGED');
      const call = { account: who.accountId, now };
      const told = { ...result, appointedAt: result.appointedAt ?? undefined };
      const refused =
        body.way === 'phone' ? await mark(deps, row.task, 'phone', call) : await send(deps, row, told, call);
      return { task: await detailOf(deps, params.id, now), refused };
    },
  });
}

interface By {
  readonly account: string;
  readonly now: number;
}

/** After settling: the task has one version more. */
async function message(deps: WorkDeps, row: WorkRow, given: Settlement, by: By): Promise<Refused> {
  const settled = await deps.work.find(row.task.id);
  return settled === undefined ? 'other' : send(deps, settled, given, by);
}

async function send(
  deps: WorkDeps,
  { task }: WorkRow,
  given: Pick<Settlement, 'outcome' | 'text'> & { readonly appointedAt?: number | undefined },
  by: By,
): Promise<Refused> {
  const { appointedAt, ...rest } = given;
  const parts = phrasesFor(task, { ...rest, ...(appointedAt === undefined ? {} : { appointedAt }) });
  if (task.conversationId === null || task.result === null) return 'no_conversation';
  if (parts === undefined) throw new HuifangError('BAD_REQUEST', ['way: there is no message for it — allowed: phone']);
  // The same result is told once, however often the button is pressed.
  const id = `work:${task.id}.${task.result.outcome}.${String(task.result.at)}`;
  const told = await deps.tell(task.conversationId, { account: by.account, words: { parts }, id });
  return told.type === 'done' ? mark(deps, task, 'message', by) : refusal(told);
}

function refusal({ type }: StaffResult): Refused {
  return type === 'opted_out' || type === 'unreachable' ? type : 'other';
}

async function mark(deps: WorkDeps, task: Task, told: 'message' | 'phone', { account, now }: By): Promise<null> {
  const event = { at: now, who: account, what: 'told', details: { way: told } } as const;
  const result = task.result === null ? null : { ...task.result, told };
  await changeTask(deps, task, { result }, event);
  return null;
}
