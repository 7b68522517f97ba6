import type { Language } from '../../../domain/language.ts';
import type { RegisterCategory } from '../../../domain/register.ts';
import type { Theme } from '../../../domain/themes.ts';
import type { RateName, Stage } from '../../../reports/report.types.ts';

interface SheetWords {
  readonly weekly: string;
  readonly monthly: string;
  readonly span: (from: string, to: string) => string;
  readonly department: string;
  readonly whole: string;
  readonly none: string;
  readonly total: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly rates: Readonly<Record<RateName, string>>;
  readonly grades: readonly [
    satisfied: string,
    mostly: string,
    dissatisfied: string,
    noOpinion: string,
    unanswered: string,
  ];
  readonly rate: string;
  readonly topBox: string;
  readonly interval: string;
  readonly tooFew: (minimum: number) => string;
  readonly waterfall: string;
  readonly leftOut: string;
  readonly reason: string;
  readonly count: string;
  readonly satisfaction: string;
  readonly themes: string;
  readonly theme: string;
  readonly themeNames: Readonly<Record<Theme, string>>;
  readonly complaints: string;
  readonly praise: string;
  readonly answered: string;
  readonly medianDays: string;
  readonly inTime: string;
  readonly overdue: string;
  readonly cause: string;
  readonly causes: Readonly<Record<RegisterCategory, string>>;
  readonly person: string;
  readonly trend: string;
  readonly month: string;
  readonly note: (minimum: number) => string;
  readonly maker: string;
  readonly reviewer: string;
}

