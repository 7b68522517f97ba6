import type { ContactRecord, ConversationRecord, FlowId } from '../../domain/conversation.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';

/** A number that nothing is known of yet. */
export function newContact(channel: ChannelId, address: string): ContactRecord {
  return { channel, address, version: 0, conversationId: null, optedOutAt: null, unreachable: null, proactiveAt: [] };
}

/** A conversation before its first turn; its flow has not said a word. */
export function newRecord(
  flow: { id: FlowId; version: number },
  who: Pick<ConversationRecord, 'id' | 'channel' | 'address' | 'language' | 'stay' | 'relation'>,
  at: number,
): ConversationRecord {
  return {
    ...who,
    flow: flow.id,
    state: 'waiting',
    outcome: null,
    resumeAt: null,
    respondent: null,
    answers: {},
    handoff: null,
    version: 0,
    lastSeq: 0,
    readSeq: 0,
    fence: 0,
    stateEntry: 0,
    entryCount: 0,
    snapshot: { format: 1, flow: flow.id, flowVersion: flow.version, value: null, context: null },
    createdAt: at,
    updatedAt: at,
  };
}
