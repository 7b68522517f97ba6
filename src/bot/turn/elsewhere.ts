import type { ContactRecord, ConversationRecord } from '../../domain/conversation.ts';
import { isListedChannel } from '../../domain/vocabulary.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { TurnCommit } from '../../store/store.ts';
import { runTurn, type TurnInput } from './run-turn.ts';

/** What became of a follow-up's first message. `uncertain` is none of these: it may have arrived. */
type Loss = 'unreachable' | 'expired' | 'failed';

const STAFF_NOTE = '对方已停用该聊天（屏蔽了机器人），请改用电话联系。';

export function isLoss(why: string): why is Loss {
  return why === 'unreachable' || why === 'expired' || why === 'failed';
}

/** A follow-up that was just opened, where nobody has written a word since. */
export function isUnheard({ flow, state, stay, lastSeq }: ConversationRecord): boolean {
  return flow === 'followup' && stay !== null && state === 'waiting' && lastSeq === 1;
}

/** The same on a messenger: there is the number of the list besides. */
export function isOnlyOpening(record: ConversationRecord): boolean {
  return isUnheard(record) && !isListedChannel(record.channel);
}

/** What never arrived took none of the contact's share of messages. */
function withoutOpening(contact: ContactRecord): readonly number[] {
  return contact.proactiveAt.slice(0, -1);
}

/**
 * The opening did not arrive on the messenger: this talk ends, and the stay is planned again, at once, for the number of the list. The
 * campaign looks at sending hours, caps and who may be contacted, as with any other.
 */
export function elsewhere(input: TurnInput, why: Loss): TurnCommit {
  const turn = runTurn({ ...input, trigger: { type: 'undeliverable', why: 'unreachable' } });
  const contact = turn.contact ?? { ...input.loaded.contact, version: input.loaded.contact.version + 1 };
  return {
    ...turn,
    contact: {
      ...contact,
      // A refusal of one message says nothing about the next one.
      unreachable: why === 'unreachable' ? contact.unreachable : input.loaded.contact.unreachable,
      proactiveAt: withoutOpening(contact),
    },
    cancelUnsent: true,
    followUp: 'planned',
    tallies: [...turn.tallies, 'send.elsewhere'],
  };
}

/** The campaign was paused until the opening was too late: the talk ends unsaid, and the stay is planned again for the same place. */
export function putOff(input: TurnInput): TurnCommit {
  const turn = elsewhere(input, 'expired');
  const tallies = turn.tallies.filter((name) => !name.startsWith('outcome.') && name !== 'send.elsewhere');
  return { ...turn, keepsChannel: true, tallies: [...tallies, 'send.put_off'] };
}

/** What of the first message is known when the person closes the chat. */
export type OpeningState = 'waits' | 'under_way' | 'out';

/**
 * The person closed the chat to us: nothing that waits is sent, and the address is left alone until they write. An opening that has
 * not left goes elsewhere; of one under way the carrier will tell.
 */
export function closedChat(input: TurnInput, opening: OpeningState, key: string): TurnCommit {
  const { loaded, at, newId } = input;
  const { record, contact } = loaded;
  const dedupe = [key];
  const closed = { ...contact, unreachable: 'closed', version: contact.version + 1 };
  if (isOnlyOpening(record) && opening === 'waits') return { ...elsewhere(input, 'unreachable'), dedupe };
  if (isOnlyOpening(record) && opening === 'under_way') return { ...quietCommit(record, at), contact: closed, dedupe };
  const turn = runTurn({ ...input, trigger: { type: 'undeliverable', why: 'unreachable' } });
  const note = record.state === 'with_staff' ? [{ id: newId(), kind: 'note' as const, text: STAFF_NOTE }] : [];
  return {
    ...turn,
    contact: turn.contact ?? closed,
    cancelUnsent: true,
    dedupe,
    workItems: [...turn.workItems, ...note],
  };
}

/** The person opened the chat again: it may be written to. */
export function reopenedChat({ loaded, at }: TurnInput, key: string): TurnCommit {
  const { record, contact } = loaded;
  const open = { ...contact, unreachable: null, version: contact.version + 1 };
  return { ...quietCommit(record, at), contact: open, dedupe: [key] };
}
