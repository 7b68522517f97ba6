import { z } from 'zod';
import { spellings } from './fields.ts';

/** A column of the discharge list; the first header found in the file is taken. */
const column = (meaning: string, ...headers: string[]) =>
  spellings.default(headers).describe(`${meaning}: accepted headers, in order of preference.`);

/** Without it nobody could be contacted, or someone who must not be. */
const neededColumn = (meaning: string, ...headers: string[]) =>
  spellings
    .min(1, 'at least one header')
    .default(headers)
    .describe(`${meaning}: accepted headers, in order of preference.`);

const columns = z
  .strictObject({
    recordNo: neededColumn('Record number of the patient', '病历号', '住院号', '病案号', '病歷號', 'MRN'),
    patientName: neededColumn('Name of the patient', '姓名', '患者姓名', '病人姓名', 'Name'),
    gender: column('Gender', '性别', '性別', 'Sex', 'Gender'),
    age: column('Age', '年龄', '年齡', 'Age'),
    phone: neededColumn('Telephone', '联系电话', '手机', '手机号', '电话', '聯絡電話', 'Phone', 'Mobile'),
    contactName: column('Whose telephone it is', '联系人', '联系人姓名', '聯絡人', 'Contact'),
    relation: column('Relation of that person to the patient', '与患者关系', '关系', '與病患關係', 'Relation'),
    department: column('Department', '科室', '出院科室', '科別', 'Department'),
    ward: column('Ward, where the list has one besides the department', '病区', '出院病区', '病區', '护理单元', 'Ward'),
    doctor: column('Ward doctor', '主管医生', '主治医生', '主治醫師', 'Doctor'),
    nurse: column('Responsible nurse', '责任护士', '責任護理師', 'Nurse'),
    admittedOn: column('Date of admission', '入院日期', '入院时间', 'Admitted'),
    dischargedOn: neededColumn('Date of discharge', '出院日期', '出院时间', 'Discharged'),
    diagnosis: column('Diagnosis at discharge', '出院诊断', '诊断', '出院診斷', 'Diagnosis'),
    disposition: neededColumn('How the stay ended', '出院方式', '离院方式', '離院方式', 'Disposition'),
    address: column('Address', '住址', '地址', '现住址', 'Address'),
    language: column('Language to write in', '语言', '語言', 'Language'),
  })
  .prefault({})
  .describe('Which column of the export is what.');

const dispositions = z
  .strictObject({
    deceased: spellings
      .min(1, 'at least one value')
      .default(['死亡', '5'])
      .describe('Never contacted; the patient is marked.'),
    transferred: spellings
      .default(['医嘱转院', '转院', '2'])
      .describe('Under the care of another hospital: no follow-up.'),
  })
  .prefault({})
  .describe('Values of the disposition column that rule a follow-up out; every other one is followed up.');

const genders = z
  .strictObject({
    male: spellings.default(['男', '男性', '1', 'M', 'Male']),
    female: spellings.default(['女', '女性', '2', 'F', 'Female']),
  })
  .prefault({})
  .describe('Values of the gender column; anything else is unknown.');

const languages = z
  .strictObject({
    'zh-CN': spellings.default(['zh-CN', 'zh', '中文', '普通话', '简体中文']),
    'zh-TW': spellings.default(['zh-TW', '繁体中文', '繁體中文', '國語']),
    en: spellings.default(['en', 'English', '英语', '英文', '英語']),
  })
  .prefault({})
  .describe("Values of the language column; anything else means the hospital's language.");

/** How another hospital's export is read without a change of code (hospital/README: importer rules). */
export const intakeSchema = z
  .strictObject({
    columns,
    dispositions,
    genders,
    languages,
    self: spellings
      .default(['本人', '患者本人', 'Self'])
      .describe('Values of the relation column that mean the patient.'),
    noPhone: spellings
      .default(['无', '無', '没有', '/', '-', '—', 'N/A'])
      .describe('Values of the telephone column that mean there is none.'),
    adultFrom: z
      .int()
      .min(14)
      .max(21)
      .default(18)
      .describe('Younger patients are written to through the parent, in years.'),
  })
  .prefault({})
  .superRefine((intake, context) => {
    const owner = new Map<string, string>();
    for (const [field, headers] of Object.entries(intake.columns)) {
      // Files that call the department 病区 are older than this column; what another field claims is not the ward (intake/columns.ts).
      if (field === 'ward') continue;
      for (const [index, header] of headers.entries()) {
        const other = owner.get(header);
        if (other !== undefined && other !== field)
          context.addIssue({
            code: 'custom',
            path: ['columns', field, index],
            message: `a header that columns.${other} does not claim`,
          });
        owner.set(header, field);
      }
    }
  })
  .describe('Reading of discharge lists.');
