import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { type Sheet, toXlsx } from '../../src/documents/index.ts';
import { complaint, handover, monthly, PRINTED } from './samples.ts';

async function read(sheets: readonly Sheet[]) {
  return readExcelFile(Buffer.from(await toXlsx(sheets)));
}

test('each document is a worksheet, and names that are the same are told apart', async () => {
  const book = await read([complaint(), monthly(), handover(), complaint()]);
  expect(book.map(({ sheet }) => sheet)).toEqual([
    '投诉（意见）登记表',
    '出院患者满意度月报',
    '随访中心交接班记录',
    '投诉（意见）登记表 (2)',
  ]);
});

test('a form keeps its words in their cells', async () => {
  const [form] = await read([complaint()]);
  const rows = form?.data ?? [];
  expect(rows[0]?.[0]).toBe('投诉（意见）登记表');
  expect(rows[3]).toEqual(['联系人', '王建国', '与患者关系', '父子', '患者', '王龘']);
  expect(rows[6]?.[1]).toMatch(/^11月18日上午[^]*登记人：李敏/);
});

test('numbers of a list and of a chart are numbers, texts stay texts', async () => {
  const [month] = await read([monthly(3)]);
  const rows = month?.data ?? [];
  expect(rows).toContainEqual(['骨科', 1200, 960, 0.8, 0.93, 0.02, 0.95, 0.01, expect.any(String)]);
  expect(rows.some((row) => row[0] === '5月' && row[1] === 820 && row[3] === 60)).toBe(true);
  expect(rows.some((row) => row[0] === '合计' && row[1] === 68_000)).toBe(true);
});

test('nothing that a patient wrote becomes a formula or a number', async () => {
  const table = (text: string): Sheet => ({
    title: '=1+1',
    orientation: 'portrait',
    language: 'zh-CN',
    printed: PRINTED,
    blocks: [{ type: 'table', columns: [{ title: 'constructor', width: 1 }], rows: [[text]] }],
  });
  const nasty = ['=HYPERLINK("x")', '+86138', '007', '_x0041_', 'constructor', 'a<b>&"'];
  const read1 = await Promise.all(nasty.map(async (text) => (await read([table(text)]))[0]?.data[2]?.[0]));
  expect(read1).toEqual(nasty);
});
