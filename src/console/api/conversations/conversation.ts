import { z } from 'zod';
import type { ConversationView } from '../../wire/conversation.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { ConversationDeps } from './deps.ts';
import { visibleConversation } from './sight.ts';
import { conversationView } from './view.ts';

export const idParams = z.strictObject({ id: z.string().min(1).max(64) });

/** `GET /api/conversations/:id` → ConversationView. Masked; still a view of a patient, hence audited. */
export function conversationEndpoint(deps: ConversationDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/conversations/:id',
    permission: 'conversation.view',
    summary: 'Everything of one conversation; what identifies the patient is masked.',
    params: idParams,
    audit: ({ params }) => ({ what: 'conversation.view', subject: params.id }),
    async handle({ who, params, now }): Promise<ConversationView> {
      const view = await visibleConversation(deps, who, params.id);
      return conversationView(deps, view, { who, now });
    },
  });
}
