import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { HuifangError } from '../../domain/errors.ts';
import { type LabelledMessage, type MessageQuestion, parseMessage } from './message.ts';

/**
 * Messages of a file, one a line: JSON as handbook section 9 has it, or plain text, asked at `question` and numbered. `file`
 * null: standard input. Throws FILE_UNREADABLE or BAD_REQUEST with file and line.
 */
export async function* messagesOf(file: string | null, question: MessageQuestion): AsyncGenerator<LabelledMessage> {
  const input = file === null ? process.stdin : createReadStream(file);
  const name = file ?? 'standard input';
  const failed = new Promise<never>((_resolve, reject) => {
    input.once('error', (error: Error) => {
      reject(new HuifangError('FILE_UNREADABLE', [`${name}: ${error.message}`]));
      lines.close();
    });
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const raw of lines) {
    number += 1;
    const line = raw.replace(/^\uFEFF/, '');
    if (line.trim() === '') continue;
    if (line.startsWith('{')) yield parseMessage(line, `${name}:${String(number)}`);
    else yield { id: String(number), text: line, question, lang: 'zh-CN', want: [], never: [], tags: [] };
  }
  if ('errored' in input && input.errored !== null) await failed;
}
