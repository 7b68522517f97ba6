import type { Language } from '../../../domain/language.ts';
import type { RegisterCategory, RegisterChannel, RegisterStatus, Severity } from '../../../domain/register.ts';

/** Printed words of the registers, as the paper forms have them. */
export interface FormWords {
  readonly complaintTitle: string;
  readonly suggestionTitle: string;
  readonly praiseTitle: string;
  readonly listTitle: string;
  readonly praiseListTitle: string;
  readonly number: string;
  readonly contact: string;
  readonly relation: string;
  readonly patient: string;
  readonly recordNo: string;
  readonly phone: string;
  readonly followedUp: string;
  readonly concerned: string;
  readonly address: string;
  readonly received: string;
  readonly category: string;
  readonly severity: string;
  readonly content: string;
  readonly praiseContent: string;
  readonly department: string;
  readonly due: string;
  readonly provisional: string;
  readonly proposal: string;
  readonly opinion: string;
  readonly officer: string;
  readonly finding: string;
  readonly facts: string;
  readonly instruction: string;
  readonly reply: string;
  readonly settled: string;
  readonly yes: string;
  readonly no: string;
  readonly improvement: string;
  readonly returnVisit: string;
  readonly remarks: string;
  readonly praised: string;
  readonly handled: string;
  readonly signature: string;
  readonly date: string;
  readonly status: string;
  readonly count: string;
  readonly byPerson: string;
  readonly byDepartment: string;
  readonly overdue: string;
  readonly categories: Readonly<Record<RegisterCategory, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly channels: Readonly<Record<RegisterChannel, string>>;
  readonly statuses: Readonly<Record<RegisterStatus, string>>;
  /** Roles and things as the bot notes them. */
  readonly concerns: Readonly<Record<string, string>>;
}

const zhCN: FormWords = {
  complaintTitle: '投诉（意见）登记表',
  suggestionTitle: '意见建议登记表',
  praiseTitle: '表扬登记表',
  listTitle: '投诉（意见）登记簿',
  praiseListTitle: '表扬月报',
  number: '编号',
  contact: '联系人姓名',
  relation: '与患者关系',
  patient: '患者姓名',
  recordNo: '病历号',
  phone: '联系电话',
  followedUp: '回访时间',
  concerned: '涉及科室（人员）',
  address: '住址或工作单位',
  received: '受理时间及方式',
  category: '类别',
  severity: '严重程度',
  content: '投诉（意见）内容',
  praiseContent: '表扬内容',
  department: '责任科室',
  due: '回复期限',
  provisional: '（暂定）',
  proposal: '行风办拟办意见',
  opinion: '院办公会意见',
  officer: '回访人员',
  finding: '相关科室调查情况',
  facts: '核实情况',
  instruction: '领导批示',
  reply: '答复内容',
  settled: '是否满意',
  yes: '是',
  no: '否',
  improvement: '整改措施',
  returnVisit: '再次回访',
  remarks: '备注',
  praised: '受表扬科室（人员）',
  handled: '处理情况',
  signature: '签名',
  date: '日期',
  status: '状态',
  count: '次数',
  byPerson: '按人员',
  byDepartment: '按科室',
  overdue: '已逾期',
  categories: {
    attitude: '服务态度',
    quality: '诊疗质量',
    nursing: '护理',
    fees: '收费',
    environment: '环境后勤',
    process: '流程',
    conduct: '行风（红包）',
    privacy: '隐私',
    other: '其他',
  },
  severities: { ordinary: '一般', serious: '较重', major: '重大' },
  channels: { conversation: '随访会话', phone: '电话', visit: '来访', letter: '来信', other: '其他' },
  statuses: { open: '待派办', assigned: '待调查', answered: '待审批', approved: '待答复', closed: '已结案' },
  concerns: {
    doctor: '医生',
    nurse: '护士',
    carer: '护工',
    cleaner: '保洁',
    medical: '医护人员',
    staff: '工作人员',
    food: '饮食',
    fees: '收费',
    environment: '环境',
    procedure: '流程手续',
    pharmacy: '药房',
    equipment: '设备设施',
  },
};

