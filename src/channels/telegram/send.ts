import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../../domain/clock.ts';
import type { OutgoingMessage, SendFailure, SendOutcome } from '../channel.ts';
import type { Api } from './api.ts';
import { keyboardFor } from './buttons.ts';
import { failureOfError } from './failure.ts';
import { cutText } from './text.ts';

/** Telegram takes about one message a second for each chat. */
const CHAT_GAP = SECOND;
const MANY_CHATS = 5_000;

/** Keeps messages to one chat apart, without holding up the others. */
export class ChatPace {
  readonly #gapMs: number;
  /** When the last message to a chat left or will leave; milliseconds of performance.now(). */
  readonly #last = new Map<string, number>();

  constructor(gapMs: number = CHAT_GAP) {
    this.#gapMs = gapMs;
  }

  async turn(chat: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, (this.#last.get(chat) ?? Number.NEGATIVE_INFINITY) + this.#gapMs);
    this.#last.set(chat, at);
    if (this.#last.size > MANY_CHATS) this.#forget(now);
    if (at > now) await sleep(at - now);
  }

  #forget(now: number): void {
    for (const [chat, at] of this.#last) if (at + this.#gapMs < now) this.#last.delete(chat);
  }
}

const HALF_SENT: SendFailure = {
  kind: 'failed',
  class: 'uncertain',
  code: 'part',
  detail: '较长的消息只发出了一部分，请人工核对。',
};

function messageIdOf(sent: unknown): string {
  const id = typeof sent === 'object' && sent !== null && 'message_id' in sent ? sent.message_id : undefined;
  return typeof id === 'number' ? String(id) : '?';
}

/**
 * Sends one message: without parse_mode, so that no sign in it means anything, and with its options as buttons. What is too long goes
 * in parts, in order; once a part is out, the message is never tried again from the start.
 */
export async function sendMessage(api: Api, pace: ChatPace, message: OutgoingMessage): Promise<SendOutcome> {
  const parts = cutText(message.text);
  let last: unknown;
  for (const [index, text] of parts.entries()) {
    const keyboard = index === parts.length - 1 ? keyboardFor(message) : undefined;
    await pace.turn(message.address);
    try {
      last = await api.call('sendMessage', {
        chat_id: message.address,
        text,
        link_preview_options: { is_disabled: true },
        ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
      });
    } catch (error) {
      const failure = failureOfError(error);
      return index === 0 || failure.class === 'permanent' ? failure : HALF_SENT;
    }
  }
  // Message ids count per chat.
  return { kind: 'sent', providerId: `${message.address}:${messageIdOf(last)}`, status: 'sent' };
}
