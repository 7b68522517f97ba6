import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { changesBetween, faultLine, joinedWords, readWorkbook } from '../../src/workbook/index.ts';
import type { CellValue } from '../../src/workbook/workbook.types.ts';
import { testFolder } from '../app/command.ts';
import { Book, DEMO, entry } from './demo.ts';

const QUIRKS: readonly (readonly [
  what: string,
  sheet: string,
  header: string,
  cell: CellValue,
  key: string,
  value: unknown,
])[] = [
  ['a number typed as text', '价格', '价格', '12', 'price', 12],
  ['full-width digits and a unit', '价格', '价格', ' １２．５元', 'price', 12.5],
  ['thousands with a comma', '价格', '价格', '1,200', 'price', 1200],
  ['a text typed as a number', '科室', '楼层', 6, 'floor', '6'],
  ['a short number typed as a number', '科室', '电话', 12345, 'phone', '12345'],
  ['a number with full-width hyphen', '科室', '电话', '０３７１－６５９９８８７７', 'phone', '0371-65998877'],
  ['blanks behind', '科室', '楼', '门诊楼  ', 'building', '门诊楼'],
  ['a date of Excel', '问答', '有效期至', new Date('2027-03-01T00:00:00Z'), 'validUntil', '2027-03-01'],
  ['a date as text', '问答', '有效期至', '2027年3月1日', 'validUntil', '2027-03-01'],
  ['another date as text', '问答', '有效期至', '2027/3/1', 'validUntil', '2027-03-01'],
  ['lines of Windows with blank ones', '问答', '其他问法', '几点开\r\n\r\n 啥时开 ', 'askedAs', ['几点开', '啥时开']],
  ['yes as a truth value', '科室', '可预约', true, 'bookable', true],
  ['a department by its id', '价格', '科室', 'cardiology', 'department', 'cardiology'],
  ['a department by its name', '价格', '科室', '骨科', 'department', 'orthopaedics'],
  [
    'a range of days for one session',
    '医生',
    '出诊',
    '周一到周三上午 普通 ８元',
    'clinic',
    ['周一', '周二', '周三'].map((weekday) => ({ weekday, period: '上午', kind: '普通', fee: 8 })),
  ],
  [
    'hours as people write them',
    '科室',
    '开诊时段',
    '星期一～五 8：00－12：00\n周六，周日 14:00—17:30（10月至4月）\n每天 18:00-20:00',
    'open',
    [
      { days: ['周一', '周二', '周三', '周四', '周五'], from: '08:00', to: '12:00' },
      { days: ['周六', '周日'], from: '14:00', to: '17:30', months: [10, 11, 12, 1, 2, 3, 4] },
      { days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], from: '18:00', to: '20:00' },
    ],
  ],
];

const LISTS: Readonly<Record<string, string>> = { 价格: 'prices', 科室: 'departments', 问答: 'faq', 医生: 'doctors' };

test.each(QUIRKS)('%s is read as what it means', (...quirk) => {
  const [, sheet, header, cell, key, value] = quirk;
  const book = new Book().set(sheet, 2, header, cell);
  // Other hours would leave sessions outside.
  if (key === 'open') book.rows('医生').splice(1);
  const file = book.file();
  expect(entry(file, LISTS[sheet] ?? '', 0)[key]).toEqual(value);
});

test('blank rows, reordered columns and headers with blanks change nothing', () => {
  const book = new Book();
  for (const sheet of ['医生', '价格', '医院']) {
    const rows = book.rows(sheet);
    rows.forEach((row) => row.reverse());
    rows.splice(2, 0, [null, ' ', null]);
    rows.push([], [null]);
    const header = rows[0] ?? [];
    header[0] = ` ${String(header[0])}\n`;
  }
  expect(book.file()).toEqual(DEMO);
});

