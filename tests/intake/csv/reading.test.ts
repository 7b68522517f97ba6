import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { HuifangError } from '../../../src/domain/errors.ts';
import { decodeFile } from '../../../src/intake/csv/decode.ts';
import { detectEncoding } from '../../../src/intake/csv/encoding.ts';
import { HEADER, importFile, line, temporaryFile, temporaryFolder } from '../support.ts';

async function encodingOf(bytes: string | Uint8Array) {
  return (await detectEncoding(temporaryFile(bytes))).encoding;
}

async function failure(path: string): Promise<HuifangError> {
  return importFile(path).then(
    () => {
      throw new Error('the import was to fail');
    },
    (error: unknown) => {
      if (error instanceof HuifangError) return error;
      throw error;
    },
  );
}

test('encodings: BOM, else valid UTF-8, else GB18030', async () => {
  expect(await encodingOf('\ufeff姓名')).toBe('utf-8');
  expect(await encodingOf('姓名')).toBe('utf-8');
  expect(await encodingOf('plain ascii')).toBe('utf-8');
  expect(await encodingOf(iconv.encode('姓名', 'gbk'))).toBe('gb18030');
  expect(await encodingOf(iconv.encode('姓名', 'utf-16le', { addBOM: true }))).toBe('utf-16le');
  expect(await encodingOf(Buffer.concat([Buffer.from('\ufeff姓名'), Buffer.from([0xff])]))).toBe('utf-8');
});

test('an invalid byte in the last line of a long file is found', async () => {
  const long = Buffer.from('王建国,13800010001\n'.repeat(20_000));
  const found = await detectEncoding(temporaryFile(Buffer.concat([long, iconv.encode('王建国', 'gbk')])));
  expect(found.encoding).toBe('gb18030');
  expect(found.size).toBe(long.length + 6);
});

test('characters cut by the edge of a piece stay valid and whole, whatever the length of the pieces', async () => {
  // 64 KiB pieces: the offset moves a four-byte character over every position of the edge.
  for (const offset of [0, 1, 2, 3, 4]) {
    const text = `${'a'.repeat(65_532 + offset)}𬭚䶮王`;
    expect(await encodingOf(text)).toBe('utf-8');
  }
  const text = '邓𬭚䶮王 plain 阿依古丽·买买提\r\n'.repeat(9);
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const) {
    const path = temporaryFile(iconv.encode(text, encoding));
    for (const size of [1, 2, 3, 5, 7]) {
      let decoded = '';
      let bytes = 0;
      for await (const piece of decodeFile(path, encoding, (count) => (bytes += count), size)) decoded += piece;
      expect(decoded).toBe(text);
      expect(bytes).toBe(iconv.encode(text, encoding).length);
    }
  }
});

test.each(['utf-8', 'gb18030', 'utf-16le'])('a list in %s gives the same report', async (encoding) => {
  const text = [HEADER, line(), line({ 病历号: '00400002', 姓名: '邓𬭚' })].join('\r\n');
  const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' });
  const { report, rows } = await importFile(temporaryFile(bytes));
  expect([report.encoding, report.imported, report.blank]).toEqual([encoding, 2, 0]);
  expect(rows[1]?.notes).toContain('rare_character');
});

test.each([['\n'], ['\r\n'], ['\r']])('line ends %j', async (end) => {
  const { report } = await importFile(temporaryFile([HEADER, line(), line({ 病历号: '00400002' }), ''].join(end)));
  expect([report.records, report.imported]).toEqual([2, 2]);
});

test('line ends may be mixed', async () => {
  const text = `${HEADER}\r\n${line()}\n${line({ 病历号: '00400002' })}\r\n${line({ 病历号: '00400003' })}`;
  expect((await importFile(temporaryFile(text))).report.imported).toBe(3);
});

test.each([['\t'], [';']])('delimiter %j', async (delimiter) => {
  const text = [HEADER, line()].join('\n').replaceAll(',', delimiter);
  expect((await importFile(temporaryFile(text))).report.imported).toBe(1);
});

test('blank records are counted and not numbered', async () => {
  const text = [HEADER, '', line(), ',,,,,,,,,,,,,,', ' ,　,\t,,,,,,,,,,,,', line({ 病历号: '00400002' }), '', ''].join(
    '\r\n',
  );
  const { report, rows } = await importFile(temporaryFile(text));
  expect([report.records, report.blank]).toEqual([2, 4]);
  expect(rows.map((row) => row.record)).toEqual([1, 2]);
});

test('quoted fields may hold commas, line breaks and doubled quotes', async () => {
  const quoted = line({ 出院诊断: '"1.阑尾炎,\r\n2.""三孔""术后"', 住址: '"示范县,2单元"' });
  const { rows } = await importFile(
    temporaryFile(
      `${HEADER}\r\n${quoted}\r\n${line({ 病历号: '00400002', 联系电话: '13800010002', 住址: '"a,b"' })}\r\n`,
    ),
  );
  expect(rows.map((row) => [row.action, row.code])).toEqual([
    ['normalise', 'quoted_field'],
    ['accept', null],
  ]);
});

test('a quote that is never closed refuses the file instead of swallowing patients', async () => {
  const error = await failure(
    temporaryFile(`${HEADER}\n${line()}\n${line({ 病历号: '00400002', 出院诊断: '"骨折' })}\n${line()}\n`),
  );
  expect(error.code).toBe('FILE_UNREADABLE');
  expect(error.message).toContain('after record 1: a quotation mark that is never closed');
});

test.each([
  ['no such file', () => join(temporaryFolder(), 'none.csv'), 'FILE_UNREADABLE', 'no such file'],
  [
    'a folder',
    () => {
      const path = join(temporaryFolder(), 'folder');
      mkdirSync(path);
      return path;
    },
    'FILE_UNREADABLE',
    'folder',
  ],
  ['an empty file', () => temporaryFile(''), 'FILE_UNREADABLE', 'empty'],
  [
    'a workbook',
    () => temporaryFile(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'list.xlsx'),
    'FILE_UNREADABLE',
    'CSV UTF-8',
  ],
  [
    'an old workbook',
    () => temporaryFile(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'list.xls'),
    'FILE_UNREADABLE',
    'CSV UTF-8',
  ],
  ['binary data', () => temporaryFile(Buffer.from([1, 2, 0, 4])), 'FILE_UNREADABLE', 'no text file'],
  ['a list without columns', () => temporaryFile('a,b,c\n1,2,3\n'), 'IMPORT_COLUMNS', 'the first line has: a, b, c'],
  ['only line ends', () => temporaryFile('\r\n\r\n'), 'IMPORT_COLUMNS', 'the first line is empty'],
])('%s', async (_what, make, code, text) => {
  const error = await failure(make());
  expect(error.code).toBe(code);
  expect(error.message).toContain(text);
});

test('missing columns are named with the headers that were looked for', async () => {
  const error = await failure(temporaryFile('病历号,姓名,出院日期,出院方式\n1,王,2026-11-01,1\n'));
  expect(error.code).toBe('IMPORT_COLUMNS');
  expect(error.details.join('\n')).toMatch(/^phone: looked for 联系电话/);
  expect(error.details).toHaveLength(2);
});
