import { inflateRawSync } from 'node:zlib';

/** Largest part that is unpacked: a knowledge base has far less, and a file made to blow up stops here. */
const MAX_PART = 100_000_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;

/** All parts together: more is no knowledge base, and would fill the memory of the service. */
const MAX_WHOLE = 64_000_000;
const LOCAL = Buffer.from('PK\x03\x04');

/**
 * Throws when the parts of a zip file are more than `MAX_WHOLE` bytes together, or one cannot be unpacked. Looked for by what stands before
 * each part, as the reader of cells does it: the list at the end, and the sizes in both, say what whoever made the file wants.
 */
export function requireModest(zip: Buffer): void {
  let left = MAX_WHOLE;
  for (let at = zip.indexOf(LOCAL); at >= 0; at = zip.indexOf(LOCAL, at + LOCAL.length)) {
    if (at + LOCAL_BYTES > zip.length || zip.readUInt16LE(at + 8) !== DEFLATED) continue;
    const start = at + LOCAL_BYTES + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    left -= inflateRawSync(zip.subarray(start), { maxOutputLength: left }).length;
    if (left <= 0) throw new RangeError(`more than ${String(MAX_WHOLE)} bytes unpacked`);
  }
}

/** Texts of the parts of a zip file whose name `wanted` accepts: an .xlsx is one. The reader of cells does not give them. */
export function partsOf(zip: Buffer, wanted: (name: string) => boolean): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const end = lastEnd(zip);
  if (end < 0) return parts;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0 && zip.readUInt32LE(at) === ENTRY; left -= 1) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    if (wanted(name)) parts.set(name, partAt(zip, at));
    at += ENTRY_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

function lastEnd(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= 0; at -= 1) if (zip.readUInt32LE(at) === END) return at;
  return -1;
}

function partAt(zip: Buffer, entry: number): string {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const deflated = zip.readUInt16LE(entry + 10) === DEFLATED;
  return (deflated ? inflateRawSync(packed, { maxOutputLength: MAX_PART }) : packed).toString('utf8');
}