/** What printed reports say. */
export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  'zh-CN': {
    weekly: '出院患者满意度周报表',
    monthly: '出院患者随访月报（分科室）',
    span: (from, to) => `出院日期：${from} 至 ${to}`,
    department: '科室',
    whole: '全院',
    none: '（未注明）',
    total: '合计',
    stages: {
      discharged: '出院',
      eligible: '应随访',
      contacted: '已联系',
      delivered: '已送达',
      reached: '有回复',
      identified: '已核实身份',
      completed: '完成',
    },
    rates: {
      delivery: '送达率',
      reach: '回复率',
      completion: '有效完成率',
      response: '随访完成率',
      optOut: '退订率',
      wrongNumber: '错号率',
      issue: '问题发现率',
      partial: '部分完成率',
    },
    grades: ['满意', '基本满意', '不满意', '不评价', '未答'],
    rate: '满意度',
    topBox: '“满意”占比',
    interval: '95% 区间',
    tooFew: (minimum) =>
      `满意度 =（满意＋基本满意）÷ 三档合计；不评价、未答不计入分母。不足 ${String(minimum)} 份的只列份数，不计算、不排名。`,
    waterfall: '随访过程',
    leftOut: '各环节未进入下一步的原因',
    reason: '原因',
    count: '例数',
    satisfaction: '满意度',
    themes: '不满意与基本满意的原因（按主题）',
    theme: '主题',
    themeNames: {
      attitude: '态度',
      waiting: '等候',
      communication: '沟通解释',
      treatment: '诊疗',
      nursing: '护理操作',
      pain: '疼痛',
      fees: '费用',
      environment: '环境',
      food: '伙食',
      process: '手续流程',
    },
    complaints: '投诉（按责任科室）',
    praise: '表扬（按科室）',
    answered: '已答复',
    medianDays: '答复天数（中位）',
    inTime: '按时办结率',
    overdue: '超期',
    cause: '投诉原因',
    causes: {
      attitude: '服务态度',
      quality: '诊疗质量',
      nursing: '护理',
      fees: '收费',
      environment: '环境后勤',
      process: '流程',
      conduct: '行风',
      privacy: '隐私',
      other: '其他',
    },
    person: '被表扬人',
    trend: '近十二个月',
    month: '月份',
    note: (minimum) =>
      `口径见系统说明“报表”一章；以出院日期归入统计期。不足 ${String(minimum)} 例者只列例数，不计算比率。`,
    maker: '制表',
    reviewer: '审核',
  },
  'zh-TW': {
    weekly: '出院病人滿意度週報表',
    monthly: '出院病人隨訪月報（分科）',
    span: (from, to) => `出院日期：${from} 至 ${to}`,
    department: '科別',
    whole: '全院',
    none: '（未註明）',
    total: '合計',
    stages: {
      discharged: '出院',
      eligible: '應隨訪',
      contacted: '已聯絡',
      delivered: '已送達',
      reached: '有回覆',
      identified: '已確認身分',
      completed: '完成',
    },
    rates: {
      delivery: '送達率',
      reach: '回覆率',
      completion: '有效完成率',
      response: '隨訪完成率',
      optOut: '退訂率',
      wrongNumber: '錯號率',
      issue: '問題發現率',
      partial: '部分完成率',
    },
    grades: ['滿意', '大致滿意', '不滿意', '不評價', '未答'],
    rate: '滿意度',
    topBox: '「滿意」占比',
    interval: '95% 區間',
    tooFew: (minimum) =>
      `滿意度 =（滿意＋大致滿意）÷ 三級合計；不評價、未答不列入分母。不足 ${String(minimum)} 份者只列份數，不計算、不排名。`,
    waterfall: '隨訪過程',
    leftOut: '各環節未進入下一步的原因',
    reason: '原因',
    count: '例數',
    satisfaction: '滿意度',
    themes: '不滿意與大致滿意的原因（依主題）',
    theme: '主題',
    themeNames: {
      attitude: '態度',
      waiting: '等候',
      communication: '溝通說明',
      treatment: '診療',
      nursing: '護理操作',
      pain: '疼痛',
      fees: '費用',
      environment: '環境',
      food: '膳食',
      process: '手續流程',
    },
    complaints: '申訴（依責任科別）',
    praise: '表揚（依科別）',
    answered: '已答覆',
    medianDays: '答覆天數（中位數）',
    inTime: '如期結案率',
    overdue: '逾期',
    cause: '申訴原因',
    causes: {
      attitude: '服務態度',
      quality: '診療品質',
      nursing: '護理',
      fees: '收費',
      environment: '環境總務',
      process: '流程',
      conduct: '醫德風紀',
      privacy: '隱私',
      other: '其他',
    },
    person: '受表揚人',
    trend: '近十二個月',
    month: '月份',
    note: (minimum) =>
      `計算方式見系統說明「報表」一章；依出院日期歸入統計期間。不足 ${String(minimum)} 例者只列例數，不計算比率。`,
    maker: '製表',
    reviewer: '審核',
  },
  en: {
    weekly: 'Weekly satisfaction sheet',
    monthly: 'Monthly follow-up report by department',
    span: (from, to) => `Discharged from ${from} to ${to}`,
    department: 'Department',
    whole: 'Whole hospital',
    none: '(not stated)',
    total: 'Total',
    stages: {
      discharged: 'Discharged',
      eligible: 'Eligible',
      contacted: 'Contacted',
      delivered: 'Delivered',
      reached: 'Reached',
      identified: 'Identified',
      completed: 'Completed',
    },
    rates: {
      delivery: 'Delivered',
      reach: 'Reach',
      completion: 'Completion',
      response: 'Response',
      optOut: 'Opt-out',
      wrongNumber: 'Wrong number',
      issue: 'Issues',
      partial: 'Partial',
    },
    grades: ['Satisfied', 'Mostly', 'Dissatisfied', 'No opinion', 'Unanswered'],
    rate: 'Satisfaction',
    topBox: 'Satisfied only',
    interval: '95% interval',
    tooFew: (minimum) =>
      `Satisfaction = (satisfied + mostly satisfied) ÷ the three grades; no opinion and unanswered are not in the denominator. Below ${String(minimum)} answers only counts are shown, without rate or rank.`,
    waterfall: 'From discharge to completion',
    leftOut: 'What fell out at each step, by reason',
    reason: 'Reason',
    count: 'Count',
    satisfaction: 'Satisfaction',
    themes: 'Reasons given, by theme',
    theme: 'Theme',
    themeNames: {
      attitude: 'Attitude',
      waiting: 'Waiting',
      communication: 'Communication',
      treatment: 'Treatment',
      nursing: 'Nursing',
      pain: 'Pain',
      fees: 'Fees',
      environment: 'Environment',
      food: 'Food',
      process: 'Process',
    },
    complaints: 'Complaints by department',
    praise: 'Praise by department',
    answered: 'Answered',
    medianDays: 'Days to answer (median)',
    inTime: 'Closed in time',
    overdue: 'Overdue',
    cause: 'Cause',
    causes: {
      attitude: 'Attitude',
      quality: 'Quality of care',
      nursing: 'Nursing',
      fees: 'Fees',
      environment: 'Environment',
      process: 'Process',
      conduct: 'Conduct',
      privacy: 'Privacy',
      other: 'Other',
    },
    person: 'Praised',
    trend: 'The last twelve months',
    month: 'Month',
    note: (minimum) =>
      `Formulas: chapter “Reports” of the manual. Stays count on their day of discharge. Below ${String(minimum)} only counts are shown, no shares.`,
    maker: 'Made by',
    reviewer: 'Checked by',
  },
};
