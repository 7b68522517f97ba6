import { z } from 'zod';
import { HuifangError } from '../../../domain/errors.ts';
import { remindAt } from '../../../domain/promises.ts';
import type { TaskDetail } from '../../wire/work.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { WorkDeps } from './deps.ts';
import { detailOf, sees } from './task.ts';

const bodySchema = z.strictObject({
  text: z.string().trim().min(1).max(500),
  dueAt: z.int(),
  phone: z.string().trim().max(40).optional(),
});

/** A promise that staff make in a conversation. */
export function workCallback(deps: WorkDeps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/conversations/:id/callback',
    permission: 'conversation.handle',
    summary: 'Promises a callback until a time; it becomes a task of whoever promises it.',
    params: z.strictObject({ id: z.string().min(1).max(120) }),
    body: bodySchema,
    audit: ({ params }) => ({ what: 'work.callback', subject: params.id }),
    async handle({ who, params, body, now }): Promise<TaskDetail> {
      if (body.dueAt <= now) throw new HuifangError('BAD_REQUEST', ['dueAt: a time to come']);
      if (!(await sees(deps, who, { conversationId: params.id, entry: null }))) throw new HuifangError('NOT_FOUND');
      const id = deps.ids.next();
      const { text, dueAt, phone } = body;
      await deps.work.add(
        {
          id,
          conversationId: params.id,
          kind: 'callback',
          source: 'staff',
          priority: 'normal',
          text,
          details: phone === undefined || phone === '' ? {} : { phone },
          at: now,
          due: dueAt,
          remindAt: remindAt(dueAt, now, deps.rules()),
          assignee: who.accountId,
        },
        who.accountId,
      );
      deps.changed(id);
      return detailOf(deps, id, now);
    },
  });
}
