import type { Field } from './rules.ts';

/** A code of the report with its sentence for each language the report can be printed in. */
interface CodeText {
  readonly zh: string;
  readonly en: string;
}

interface FieldCodeText extends CodeText {
  readonly field: Field;
}

/** Not imported: a person has to complete or correct the row. In the order in which they are looked for. */
export const REJECT_CODES = {
  name_missing: { field: 'patientName', zh: '没有姓名', en: 'no name' },
  discharge_date_missing: {
    field: 'dischargedOn',
    zh: '没有出院日期，可能仍在住院',
    en: 'no discharge date: perhaps still in hospital',
  },
  date_invalid: { field: 'dischargedOn', zh: '日期不存在或看不懂', en: 'the date does not exist or cannot be read' },
  discharge_in_future: { field: 'dischargedOn', zh: '出院日期在今天之后', en: 'the discharge date is in the future' },
  admitted_after_discharge: { field: 'admittedOn', zh: '入院日期晚于出院日期', en: 'admitted after the discharge' },
  phone_missing: { field: 'phone', zh: '没有联系电话', en: 'no phone number' },
  phone_landline: { field: 'phone', zh: '座机，收不到短信', en: 'a landline cannot get a text message' },
  phone_invalid: { field: 'phone', zh: '不是有效的手机号', en: 'not a mobile number' },
  record_no_missing: { field: 'recordNo', zh: '没有病历号', en: 'no record number' },
  row_malformed: {
    field: 'recordNo',
    zh: '列数与表头不符，内容可能错位',
    en: 'not as many columns as the header: the values may be shifted',
  },
  record_no_conflict: {
    field: 'recordNo',
    zh: '同一病历号已有另一姓名',
    en: 'this record number belongs to another name',
  },
} as const satisfies Record<string, FieldCodeText>;

/** Nothing to repair, and nobody is contacted about it. */
export const SKIP_CODES = {
  deceased: { field: 'disposition', zh: '患者已去世，不再联系', en: 'the patient has died: never contacted' },
  transferred: {
    field: 'disposition',
    zh: '转往其他医院，不随访',
    en: 'transferred to another hospital: no follow-up',
  },
  duplicate: { field: 'recordNo', zh: '同一病历号、同一出院日期已导入', en: 'this stay has been imported already' },
} as const satisfies Record<string, FieldCodeText>;

/** Unambiguous repairs. */
export const REPAIR_CODES = {
  phone_fullwidth: { zh: '全角数字改为半角', en: 'full-width digits made ASCII' },
  phone_spaces: { zh: '去掉号码中的空格或连字符', en: 'blanks or hyphens inside dropped' },
  phone_prefix: { zh: '去掉国家代码 86', en: 'country code 86 dropped' },
  phone_two: { zh: '一格多个号码，取第一个手机号', en: 'several numbers in one cell: the first mobile is taken' },
  phone_remark: { zh: '去掉括号中的备注或多余符号', en: 'remark in brackets or stray sign dropped' },
  phone_spreadsheet: { zh: '去掉防止表格改写的撇号', en: 'apostrophe against the spreadsheet dropped' },
  date_slash: { zh: '日期写法统一', en: 'date with slashes rewritten' },
  date_dot: { zh: '日期写法统一', en: 'date with dots rewritten' },
  date_chinese: { zh: '日期写法统一', en: 'date with 年月日 rewritten' },
  date_compact: { zh: '八位日期统一写法', en: 'eight-digit date rewritten' },
  date_padding: { zh: '月、日补足两位', en: 'month and day padded to two digits' },
  date_time: { zh: '去掉时间，保留日期', en: 'time of day dropped' },
  name_inner_blank: { zh: '去掉姓名中的空格', en: 'blank inside the name dropped' },
  name_remark: { zh: '去掉姓名旁括号中的备注', en: 'remark in brackets beside the name dropped' },
  gender_code: { zh: '性别代码改为文字', en: 'code of the gender resolved' },
  age_unit: { zh: '带单位的年龄换算为岁', en: 'age with a unit made years' },
  department_alias: { zh: '科室名称统一', en: 'alias or ward of the department resolved' },
  minor_contact_self: { zh: '未成年人，改为联系监护人', en: 'a minor: the guardian is written to' },
  quoted_field: { zh: '字段内换行改为空格', en: 'line break inside a field made a blank' },
  trailing_blanks: { zh: '去掉首尾空白', en: 'blanks at the ends trimmed' },
} as const satisfies Record<string, CodeText>;

/** Right as they are, but worth knowing. */
export const NOTE_CODES = {
  record_no_conflict: {
    zh: '另有一行同病历号而姓名不同，请核对',
    en: 'another row has this record number with another name',
  },
  corrected: { zh: '此前被拒收的记录已更正', en: 'corrects a row that was rejected' },
  readmission: { zh: '该患者有多次住院，只随访最近一次', en: 'several stays: only the latest is followed up' },
  name_damaged: { zh: '姓名中有导出时丢失的字，请核对', en: 'a character of the name was lost on export' },
  name_odd: { zh: '姓名过长或含有不该有的符号，请核对', en: 'the name is too long or has signs that no name has' },
  rare_character: { zh: '姓名含生僻字', en: 'the name has a rare character' },
  long_name: { zh: '较长的姓名', en: 'a long name' },
  department_unknown: { zh: '科室不在科室表中，请对应一次', en: 'the department is not known: map it once' },
  disposition_missing: { zh: '没有出院方式，请核对', en: 'no discharge disposition' },
  disposition_unknown: {
    zh: '出院方式的代码不在国家代码表内，请核对',
    en: 'the discharge code is not in the national list',
  },
  contact_unknown: { zh: '联系人未填，开场需确认接听人', en: 'no contact stated: the opening asks who answers' },
  minor: { zh: '未成年人，联系家长', en: 'a minor: the parent is written to' },
  shared_phone: { zh: '与其他患者共用电话', en: 'shares the phone with another patient' },
  window_passed: { zh: '出院已超过随访期限，只登记不联系', en: 'discharged too long ago: listed, not contacted' },
} as const satisfies Record<string, CodeText>;

export type RejectCode = keyof typeof REJECT_CODES;
export type SkipCode = keyof typeof SKIP_CODES;
export type RepairCode = keyof typeof REPAIR_CODES;
export type NoteCode = keyof typeof NOTE_CODES;

/** Notes that staff should look at once; they are kept with the stay. */
export const STAFF_FLAGS: readonly NoteCode[] = [
  'record_no_conflict',
  'name_damaged',
  'name_odd',
  'department_unknown',
  'disposition_missing',
  'disposition_unknown',
];
