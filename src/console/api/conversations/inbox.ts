import { z } from 'zod';
import { CHANNEL_IDS, HANDOFF_REASONS } from '../../../domain/vocabulary.ts';
import { INBOX_ORDERS, QUEUES } from '../../../store/store.ts';
import type { InboxPage } from '../../wire/inbox.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ConversationDeps } from './deps.ts';
import { inboxItem } from './item.ts';
import { sightOf } from './sight.ts';

const PAGE = 50;
const LARGEST_PAGE = 200;
const LONGEST = 100;

export const filterFields = {
  department: z.string().min(1).max(LONGEST).nullable().default(null),
  reason: z.enum(HANDOFF_REASONS).nullable().default(null),
  channel: z.enum(CHANNEL_IDS).nullable().default(null),
  label: z.string().min(1).max(LONGEST).nullable().default(null),
};

const query = z.strictObject({
  queue: z.enum(QUEUES).default('all'),
  order: z.enum(INBOX_ORDERS).default('waiting'),
  ...filterFields,
  after: z.string().min(1).max(LONGEST).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(PAGE),
});

/** `GET /api/inbox?queue=urgent&order=waiting` → InboxPage. Patients are masked, so that looking at a queue is no view of one. */
export function inboxEndpoint({ store, colleagues, rules }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/inbox',
    permission: 'inbox.view',
    summary: 'One queue of the inbox, in pages, with how many stand in each queue.',
    query,
    async handle({ who, query: asked, now }): Promise<InboxPage> {
      const { queue, order, after, limit, ...filters } = asked;
      const whose = { account: who.accountId, sight: sightOf(who), now };
      const [page, counts, facets, people] = await Promise.all([
        store.desk.inbox({ ...whose, queue, order, after, limit, filters }),
        store.desk.inboxCounts(whose),
        store.desk.inboxFacets(whose.sight),
        colleagues(),
      ]);
      const showing = { colleagues: people, rules: rules(), now };
      const rows = page.rows.map((row) => inboxItem(row, showing));
      return { rows, next: page.next, counts, ...facets };
    },
  });
}
