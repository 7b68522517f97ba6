import type { InboundMessage } from '../../domain/message.ts';
import type { OutgoingMessage } from '../channel.ts';

/** Most that a button may carry. */
const MAX_BYTES = 64;
const PREFIX = 'q';

type Tap = NonNullable<InboundMessage['tap']>;

function dataOf({ messageId, option }: Tap): string {
  return `${PREFIX}:${messageId}:${String(option)}`;
}

/** Buttons below a message: what a tap brings names the message and the option, never the words. Undefined without options. */
export function keyboardFor({ id, options }: Pick<OutgoingMessage, 'id' | 'options'>): object | undefined {
  const rows = options.map((label, option) => [{ text: label, callback_data: dataOf({ messageId: id, option }) }]);
  const fits = rows.flat().every((button) => Buffer.byteLength(button.callback_data) <= MAX_BYTES);
  // Without buttons the text still says how to answer.
  return rows.length === 0 || !fits ? undefined : { inline_keyboard: rows };
}

/** What a button brought; undefined for one that is not ours. */
export function readTap(data: string | undefined): Tap | undefined {
  const [prefix, messageId = '', option = '', ...more] = (data ?? '').split(':');
  if (prefix !== PREFIX || messageId === '' || !/^\d{1,2}$/.test(option) || more.length > 0) return undefined;
  return { messageId, option: Number(option) };
}
