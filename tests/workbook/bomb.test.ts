import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/index.ts';
import { testFolder } from '../app/command.ts';

/** One part of a zip file as it stands in it, with nothing true in its sizes but the packed one. */
function part(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 0, 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

const END = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

test('a workbook that is small and unpacks to much is refused before it fills the memory', async () => {
  const blank = Buffer.alloc(40_000_000, ' ');
  const sheets = [1, 2].map((number) => part(`xl/worksheets/sheet${String(number)}.xml`, blank));
  const path = join(testFolder(), 'bomb.xlsx');
  writeFileSync(path, Buffer.concat([...sheets, END]));
  await expect(readWorkbook(path)).rejects.toMatchObject({
    code: 'WORKBOOK_INVALID',
    details: [expect.stringMatching(/maxOutputLength|larger than|64000000/)],
  });
});