const FAULTS: readonly (readonly [
  what: string,
  sheet: string,
  row: number,
  header: string,
  cell: CellValue,
  fault: RegExp,
])[] = [
  [
    'a price in words',
    '价格',
    2,
    '价格',
    '面议',
    /^“价格”表 第2行 E列（价格）："面议"，应为：数字.* \/ sheet 价格 row 2 column E: "面议" — allowed: a number/,
  ],
  ['a price below nothing', '价格', 2, '价格', -3, /^“价格”表 第2行 E列（价格）：-3，应为：0或更大/],
  ['an upper end below the price', '价格', 2, '最高价', 1, /^“价格”表 第2行 F列（最高价）：1，应为：不低于价格/],
  [
    'a department nobody knows',
    '医生',
    3,
    '科室',
    '心脏中心',
    /^“医生”表 第3行 E列（科室）："心脏中心"，应为：“科室”表里的名称或编号/,
  ],
  [
    'a session that cannot be read',
    '医生',
    2,
    '出诊',
    '周一早上 专家 28元',
    /^“医生”表 第2行 G列（出诊）.*周一上午 专家 28元/,
  ],
  [
    'a session outside of the hours',
    '医生',
    2,
    '出诊',
    '周一晚上 专家 28元',
    /^“医生”表 第2行 G列（出诊）："周一晚上"，应为：科室开诊时间之内/,
  ],
  [
    'hours that cannot be read',
    '开放时间',
    2,
    '时段',
    '工作日 八点到十二点',
    /^“开放时间”表 第2行 D列（时段）.*周一至周五 08:00-12:00/,
  ],
  [
    'hours that end too early',
    '开放时间',
    2,
    '时段',
    '周一 12:00-08:00',
    /^“开放时间”表 第2行 D列（时段）："08:00"，应为：晚于开始时间/,
  ],
  [
    'a day that does not exist',
    '问答',
    4,
    '有效期至',
    '2026-02-30',
    /^“问答”表 第4行 F列（有效期至）："2026-02-30"，应为：存在的日期/,
  ],
  [
    'a number where a date should be',
    '问答',
    4,
    '有效期至',
    46_387,
    /^“问答”表 第4行 F列（有效期至）：46387，应为：日期/,
  ],
  [
    'a text that Excel made a date',
    '科室',
    2,
    '楼层',
    new Date('2026-12-01T00:00:00Z'),
    /^“科室”表 第2行 E列（楼层）.*Excel 把它当成了日期/,
  ],
  [
    'a number that lost its zero',
    '科室',
    2,
    '电话',
    3_718_811_001,
    /^“科室”表 第2行 F列（电话）：3718811001，应为：电话号码.*开头的0会丢失/,
  ],
  ['an empty answer', '问答', 3, '回答', ' ', /^“问答”表 第3行 E列（回答）：空，应为：一行文字/],
  ['an answer of two lines', '问答', 3, '回答', '一\n二', /^“问答”表 第3行 E列（回答）："一\\n二"，应为：一行文字/],
  ['a formula with an error', '价格', 2, '单位', '#N/A', /^“价格”表 第2行 G列（单位）："#N\/A".*公式出错/],
  ['an id used twice', '价格', 3, '编号', 'reg-general', /^“价格”表 第3行 A列（编号）："reg-general"，应为：不能重复/],
  ['a key used twice', '电话', 3, '编号', 'main', /^“电话”表 第3行 A列（编号）："main"，应为：编号，每个只有一行/],
  [
    'an item nobody knows',
    '医院',
    2,
    '项目',
    '医院名字',
    /^“医院”表 第2行 A列（项目）："医院名字"，应为：规定的项目名称/,
  ],
];

test.each(FAULTS)('%s is told by sheet, row and column, in Chinese and English', (...told) => {
  const [, sheet, row, header, cell, fault] = told;
  const faults = new Book().set(sheet, row, header, cell).faults();
  expect(faults[0]).toMatch(fault);
  expect(faults.length).toBeLessThanOrEqual(sheet === '电话' || sheet === '医院' ? 2 : 1);
});

test('all faults of a workbook are told at once', () => {
  const book = new Book()
    .set('价格', 2, '价格', '面议')
    .set('问答', 5, '回答', null)
    .set('医生', 9, '性别', '雄')
    .remove('办事处');
  expect(book.faults().map((line) => line.split('，')[0])).toEqual([
    '“办事处”表：空',
    '“价格”表 第2行 E列（价格）："面议"',
    '“医生”表 第9行 C列（性别）："雄"',
    '“问答”表 第5行 E列（回答）：空',
  ]);
});

