import { type MessageRow, messageId } from '../../domain/message.ts';
import type { ChatLine, ChatUpdate } from './wire.ts';

/** One conversation of an address, as far as a page has not seen it. */
export interface WebTalk {
  readonly conversationId: string;
  /** In order. */
  readonly lines: readonly MessageRow[];
  /** Texts wait to be read and answered. */
  readonly unread: boolean;
}

/** The transcript belongs to the store; the channel may only read its own visitors' lines through this. */
export interface WebTranscript {
  /** All conversations of a visitor, oldest first; of each the lines after the number that stands at its place in `after`. */
  after(address: string, after: readonly number[]): Promise<readonly WebTalk[]>;
}

/**
 * A cursor holds one number per conversation, oldest first: up to it, every line's fate is known, and the page has what it is to
 * have. One number for all would not do: an urgent line overtakes, and what it overtook must still come.
 */
export function parseCursor(text: string | undefined): readonly number[] | undefined {
  if (text === undefined || text === '') return [];
  if (!/^\d{1,9}(\.\d{1,9}){0,99}$/.test(text)) return undefined;
  return text.split('.').map(Number);
}

/** `open`: it may still leave, or be held back for ever; the last gate before sending decides (design law 4), not we. */
function fateOf({ direction, delivery }: MessageRow, isOut: boolean): 'shown' | 'hidden' | 'open' {
  if (direction === 'in' || isOut) return 'shown';
  switch (delivery) {
    case 'accepted':
    case 'queued':
    case 'sent':
    case 'delivered':
    case 'read':
      return 'shown';
    case 'pending':
    case 'sending':
    case 'uncertain':
      return 'open';
    default:
      return 'hidden';
  }
}

function lineOf(row: MessageRow, talk: number): ChatLine {
  return {
    key: `${String(talk)}.${String(row.seq)}`,
    from: row.author === 'contact' ? 'me' : row.author,
    text: row.text,
    at: row.at,
    options: row.options,
    seen: row.direction === 'in' || row.delivery === 'delivered' || row.delivery === 'read',
  };
}

/** What a page may see of the talks. `isOut`: this message was handed to us, though the store may not have noted it yet. */
export function updateOf(
  talks: readonly WebTalk[],
  after: readonly number[],
  isOut: (messageId: string) => boolean,
): ChatUpdate {
  const lines: ChatLine[] = [];
  const cursor: number[] = [];
  let busy = false;
  for (const [index, talk] of talks.entries()) {
    let upTo = after[index] ?? 0;
    let whole = true;
    for (const row of talk.lines) {
      const fate = fateOf(row, isOut(messageId(row.conversationId, row.seq)));
      if (fate === 'shown') lines.push(lineOf(row, index));
      if (fate === 'open') whole = false;
      if (whole) upTo = row.seq;
    }
    cursor.push(upTo);
    busy ||= !whole || talk.unread;
  }
  return { lines, cursor: cursor.join('.'), busy };
}

/** Ids of the messages that a page says it has: ours, shown, and not known to have arrived. */
export function newlySeen(
  talks: readonly WebTalk[],
  keys: ReadonlySet<string>,
  isOut: (messageId: string) => boolean,
): readonly string[] {
  return talks.flatMap((talk, index) =>
    talk.lines
      .filter((row) => {
        const { key, seen } = lineOf(row, index);
        return !seen && keys.has(key) && fateOf(row, isOut(messageId(row.conversationId, row.seq))) === 'shown';
      })
      .map((row) => messageId(row.conversationId, row.seq)),
  );
}
