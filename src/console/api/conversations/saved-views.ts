import { z } from 'zod';
import { INBOX_ORDERS, QUEUES } from '../../../store/store.ts';
import type { SavedView } from '../../wire/inbox.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ConversationDeps } from './deps.ts';
import { filterFields } from './inbox.ts';

const LONGEST_NAME = 40;

const body = z.strictObject({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  queue: z.enum(QUEUES),
  order: z.enum(INBOX_ORDERS),
  filters: z.strictObject(filterFields),
});

/** `/api/views`: ways of looking at the inbox, one's own. They hold no patient. */
export function savedViewEndpoints({ store, ids }: ConversationDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/views',
      permission: 'inbox.view',
      summary: 'The saved views of the account.',
      handle: async ({ who }): Promise<readonly SavedView[]> =>
        (await store.desk.savedViews(who.accountId)).map(({ account: _account, ...view }) => view),
    }),
    endpoint({
      method: 'POST',
      path: '/api/views',
      permission: 'inbox.view',
      summary: 'Saves a way of looking at the inbox.',
      body,
      audit: ({ who }) => ({ what: 'view.save', subject: who.accountId }),
      async handle({ who, body: view }): Promise<SavedView> {
        const saved = { id: ids.next(), ...view };
        await store.desk.saveView({ ...saved, account: who.accountId });
        return saved;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/views/:id',
      permission: 'inbox.view',
      summary: 'Drops a saved view.',
      params: z.strictObject({ id: z.string() }),
      audit: ({ params }) => ({ what: 'view.drop', subject: params.id }),
      handle: ({ who, params }) => store.desk.dropView(params.id, who.accountId),
    }),
  ];
}