test('columns that are missing, unknown, twice there or without a header are told', () => {
  const book = new Book();
  book.set('价格', 1, '单位', '计价单位').set('办事处', 1, '办理事项', '时间');
  book.rows('电话')[0]?.push('用途');
  book.rows('问答')[4]?.push('这一格没有表头');
  expect(book.faults()).toEqual([
    expect.stringMatching(/^“电话”表 第1行 C列（用途）："用途"，应为：没有这一列/),
    expect.stringMatching(/^“办事处”表 第1行 H列（时间）："时间"，应为：每个表头只能有一列/),
    expect.stringMatching(/^“办事处”表 第1行（办理事项）：空，应为：必须有这一列/),
    expect.stringMatching(/^“价格”表 第1行 G列（计价单位）："计价单位"，应为：没有这一列/),
    expect.stringMatching(/^“价格”表 第1行（单位）：空，应为：必须有这一列/),
    expect.stringMatching(/^“问答”表 第5行 G列："这一格没有表头"，应为：表头下面的内容/),
  ]);
});

test('merged cells are told, for all but the first of them are blank', async () => {
  const path = join(testFolder(), 'merged.xlsx');
  const rows = [
    ['编号', '名称'],
    [{ value: 'a', rowSpan: 2 }, '一'],
    [null, '二'],
  ];
  await writeExcelFile([
    { data: rows, sheet: '价格' },
    { data: rows, sheet: '我的草稿' },
  ]).toFile(path);
  const { faults } = await readWorkbook(path);
  expect(faults.map(faultLine)).toEqual([expect.stringMatching(/^“价格”表 第2行 A列："A2:A3"，应为：不合并的单元格/)]);
});

test.each([
  ['prices.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧的 \.xls 格式/],
  ['prices.xlsx', Buffer.from('编号,名称\n', 'utf8'), /不是 \.xlsx 工作簿（CSV/],
  ['cut.xlsx', Buffer.from('PK\u0003\u0004 and no more', 'latin1'), /工作簿读不出来/],
])('%s that is no workbook is refused with what to do', async (name, bytes, why) => {
  const path = join(testFolder(), name);
  writeFileSync(path, bytes);
  await expect(readWorkbook(path)).rejects.toMatchObject({
    code: 'WORKBOOK_INVALID',
    message: expect.stringMatching(why) as string,
  });
});

test('what an import changes is told by sheet: added, removed, and old and new of each cell', () => {
  const book = new Book()
    .set('价格', 2, '价格', 10)
    .set('开放时间', 5, '时段', '周一至周五 17:30-21:00')
    .set('医院', 2, '内容', '示范县人民医院');
  const [header = [], first = [], ...others] = book.rows('问答');
  book.add('问答', [header, ...others, ['new-question', '停车', '新问题？', null, '答案。', null]]);
  const changes = changesBetween(DEMO, book.file());
  expect(
    changes.map(({ sheet, added, removed, changed }) => [
      sheet,
      added.map(({ id }) => id),
      removed.map(({ id }) => id),
      changed.map(({ id, cells }) => [id, cells]),
    ]),
  ).toEqual([
    ['医院', [], [], [['', [{ header: '名称', from: '示范县第二人民医院', to: '示范县人民医院' }]]]],
    [
      '开放时间',
      [],
      [],
      [['night', [{ header: '时段', from: '周一至周五 17:30-20:30', to: '周一至周五 17:30-21:00' }]]],
    ],
    ['价格', [], [], [['reg-general', [{ header: '价格', from: '8', to: '10' }]]]],
    ['问答', ['new-question'], [first[0]], []],
  ]);
});

test('aliases that were typed into one line are noticed, those that were there before are not', () => {
  const file = new Book().set('科室', 2, '别名', '心内科、心脏科').file();
  expect(joinedWords(DEMO, file)).toEqual([
    { sheet: '科室', id: 'cardiology', header: '别名', word: '心内科、心脏科' },
  ]);
  expect(joinedWords(file, file)).toEqual([]);
});
