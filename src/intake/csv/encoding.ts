import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { HuifangError } from '../../domain/errors.ts';

export type FileEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DetectedEncoding {
  readonly encoding: FileEncoding;
  readonly bom: boolean;
  /** Bytes of the file. */
  readonly size: number;
  /** Where it stops being valid UTF-8 (counted from 0, at most one read too early); null when all of it is. */
  readonly invalidUtf8At: number | null;
}

const BOMS: readonly { readonly encoding: FileEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
const SAVE_AS = 'save it as "CSV UTF-8" (另存为 CSV UTF-8) and import that file';
const FOREIGN: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: `it is an Excel workbook (.xlsx) or a zip file: ${SAVE_AS}` },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: `it is an old Excel workbook (.xls): ${SAVE_AS}` },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'it is a PDF' },
  { bytes: [0x1f, 0x8b], what: 'it is compressed (gzip): unpack it first' },
];
const LONGEST_CHARACTER = 4;

function startsWith(start: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => start[index] === byte);
}

/** Length of `bytes` without a UTF-8 character that is cut off at its end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back < LONGEST_CHARACTER && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Follows a stream of bytes: is it valid UTF-8 up to here? */
class Utf8Check {
  #rest: Buffer = Buffer.alloc(0);
  #seen = 0;
  invalidAt: number | null = null;

  add(chunk: Buffer): void {
    if (this.invalidAt !== null) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) this.invalidAt = this.#seen;
    this.#seen += whole;
    this.#rest = Buffer.from(bytes.subarray(whole));
  }

  end(): number | null {
    if (this.invalidAt === null && this.#rest.length > 0) this.invalidAt = this.#seen;
    return this.invalidAt;
  }
}

/**
 * Reads the whole file once, since the first invalid byte may come late: BOM, else valid UTF-8, else GB18030. Refuses
 * what is no text: workbooks, PDFs, anything with NUL bytes.
 */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  const check = new Utf8Check();
  let bom: FileEncoding | undefined;
  let size = 0;
  for await (const piece of createReadStream(path)) {
    const chunk = piece as Buffer;
    if (size === 0) {
      const foreign = FOREIGN.find(({ bytes }) => startsWith(chunk, bytes));
      if (foreign !== undefined) throw new HuifangError('FILE_UNREADABLE', [foreign.what]);
      bom = BOMS.find(({ bytes }) => startsWith(chunk, bytes))?.encoding;
    }
    const utf16 = bom === 'utf-16le' || bom === 'utf-16be';
    if (!utf16 && chunk.includes(0)) throw new HuifangError('FILE_UNREADABLE', ['it holds NUL bytes: no text file']);
    check.add(chunk);
    size += chunk.length;
  }
  const invalidUtf8At = check.end();
  const encoding = bom ?? (invalidUtf8At === null ? 'utf-8' : 'gb18030');
  return { encoding, bom: bom !== undefined, size, invalidUtf8At };
}
