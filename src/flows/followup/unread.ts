import type { Principal } from './events.ts';
import type { Turn } from './turn.ts';

/** Letters and figures from which on words that nobody could read are more than chat by the way. */
const LONG = 15;
/** 有完没完！又来！ · are you kidding me?!: said with force, however short. */
const FORCE = /[!！].*[!！]|[!?！？]{2}/s;
const SOME = 4;
/** How much of a shown text is remembered, and how many. */
const KEPT = 60;
const MOST = 20;

/** These bring a person, who reads all of it. */
const SEEN_ANYWAY: ReadonlySet<Principal['type']> = new Set(['HANDOFF', 'RED_FLAG', 'CHECK_SAFETY']);

function isWorthReading(text: string): boolean {
  const content = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return content >= LONG || (content >= SOME && FORCE.test(text));
}

/**
 * Many words, or angry ones, that no rule could read and that went nowhere: the talk goes on as with chat, and staff are shown
 * the text, once. With staff the conversation is read anyway.
 */
export function showUnread({ message, state, before, after, news, effects }: Turn, found: Principal): void {
  const kept = news.told || news.freeText || state === 'withStaff' || SEEN_ANYWAY.has(found.type);
  if (!message.unread || kept || !isWorthReading(message.text)) return;
  const short = message.text.slice(0, KEPT);
  if (before.shown.includes(short)) return;
  after.shown = [...before.shown, short].slice(-MOST);
  effects.push({ type: 'note', text: message.text });
}
