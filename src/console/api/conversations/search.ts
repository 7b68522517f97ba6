import { z } from 'zod';
import type { SearchPage } from '../../wire/inbox.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ConversationDeps } from './deps.ts';
import { inboxItem, lineView } from './item.ts';
import { sightOf } from './sight.ts';

const LONGEST = 100;
const MOST = 100;
const USUAL = 30;

const query = z.strictObject({
  q: z.string().trim().min(1).max(LONGEST),
  limit: z.coerce.number().int().min(1).max(MOST).default(USUAL),
});

/** `GET /api/search?q=王建国` → SearchPage. What was looked for is a name as often as not, hence in no log and no audit row. */
export function searchEndpoint({ store, colleagues, rules }: ConversationDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/search',
    permission: 'inbox.view',
    summary: 'Conversations by name, phone, number or words, the newest first.',
    query,
    audit: () => ({ what: 'conversation.search', subject: 'conversations' }),
    shown: ({ rows }: SearchPage) => rows.map(({ item }) => item.id),
    async handle({ who, query: { q, limit }, now }): Promise<SearchPage> {
      const [hits, people] = await Promise.all([store.desk.search(q, { sight: sightOf(who), limit }), colleagues()]);
      const showing = { colleagues: people, rules: rules(), now };
      return {
        rows: hits.map(({ line, ...row }) => ({
          item: inboxItem(row, showing),
          line: line === null ? null : lineView(line),
        })),
      };
    },
  });
}
