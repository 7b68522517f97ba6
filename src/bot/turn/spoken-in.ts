import type { ContactRecord, ConversationRecord } from '../../domain/conversation.ts';
import type { LoadedConversation, TurnCommit } from '../../store/store.ts';

function pointing(contact: ContactRecord, conversationId: string): ContactRecord {
  return { ...contact, conversationId, version: contact.version + 1 };
}

/**
 * Whoever is spoken to answers to what was said last: from a line of staff on, the contact's messages go to its conversation, whichever
 * of their conversations it is. It remembers which one it interrupts.
 */
export function spokenIn({ record, contact }: Pick<LoadedConversation, 'record' | 'contact'>): {
  readonly record: ConversationRecord;
  readonly contact: ContactRecord | null;
} {
  const { conversationId } = contact;
  if (conversationId === null || conversationId === record.id) return { record, contact: null };
  return { record: { ...record, interrupts: conversationId }, contact: pointing(contact, record.id) };
}

/** Once nothing is waited for here any more, messages go again to the conversation that was interrupted. */
export function givenBack(commit: TurnCommit, before: ContactRecord): TurnCommit {
  if (commit.record.interrupts === undefined) return commit;
  const { interrupts, ...record } = commit.record;
  if (record.state !== 'closed' || record.resultTold !== undefined) return commit;
  const contact = commit.contact ?? { ...before, version: before.version + 1 };
  const back = contact.conversationId === record.id ? { contact: { ...contact, conversationId: interrupts } } : {};
  return { ...commit, ...back, record };
}
