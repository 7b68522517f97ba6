import type { TurnCommit } from '../../../store/store.ts';
import type { LiveChange } from '../../wire/live.ts';
import type { Announce } from '../announce.ts';

/** Conversations whose receipts are worth telling: those that staff looked at last. */
const REMEMBERED = 2_000;

/** Tells open pages of the turns that concern staff; of all others nothing, however many there are. */
export class ConversationNews {
  readonly #announce: Announce;
  /** The last ones. */
  readonly #recent = new Set<string>();
  /** Conversations that were told to be urgent: another red flag in one that still is rings nobody again. */
  readonly #urgent = new Set<string>();

  constructor(announce: Announce) {
    this.#announce = announce;
  }

  readonly committed = (commit: TurnCommit): void => {
    if (!concernsStaff(commit)) return;
    const { id } = commit.record;
    this.#remember(id);
    this.#tell(id, this.#isUrgentNews(commit) ? 'urgent' : changeOf(commit));
    for (const { id: workId } of commit.workItems)
      this.#announce({ news: { type: 'work', workId }, permission: 'work.view', about: { work: workId } });
    // The store gives an entry its number: that there is a new one is all that can be said here.
    if (commit.registers.length > 0)
      this.#announce({ news: { type: 'register', number: '' }, permission: 'register.view', about: { entriesOf: id } });
  };

  /** A receipt came, or the carrier took the line. */
  readonly delivered = (conversationId: string): void => {
    if (this.#recent.has(conversationId)) this.#tell(conversationId, 'delivery');
  };

  #isUrgentNews({ record: { id }, handoff, endHandoff, workItems }: TurnCommit): boolean {
    if (endHandoff === true) this.#urgent.delete(id);
    // What is left of a red flag after an opt-out: somebody has to telephone.
    if (workItems.some(({ priority }) => priority === 'urgent')) return true;
    if (handoff?.priority !== 'urgent' || this.#urgent.has(id)) return false;
    this.#urgent.add(id);
    forgetOldest(this.#urgent);
    return true;
  }

  #tell(conversationId: string, what: LiveChange): void {
    this.#announce({
      news: { type: 'conversation', conversationId, what },
      permission: 'conversation.view',
      about: { conversation: conversationId },
    });
  }

  #remember(conversationId: string): void {
    this.#recent.delete(conversationId);
    this.#recent.add(conversationId);
    forgetOldest(this.#recent);
  }
}

function forgetOldest(remembered: Set<string>): void {
  if (remembered.size <= REMEMBERED) return;
  const [oldest] = remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
}

function concernsStaff({ record, registers, workItems, endHandoff }: TurnCommit): boolean {
  const onDesk = record.state === 'with_staff' || record.desk !== undefined;
  return onDesk || endHandoff === true || registers.length > 0 || workItems.length > 0;
}

function changeOf({ record, handoff, messages, endHandoff }: TurnCommit): LiveChange {
  if (handoff !== null) return 'handoff';
  if (record.state === 'closed' && endHandoff === true) return 'closed';
  return messages.length > 0 ? 'message' : 'desk';
}
