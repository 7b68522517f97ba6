import type { ConversationRecord, ConversationStatus } from '../../domain/conversation.ts';
import type { TurnDraft } from './draft.ts';

/** True if the contact has opted out of a talk that a person has or is waited for in: it is closed whoever holds it (handbook section 3). */
export function isOptedOutOf(before: ConversationRecord, { state, outcome }: ConversationStatus): boolean {
  return before.state === 'with_staff' && state === 'closed' && outcome === 'opted_out';
}

/**
 * The handoff ends with the talk. What staff still owe the contact stays to be done, without a message: a danger is looked after by
 * telephone, whatever was answered; anything else that has no answer yet stands as a note.
 */
export function noteLeftOpen(draft: TurnDraft): void {
  const { handoff, desk } = draft.loaded.record;
  const unanswered = handoff !== null && (desk?.answeredAt ?? null) === null;
  const waits = (desk?.waitingSince ?? null) !== null;
  if (handoff?.priority === 'urgent') {
    const promised = { kind: 'handoff', ...handoff } as const;
    draft.workItems.push({ kind: 'callback', text: URGENT, priority: 'urgent', promised });
  } else if (unanswered || waits) draft.workItems.push({ kind: 'note', text: OPEN });
}

const URGENT = '患者发出紧急求助后退订：不要再发短信，请立即打电话确认安全';
const OPEN = '患者转人工后退订，会话已结束，最后说的还没有人答复：不要再发消息，确需联系时只打电话';