const zhTW: FormWords = {
  complaintTitle: '申訴（意見）登記表',
  suggestionTitle: '意見建議登記表',
  praiseTitle: '表揚登記表',
  listTitle: '申訴（意見）登記簿',
  praiseListTitle: '表揚月報',
  number: '編號',
  contact: '聯絡人姓名',
  relation: '與病人關係',
  patient: '病人姓名',
  recordNo: '病歷號',
  phone: '聯絡電話',
  followedUp: '關懷時間',
  concerned: '涉及科別（人員）',
  address: '住址或服務單位',
  received: '受理時間及方式',
  category: '類別',
  severity: '嚴重程度',
  content: '申訴（意見）內容',
  praiseContent: '表揚內容',
  department: '負責單位',
  due: '回覆期限',
  provisional: '（暫定）',
  proposal: '行風辦擬辦意見',
  opinion: '院務會議意見',
  officer: '關懷人員',
  finding: '相關單位調查情形',
  facts: '查核情形',
  instruction: '主管批示',
  reply: '回覆內容',
  settled: '是否滿意',
  yes: '是',
  no: '否',
  improvement: '改善措施',
  returnVisit: '再次關懷',
  remarks: '備註',
  praised: '受表揚單位（人員）',
  handled: '處理情形',
  signature: '簽名',
  date: '日期',
  status: '狀態',
  count: '次數',
  byPerson: '依人員',
  byDepartment: '依科別',
  overdue: '已逾期',
  categories: {
    attitude: '服務態度',
    quality: '醫療品質',
    nursing: '護理',
    fees: '收費',
    environment: '環境總務',
    process: '流程',
    conduct: '醫德醫風（紅包）',
    privacy: '隱私',
    other: '其他',
  },
  severities: { ordinary: '一般', serious: '較重', major: '重大' },
  channels: { conversation: '關懷對話', phone: '電話', visit: '來訪', letter: '來信', other: '其他' },
  statuses: { open: '待派辦', assigned: '待調查', answered: '待審核', approved: '待回覆', closed: '已結案' },
  concerns: {
    doctor: '醫師',
    nurse: '護理師',
    carer: '看護',
    cleaner: '清潔人員',
    medical: '醫護人員',
    staff: '工作人員',
    food: '伙食',
    fees: '收費',
    environment: '環境',
    procedure: '流程手續',
    pharmacy: '藥局',
    equipment: '設備設施',
  },
};

const en: FormWords = {
  complaintTitle: 'Complaint (opinion) form',
  suggestionTitle: 'Suggestion form',
  praiseTitle: 'Praise form',
  listTitle: 'Complaint and opinion register',
  praiseListTitle: 'Praise of the month',
  number: 'No.',
  contact: 'Contact',
  relation: 'Relation to patient',
  patient: 'Patient',
  recordNo: 'Record number',
  phone: 'Phone',
  followedUp: 'Followed up',
  concerned: 'Department or person concerned',
  address: 'Address or workplace',
  received: 'Received',
  category: 'Category',
  severity: 'Severity',
  content: 'Content',
  praiseContent: 'Content',
  department: 'Responsible department',
  due: 'Reply due',
  provisional: ' (provisional)',
  proposal: 'Proposed handling (conduct office)',
  opinion: 'Committee opinion',
  officer: 'Follow-up officer',
  finding: 'Finding of the department',
  facts: 'Facts checked',
  instruction: "Leader's instruction",
  reply: 'Reply to the contact',
  settled: 'Settled',
  yes: 'yes',
  no: 'no',
  improvement: 'Improvement',
  returnVisit: 'Return visit',
  remarks: 'Remarks',
  praised: 'Praised department or person',
  handled: 'How it was handled',
  signature: 'Signature',
  date: 'Date',
  status: 'Status',
  count: 'Times',
  byPerson: 'By person',
  byDepartment: 'By department',
  overdue: 'overdue',
  categories: {
    attitude: 'Attitude',
    quality: 'Quality of care',
    nursing: 'Nursing',
    fees: 'Fees',
    environment: 'Environment',
    process: 'Process',
    conduct: 'Conduct (gifts)',
    privacy: 'Privacy',
    other: 'Other',
  },
  severities: { ordinary: 'ordinary', serious: 'serious', major: 'major' },
  channels: { conversation: 'conversation', phone: 'phone', visit: 'visit', letter: 'letter', other: 'other' },
  statuses: { open: 'open', assigned: 'assigned', answered: 'answered', approved: 'approved', closed: 'closed' },
  concerns: {
    doctor: 'doctor',
    nurse: 'nurse',
    carer: 'carer',
    cleaner: 'cleaner',
    medical: 'doctors and nurses',
    staff: 'staff',
    food: 'food',
    fees: 'fees',
    environment: 'environment',
    procedure: 'procedures',
    pharmacy: 'pharmacy',
    equipment: 'equipment',
  },
};

export const FORM_WORDS: Readonly<Record<Language, FormWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
