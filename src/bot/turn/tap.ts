import { type InboundMessage, type MessageRow, readMessageId } from '../../domain/message.ts';
import type { ConversationView } from '../../store/store.ts';
import { ENROLMENT_PHRASES } from './enrol.ts';

const NOTICES: ReadonlySet<string> = new Set(Object.values(ENROLMENT_PHRASES));

/** What stands open in a transcript: our last message that is more than an answer to "Start". */
function openMessage(messages: readonly MessageRow[]): MessageRow | undefined {
  return messages.findLast(
    ({ direction, phrases }) => direction === 'out' && !phrases.every((key) => NOTICES.has(key)),
  );
}

/** The configured question that a message ends with, whatever its wording. */
function questionIn({ phrases }: MessageRow): string | undefined {
  return /^question\.(.+)\.[a-z]+$/.exec(phrases.at(-1) ?? '')?.[1];
}

/** The same question put again, as by the reminder or after something unreadable, with the same options. */
function asksTheSame(one: MessageRow, other: MessageRow): boolean {
  const question = questionIn(one);
  return (
    question !== undefined && question === questionIn(other) && one.options.join('\n') === other.options.join('\n')
  );
}

/**
 * The text that a tap stands for: the option's words, if the message it was on is still what is asked. Undefined otherwise: a tap on
 * an old question must never answer the open one.
 */
export function textOfTap(
  view: ConversationView | undefined,
  tap: NonNullable<InboundMessage['tap']>,
): string | undefined {
  const asked = readMessageId(tap.messageId);
  if (view === undefined || asked?.conversationId !== view.record.id) return undefined;
  const isResult = view.record.resultTold?.seq === asked.seq;
  if (view.record.state !== 'waiting' && !isResult) return undefined;
  const tapped = view.messages.find(({ seq, direction }) => seq === asked.seq && direction === 'out');
  const open = openMessage(view.messages);
  if (tapped === undefined || open === undefined) return undefined;
  return isResult || tapped.seq === open.seq || asksTheSame(tapped, open) ? tapped.options[tap.option] : undefined;
}
