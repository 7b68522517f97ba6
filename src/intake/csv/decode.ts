import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { FileEncoding } from './encoding.ts';

interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

/** Smaller bytes are never part of a longer GB18030 character (second bytes begin with the digit 0). */
const FIRST_TRAIL_BYTE = 0x30;

/**
 * Cuts the pieces between characters before iconv-lite sees them: its decoder loses half of a character outside the BMP
 * when a piece holds nothing but the end of it.
 */
class Gb18030Decoder implements Decoder {
  readonly #decoder = iconv.getDecoder('gb18030');
  #rest: Buffer = Buffer.alloc(0);

  write(chunk: Buffer): string {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let end = bytes.length;
    while (end > 0 && (bytes[end - 1] ?? 0) >= FIRST_TRAIL_BYTE) end -= 1;
    this.#rest = Buffer.from(bytes.subarray(end));
    return end === 0 ? '' : this.#decoder.write(bytes.subarray(0, end));
  }

  end(): string {
    return this.#decoder.write(this.#rest) + (this.#decoder.end() ?? '');
  }
}

function decoderOf(encoding: FileEncoding): Decoder {
  if (encoding === 'gb18030') return new Gb18030Decoder();
  const decoder = new TextDecoder(encoding);
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

/** The text of a file in pieces, without BOM. `onBytes` hears how many bytes were read with each piece. */
export async function* decodeFile(
  path: string,
  encoding: FileEncoding,
  onBytes: (bytes: number) => void,
  chunkBytes = 65_536,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  for await (const piece of createReadStream(path, { highWaterMark: chunkBytes })) {
    const chunk = piece as Buffer;
    onBytes(chunk.length);
    const text = decoder.write(chunk);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}
