import type { Endpoint } from '../endpoint.ts';
import { actionEndpoints } from './actions.ts';
import { conversationEndpoint } from './conversation.ts';
import type { ConversationDeps } from './deps.ts';
import { emergencyEndpoints } from './emergencies.ts';
import { inboxEndpoint } from './inbox.ts';
import { noteEndpoints } from './notes.ts';
import { replyEndpoints } from './replies.ts';
import { savedViewEndpoints } from './saved-views.ts';
import { searchEndpoint } from './search.ts';
import { standardRepliesEndpoint } from './standard-replies.ts';
import { unmaskEndpoint } from './unmask.ts';
import { wordingEndpoint } from './wording.ts';

/** The inbox, its conversations, and everything that staff do in them. */
export function conversationEndpoints(deps: ConversationDeps): readonly Endpoint[] {
  return [
    inboxEndpoint(deps),
    ...emergencyEndpoints(deps),
    searchEndpoint(deps),
    ...savedViewEndpoints(deps),
    conversationEndpoint(deps),
    unmaskEndpoint(deps),
    ...actionEndpoints(deps),
    ...replyEndpoints(deps),
    ...noteEndpoints(deps),
    wordingEndpoint(deps),
    standardRepliesEndpoint(deps),
  ];
}
