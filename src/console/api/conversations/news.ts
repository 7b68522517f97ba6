import type { TurnCommit } from '../../../store/store.ts';
import type { LiveChange } from '../../wire/live.ts';
import type { Announce } from '../announce.ts';

/** Conversations whose receipts are worth telling: those that staff looked at last. */
const REMEMBERED = 2_000;

/** Tells open pages of the turns that concern staff; of all others nothing, however many there are. */
export class ConversationNews {
  readonly #announce: Announce;
  /** Department by conversation, the last ones. */
  readonly #recent = new Map<string, string | null>();

  constructor(announce: Announce) {
    this.#announce = announce;
  }

  readonly committed = (commit: TurnCommit): void => {
    if (!concernsStaff(commit)) return;
    const { id, stay } = commit.record;
    this.#remember(id, stay?.department ?? null);
    this.#tell(id, changeOf(commit));
    for (const { id: workId } of commit.workItems)
      this.#announce({ news: { type: 'work', workId }, permission: 'work.view', department: stay?.department ?? null });
    if (commit.registers.length > 0) this.#registers(commit);
  };

  /** A receipt came, or the carrier took the line. */
  readonly delivered = (conversationId: string): void => {
    if (this.#recent.has(conversationId)) this.#tell(conversationId, 'delivery');
  };

  #tell(conversationId: string, what: LiveChange): void {
    const department = this.#recent.get(conversationId) ?? null;
    this.#announce({
      news: { type: 'conversation', conversationId, what },
      permission: 'conversation.view',
      department,
    });
  }

  /** The store gives an entry its number: that there is a new one is all that can be said here. */
  #registers({ record }: TurnCommit): void {
    const department = record.stay?.department ?? null;
    this.#announce({ news: { type: 'register', number: '' }, permission: 'register.view', department });
  }

  #remember(conversationId: string, department: string | null): void {
    this.#recent.delete(conversationId);
    this.#recent.set(conversationId, department);
    if (this.#recent.size <= REMEMBERED) return;
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined) this.#recent.delete(oldest);
  }
}

function concernsStaff({ record, registers, workItems, endHandoff }: TurnCommit): boolean {
  const onDesk = record.state === 'with_staff' || record.desk !== undefined;
  return onDesk || endHandoff === true || registers.length > 0 || workItems.length > 0;
}

function changeOf({ record, handoff, messages, endHandoff }: TurnCommit): LiveChange {
  if (handoff !== null) return handoff.priority === 'urgent' ? 'urgent' : 'handoff';
  if (record.state === 'closed' && endHandoff === true) return 'closed';
  return messages.length > 0 ? 'message' : 'desk';
}
