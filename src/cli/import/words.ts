import type { RowReport } from '../../intake/report.ts';
import type { Field } from '../../intake/rules.ts';

export const REPORT_LANGUAGES = ['zh', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Words of the report for people; sentences of codes stand in intake/codes.ts. */
export interface ReportWords {
  readonly fields: Readonly<Record<Field, string>>;
  readonly actions: Readonly<Record<RowReport['action'], string>>;
  /** Between fields, between clauses, before what follows. */
  readonly and: string;
  readonly then: string;
  readonly colon: string;
  readonly row: (record: number, recordNo: string) => string;
  readonly columns: (expected: number, found: number) => string;
  readonly absent: (fields: string) => string;
  readonly file: (name: string, encoding: string, today: string) => string;
  readonly read: (records: number, blank: number) => string;
  readonly imported: (imported: number, accept: number, normalise: number) => string;
  readonly rejected: (count: number) => string;
  readonly skipped: (count: number) => string;
  readonly people: (patients: number, under18: number, phones: number) => string;
  readonly due: (due: number, within7: number, passed: number) => string;
  readonly departments: string;
  readonly dryRun: string;
}

const ZH: ReportWords = {
  fields: {
    recordNo: '病历号',
    patientName: '姓名',
    gender: '性别',
    age: '年龄',
    phone: '联系电话',
    contactName: '联系人',
    relation: '与患者关系',
    department: '科室',
    ward: '病区',
    doctor: '主管医生',
    nurse: '责任护士',
    admittedOn: '入院日期',
    dischargedOn: '出院日期',
    diagnosis: '出院诊断',
    disposition: '出院方式',
    address: '住址',
    language: '语言',
  },
  actions: { accept: '已接收', normalise: '已修正', reject: '拒收', skip: '跳过' },
  and: '、',
  then: '；',
  colon: '：',
  row: (record, recordNo) => `第${String(record)}条 病历号 ${recordNo === '' ? '（空）' : recordNo}`,
  columns: (expected, found) => `应有${String(expected)}列，实有${String(found)}列`,
  absent: (fields) => `注意：文件中没有这些列：${fields}。没有年龄时无法识别未成年人。`,
  file: (name, encoding, today) => `${name}（编码 ${encoding}，今天按 ${today} 计）`,
  read: (records, blank) => `读取 ${String(records)} 条，另有空行 ${String(blank)} 条`,
  imported: (imported, accept, normalise) =>
    `导入 ${String(imported)} 条：原样接收 ${String(accept)}，修正后接收 ${String(normalise)}`,
  rejected: (count) => `拒收 ${String(count)} 条，请补全或更正后再次导入`,
  skipped: (count) => `跳过 ${String(count)} 条`,
  people: (patients, under18, phones) =>
    `导入的患者 ${String(patients)} 人，其中未成年 ${String(under18)} 人；不同电话 ${String(phones)} 个`,
  due: (due, within7, passed) =>
    `待随访 ${String(due)} 人，其中出院 7 天内 ${String(within7)} 人；已过随访期限、只登记不联系 ${String(passed)} 人`,
  departments: '按科室',
  dryRun: '试运行：没有写入任何数据。',
};

const EN: ReportWords = {
  fields: {
    recordNo: 'record number',
    patientName: 'name',
    gender: 'gender',
    age: 'age',
    phone: 'phone',
    contactName: 'contact',
    relation: 'relation',
    department: 'department',
    ward: 'ward',
    doctor: 'doctor',
    nurse: 'nurse',
    admittedOn: 'admission date',
    dischargedOn: 'discharge date',
    diagnosis: 'diagnosis',
    disposition: 'disposition',
    address: 'address',
    language: 'language',
  },
  actions: { accept: 'accepted', normalise: 'repaired', reject: 'REJECTED', skip: 'skipped' },
  and: ', ',
  then: '; ',
  colon: ': ',
  row: (record, recordNo) => `record ${String(record)} no. ${recordNo === '' ? '(empty)' : recordNo}`,
  columns: (expected, found) => `${String(expected)} expected, ${String(found)} found`,
  absent: (fields) => `Note: the file lacks these columns: ${fields}. Without the age, minors cannot be told.`,
  file: (name, encoding, today) => `${name} (${encoding}, today taken as ${today})`,
  read: (records, blank) => `${String(records)} records read, ${String(blank)} blank ones besides`,
  imported: (imported, accept, normalise) =>
    `${String(imported)} imported: ${String(accept)} as they are, ${String(normalise)} repaired`,
  rejected: (count) => `${String(count)} rejected: complete or correct them and import them again`,
  skipped: (count) => `${String(count)} skipped`,
  people: (patients, under18, phones) =>
    `${String(patients)} patients imported, ${String(under18)} of them minors; ${String(phones)} different phones`,
  due: (due, within7, passed) =>
    `${String(due)} follow-ups due, ${String(within7)} of them discharged within 7 days; ${String(passed)} past the window: listed, not contacted`,
  departments: 'by department',
  dryRun: 'Dry run: nothing was written.',
};

export const REPORT_WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { zh: ZH, en: EN };
