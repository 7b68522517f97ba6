import type { ConversationRecord } from '../../domain/conversation.ts';
import { type InboundMessage, readMessageId } from '../../domain/message.ts';
import type { LoadedConversation, TurnStore } from '../../store/store.ts';
import { readTexts } from './read.ts';
import type { TurnInput } from './run-turn.ts';
import { verdictIn } from './settled.ts';

/** What one conversation of an address has to know of another one: two patients on one phone, a result told of an older stay. */
export class OtherTalks {
  readonly #turns: Pick<TurnStore, 'load'>;

  constructor(turns: Pick<TurnStore, 'load'>) {
    this.#turns = turns;
  }

  /** The conversation that a message belongs to: what answers no result belongs to the one that was interrupted to tell it. */
  async meant(
    input: Pick<TurnInput, 'kit' | 'loaded' | 'at'>,
    { text, tap }: InboundMessage,
  ): Promise<LoadedConversation> {
    const { loaded, kit, at } = input;
    const { interrupts, state } = loaded.record;
    if (interrupts === undefined || state === 'with_staff') return loaded;
    const other = await this.#turns.load(interrupts);
    if (other === undefined || other.record.state === 'closed') return loaded;
    if (tap !== undefined) return readMessageId(tap.messageId)?.conversationId === interrupts ? other : loaded;
    return verdictIn(input, readTexts(kit, loaded.record, [text], at)) === null ? other : loaded;
  }

  /** One conversation at a time per number (standards.md 9, shared phone): the next patient waits until this one is over. */
  async isBusy(record: ConversationRecord): Promise<boolean> {
    if (isOpen(record)) return true;
    const other = record.interrupts === undefined ? undefined : await this.#turns.load(record.interrupts);
    return other !== undefined && isOpen(other.record);
  }

  /** True if a person talks with the contact in another conversation: the bot does not talk in between. */
  async isWithStaff({ record, contact }: LoadedConversation): Promise<boolean> {
    if (contact.conversationId === null || contact.conversationId === record.id) return false;
    return (await this.#turns.load(contact.conversationId))?.record.state === 'with_staff';
  }
}

function isOpen({ flow, state }: ConversationRecord): boolean {
  return state === 'with_staff' || (flow === 'followup' && state !== 'closed');
}
