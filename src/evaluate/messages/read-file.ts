import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { unreadable } from '../../domain/unreadable.ts';
import { type LabelledMessage, type MessageQuestion, parseMessage } from './message.ts';

/**
 * Messages of a file, one a line: JSON as handbook section 9 has it, or plain text, asked at `question` and numbered. `file`
 * null: standard input. Throws FILE_UNREADABLE or BAD_REQUEST with file and line.
 */
export async function* messagesOf(file: string | null, question: MessageQuestion): AsyncGenerator<LabelledMessage> {
  const input = file === null ? process.stdin : await opened(file);
  const name = file ?? 'standard input';
  let number = 0;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const line = raw.replace(/^\uFEFF/, '');
    if (line.trim() === '') continue;
    if (line.startsWith('{')) yield parseMessage(line, `${name}:${String(number)}`);
    else yield { id: String(number), text: line, question, lang: 'zh-CN', want: [], never: [], also: [], tags: [] };
  }
}

async function opened(file: string): Promise<NodeJS.ReadableStream> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
    return handle.createReadStream();
  } catch (error) {
    throw unreadable(file, error);
  }
}
