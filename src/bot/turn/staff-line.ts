import type { ConversationRecord } from '../../domain/conversation.ts';
import type { MessageRow, OutboxMark } from '../../domain/message.ts';
import { nextAllowed } from '../../domain/sending-hours.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { TurnCommit } from '../../store/store.ts';
import { REPLY_LIFE, type TurnInput } from './run-turn.ts';
import { spokenIn } from './spoken-in.ts';

/** Words of a person. */
export interface StaffWords {
  /** Account. */
  readonly by: string;
  readonly text: string;
  /** Phrases that the text was made of; empty for words of one's own. */
  readonly phrases?: readonly string[];
  /** Answers that a messenger shows as buttons. */
  readonly options?: readonly string[];
  /** Known already: the line was stored before. */
  readonly key: string;
  /** Nobody waits for it: it leaves within sending hours only (handbook section 2). */
  readonly unasked?: boolean;
}

/**
 * A commit that adds one line of staff to the transcript and the outbox, and changes nothing of the dialogue. The answer to it comes to
 * this conversation.
 */
export function staffLine({ loaded, kit, at }: TurnInput, words: StaffWords): TurnCommit {
  const { record } = loaded;
  const seq = record.lastSeq + 1;
  const { sendingHours, zone } = kit.settings;
  const notBefore = words.unasked === true ? nextAllowed(at, sendingHours, zone) : at;
  const mark: OutboxMark = {
    urgent: false,
    proactive: false,
    confirmsOptOut: false,
    notBefore,
    expiresAt: notBefore + REPLY_LIFE,
  };
  const spoken = spokenIn(loaded);
  // What is said next is no answer to a result that was told before.
  const { resultTold: _, ...lasting } = spoken.record;
  return {
    ...quietCommit({ ...lasting, ...withLine(record, seq), updatedAt: at }, at),
    contact: spoken.contact,
    dedupe: [words.key],
    messages: [rowOf(record, seq, words, at)],
    outbox: [{ seq, mark }],
    tallies: ['staff.message'],
  };
}

/** What was unread before stays unread. */
function withLine(
  { readSeq, lastSeq }: ConversationRecord,
  seq: number,
): Pick<ConversationRecord, 'lastSeq' | 'readSeq'> {
  return { lastSeq: seq, readSeq: readSeq === lastSeq ? seq : readSeq };
}

function rowOf({ id }: ConversationRecord, seq: number, words: StaffWords, at: number): MessageRow {
  const { by, text, phrases = [], options = [] } = words;
  return {
    conversationId: id,
    seq,
    direction: 'out',
    author: 'staff',
    by,
    text,
    at,
    delivery: 'pending',
    phrases,
    options,
    readings: [],
  };
}
