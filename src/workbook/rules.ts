import type { Rule } from '../bot/knowledge/index.ts';

/** What is allowed in a cell, beside what the knowledge base itself demands. */
export const CELL_RULES = {
  date: {
    zh: '日期，例如 2026-12-31',
    en: 'a day such as 2026-12-31',
  },
  notDate: {
    zh: '文字；Excel 把它当成了日期，请把单元格格式设为“文本”后重新输入',
    en: 'a text; Excel took it for a date: format the cell as text and type it again',
  },
  text: { zh: '文字', en: 'a text' },
  error: { zh: '文字或数字；这里的公式出错了', en: 'a text or a number; the formula in this cell has an error' },
  amount: { zh: '数字（元），例如 28 或 28.5', en: 'a number (yuan) such as 28 or 28.5' },
  count: { zh: '整数', en: 'a whole number' },
  flag: { zh: '是 或 否', en: '是 (yes) or 否 (no)' },
  phone: {
    zh: '电话号码；请把单元格格式设为“文本”后重新输入，否则开头的0会丢失',
    en: 'a telephone number; format the cell as text and type it again, or a leading 0 is lost',
  },
  slots: {
    zh: '每行一个时段，例如 周一至周五 08:00-12:00 或 周一、周三 14:00-17:30 (10-4月)',
    en: 'one stretch a line, such as 周一至周五 08:00-12:00 or 周一、周三 14:00-17:30 (10-4月)',
  },
  clinic: {
    zh: '每行一次出诊，例如 周一上午 专家 28元',
    en: 'one session a line, such as 周一上午 专家 28元',
  },
  department: {
    zh: '“科室”表里的名称或编号',
    en: 'a name or id of the sheet 科室',
  },
  merged: { zh: '不合并的单元格，请取消合并并填满每一格', en: 'cells that are not merged: split them and fill each' },
  sheet: { zh: '必须有这张工作表（名称不能改）', en: 'a sheet of this name, which must be there' },
  column: { zh: '必须有这一列（表头不能改）', en: 'a column of this name, which must be there' },
  extraColumn: {
    zh: '没有这一列，请删除，或改成规定的表头',
    en: 'no column of this name: delete it or correct its header',
  },
  twice: { zh: '每个表头只能有一列', en: 'each header only once' },
  headless: { zh: '表头下面的内容；这一列没有表头', en: 'content under a header; this column has none' },
  item: { zh: '规定的项目名称，每项只有一行', en: 'one of the named items, each in one row' },
  key: { zh: '编号，每个只有一行', en: 'a key, each in one row' },
} as const satisfies Readonly<Record<string, Rule>>;
