import { z } from 'zod';
import type { AddressReport, InboundMessage } from '../../domain/message.ts';
import { readTap } from './buttons.ts';

const chat = z.looseObject({ id: z.number(), type: z.string() });
const message = z.looseObject({
  message_id: z.number(),
  chat,
  from: z
    .looseObject({ language_code: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
});
const part = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const updateSchema = z.looseObject({
  update_id: z.number(),
  message: part(message),
  callback_query: part(
    z.looseObject({
      id: z.string(),
      data: part(z.string()),
      message: part(message.pick({ message_id: true, chat: true })),
    }),
  ),
  my_chat_member: part(z.looseObject({ chat, new_chat_member: z.looseObject({ status: z.string() }) })),
});
type Message = z.output<typeof message>;
type Update = z.output<typeof updateSchema>;

/** What an update asks of us. `ignored`: groups, edited texts, things nobody wrote. */
export type Incoming =
  | { readonly type: 'message'; readonly message: InboundMessage }
  | {
      readonly type: 'tap';
      /** Undefined for a button that is not ours. */
      readonly message: InboundMessage | undefined;
      readonly queryId: string;
      /** The message with the buttons. */
      readonly on: { readonly chat: string; readonly messageId: number } | undefined;
    }
  | { readonly type: 'report'; readonly report: AddressReport }
  | { readonly type: 'ignored'; readonly why: 'group' | 'edited' | 'other' | 'malformed' };

/** Whose update, and when it came (epoch ms). */
export interface Arrived {
  readonly botId: string;
  readonly receivedAt: number;
}

/** What has no words, as the transcript shows it (handbook 21). */
const MEDIA: readonly (readonly [field: string, shown: string])[] = [
  ['voice', '[语音]'],
  ['audio', '[语音]'],
  ['sticker', '[表情]'],
  ['dice', '[表情]'],
  ['video', '[视频]'],
  ['video_note', '[视频]'],
  ['animation', '[视频]'],
  ['photo', '[图片]'],
  ['document', '[文件]'],
  ['contact', '[名片]'],
  ['venue', '[位置]'],
  ['location', '[位置]'],
  ['story', '[图片]'],
  ['poll', '[文件]'],
];

/** `/start`, also as `/start@our_bot`, with what the link carried. */
const START = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/;
const COMMAND = /^\/([a-z_]+)(?:@\w+)?(?=\s|$)/i;

/** The update's id: it restarts at random after an idle week, so only equality counts. */
export function updateIdOf(update: unknown): number | undefined {
  const parsed = updateSchema.safeParse(update);
  return parsed.success ? parsed.data.update_id : undefined;
}

/** Reads an update of any shape; never throws. */
export function readUpdate(raw: unknown, arrived: Arrived): Incoming {
  const parsed = updateSchema.safeParse(raw);
  if (!parsed.success) return { type: 'ignored', why: 'malformed' };
  const update = parsed.data;
  if (update.callback_query !== undefined) return readQuery(update.callback_query, arrived);
  if (update.my_chat_member !== undefined) return readMember(update, update.my_chat_member, arrived);
  if (update.message !== undefined) return readMessage(update, update.message, arrived);
  return { type: 'ignored', why: 'edited_message' in update ? 'edited' : 'other' };
}

const base = ({ receivedAt }: Arrived, address: number) =>
  ({ channel: 'telegram', address: String(address), receivedAt }) as const;

function readMessage(update: Update, given: Message, arrived: Arrived): Incoming {
  if (given.chat.type !== 'private') return { type: 'ignored', why: 'group' };
  const externalId = `${arrived.botId}:${String(update.update_id)}`;
  const from = { ...base(arrived, given.chat.id), externalId };
  const start = START.exec(given.text ?? '');
  if (start !== null) {
    const [, enrolmentToken] = start;
    if (enrolmentToken !== undefined) return { type: 'message', message: { ...from, text: '/start', enrolmentToken } };
    return { type: 'message', message: { ...from, text: greeting(given) } };
  }
  const text = wordsOf(given);
  return text === undefined ? { type: 'ignored', why: 'other' } : { type: 'message', message: { ...from, text } };
}

/** Who presses Start says hello, in the language of their phone. */
function greeting({ from }: Message): string {
  return /^(?!zh)/.test(from?.language_code ?? 'zh') ? 'Hello' : '你好';
}

function wordsOf(given: Message): string | undefined {
  const written = given.text ?? given.caption ?? '';
  // Commands are words too: /stop means stop.
  if (written.trim() !== '') return written.replace(COMMAND, '$1');
  return MEDIA.find(([field]) => given[field] !== undefined)?.[1];
}

function readQuery(query: NonNullable<Update['callback_query']>, arrived: Arrived): Incoming {
  const { id: queryId, data, message: on } = query;
  const tap = readTap(data);
  if (on?.chat.type !== 'private') return { type: 'tap', queryId, message: undefined, on: undefined };
  const place = { chat: String(on.chat.id), messageId: on.message_id };
  if (tap === undefined) return { type: 'tap', queryId, message: undefined, on: place };
  // By the message, not by the update: a double tap is one answer.
  const externalId = `${arrived.botId}:tap:${tap.messageId}`;
  return { type: 'tap', queryId, on: place, message: { ...base(arrived, on.chat.id), externalId, text: '', tap } };
}

function readMember(
  update: Update,
  { chat: where, new_chat_member: member }: NonNullable<Update['my_chat_member']>,
  arrived: Arrived,
): Incoming {
  if (where.type !== 'private') return { type: 'ignored', why: 'group' };
  const state = member.status === 'kicked' ? 'closed' : member.status === 'member' ? 'open' : undefined;
  if (state === undefined) return { type: 'ignored', why: 'other' };
  const externalId = `${arrived.botId}:${String(update.update_id)}`;
  return { type: 'report', report: { channel: 'telegram', address: String(where.id), externalId, state } };
}
