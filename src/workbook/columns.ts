import { amount, count, date, department, flag, id, lines, phone, text } from './kinds/plain.ts';
import { clinic, slots } from './kinds/sessions.ts';
import type { Column, Kind } from './workbook.types.ts';

type Blank = Column['blank'];

function column(key: string, header: string, kind: Kind, [width, blank]: readonly [number, Blank?]): Column {
  return { key, header, kind, width, blank: blank ?? 'absent' };
}

/** A sheet of entries, one a row; `list` is where they stand in the file. */
export interface Table {
  readonly sheet: string;
  readonly list: string;
  readonly columns: readonly Column[];
}

const ID = column('id', '编号', id, [18]);
const NAME = column('name', '名称', text, [24]);
const ALIASES = column('aliases', '别名', lines, [22, 'none']);
const NOTES = column('notes', '备注', text, [36, 'empty']);
const PLACE = [column('building', '楼', text, [12, 'empty']), column('floor', '楼层', text, [12, 'empty'])];

export const DEPARTMENTS: Table = {
  sheet: '科室',
  list: 'departments',
  columns: [
    ID,
    NAME,
    ALIASES,
    ...PLACE,
    column('phone', '电话', phone, [16]),
    column('ward.building', '病区楼', text, [12]),
    column('ward.floor', '病区楼层', text, [12]),
    column('ward.beds', '病区床位', count, [10]),
    column('ward.phone', '病区电话', phone, [16]),
    column('bookable', '可预约', flag, [8]),
    column('open', '开诊时段', slots, [38, 'none']),
    column('intro', '简介', text, [50]),
    column('treats', '看什么', lines, [22, 'none']),
    column('emergencySigns', '须看急诊的征兆', lines, [28]),
  ],
};

export const TABLES: readonly Table[] = [
  DEPARTMENTS,
  {
    sheet: '办事处',
    list: 'offices',
    columns: [
      ID,
      NAME,
      ALIASES,
      ...PLACE,
      column('phone', '电话', phone, [16]),
      column('hours', '时间', text, [40]),
      column('handles', '办理事项', lines, [24, 'none']),
    ],
  },
  {
    sheet: '医生',
    list: 'doctors',
    columns: [
      ID,
      column('name', '姓名', text, [10]),
      column('gender', '性别', text, [6, 'empty']),
      column('title', '职称', text, [14]),
      column('department', '科室', department, [20]),
      column('specialities', '专长', lines, [24, 'none']),
      column('clinic', '出诊', clinic, [28, 'none']),
      NOTES,
    ],
  },
  {
    sheet: '价格',
    list: 'prices',
    columns: [
      ID,
      NAME,
      ALIASES,
      column('department', '科室', department, [20]),
      column('price', '价格', amount, [10]),
      column('priceMax', '最高价', amount, [10]),
      column('unit', '单位', text, [8]),
      column('insurance', '医保', text, [36]),
      NOTES,
    ],
  },
  {
    sheet: '问答',
    list: 'faq',
    columns: [
      ID,
      column('topic', '类别', text, [12]),
      column('question', '问题', text, [34]),
      column('askedAs', '其他问法', lines, [34, 'none']),
      column('answer', '回答', text, [70]),
      column('validUntil', '有效期至', date, [14]),
    ],
  },
];

/** The hospital itself: one item a row. `header` is the name of the item. */
export const HOSPITAL_SHEET = '医院';
export const HOSPITAL_COLUMNS = ['项目', '内容'] as const;
export const HOSPITAL_ITEMS: readonly Column[] = [
  column('name', '名称', text, [0]),
  column('nameEn', '英文名称', text, [0]),
  column('shortNames', '简称', lines, [0]),
  column('level', '等级', text, [0]),
  column('beds', '床位数', count, [0]),
  column('address', '地址', text, [0]),
  column('transport.summary', '交通概述', text, [0]),
  column('transport.bus', '公交', lines, [0, 'none']),
  column('transport.parking', '停车', text, [0]),
  column('transport.gates', '出入口', text, [0]),
  column('timezone', '时区', text, [0]),
];

const KEY = column('id', '编号', id, [22]);

/** What stands under a key of its own, not in a list: `list` is the object that holds it. */
export const HOURS: Table = {
  sheet: '开放时间',
  list: 'hospital.hours',
  columns: [
    KEY,
    column('label', '名称', text, [20]),
    column('text', '文字说明', text, [60]),
    column('slots', '时段', slots, [38, 'none']),
    column('holidays', '节假日', text, [36]),
  ],
};

export const PHONES: Table = {
  sheet: '电话',
  list: 'hospital.phones',
  columns: [KEY, column('number', '号码', phone, [18])],
};

/** Explains the others; not read. */
export const HELP_SHEET = '说明';
