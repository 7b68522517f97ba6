/** What is allowed at a place of the file, for whoever has to correct it. */
export interface Rule {
  readonly en: string;
  readonly zh: string;
}

/** Longest list of names that is told in full. */
const MAX_NAMED = 60;

export const RULES = {
  object: { en: 'an object', zh: '一个对象 { }' },
  list: { en: 'a list', zh: '一个列表 [ ]' },
  text: {
    en: 'a text of one line, not empty, without blanks at its ends or control characters',
    zh: '一行文字，不能为空，首尾不能有空格，不能有换行或看不见的控制字符',
  },
  notes: {
    en: 'a text of one line without blanks at its ends or control characters; it may be empty',
    zh: '一行文字，可以留空，首尾不能有空格，不能有换行或看不见的控制字符',
  },
  short: {
    en: 'a text of at most 140 characters, for it is sent as it is',
    zh: '不超过140个字，因为会原样发给患者',
  },
  id: {
    en: 'a short name of small letters, digits and hyphens, such as blood-test',
    zh: '由小写字母、数字和连字符组成的编号，例如 blood-test',
  },
  key: { en: 'a name of letters and digits, such as bloodDraw', zh: '由字母和数字组成的编号，例如 bloodDraw' },
  once: { en: 'each only once', zh: '不能重复' },
  phone: {
    en: 'a telephone number of digits and hyphens, 3 to 16 digits',
    zh: '电话号码，只含数字和连字符，3至16位数字',
  },
  time: { en: 'a time such as 08:00, at most 24:00', zh: '时间，例如 08:00，最晚 24:00' },
  later: { en: 'a time after the beginning (from)', zh: '晚于开始时间' },
  weekday: { en: '周一, 周二, 周三, 周四, 周五, 周六 or 周日', zh: '周一、周二、周三、周四、周五、周六或周日' },
  period: { en: '上午, 下午 or 晚上', zh: '上午、下午或晚上' },
  gender: { en: '男 or 女', zh: '男或女' },
  month: { en: 'a whole number from 1 to 12', zh: '1至12的整数' },
  some: { en: 'at least one entry', zh: '至少一项' },
  amount: { en: 'a number, 0 or more (yuan)', zh: '0或更大的数（元）' },
  upper: { en: 'a number not below the price', zh: '不低于价格的数' },
  count: { en: 'a whole number, 0 or more', zh: '0或更大的整数' },
  flag: { en: 'true or false', zh: 'true（是）或 false（否）' },
  day: { en: 'a day that exists, such as 2026-12-31', zh: '存在的日期，例如 2026-12-31' },
  zone: { en: 'an IANA time zone such as Asia/Shanghai', zh: 'IANA 时区，例如 Asia/Shanghai' },
  department: { en: 'the id of a department (departments[].id)', zh: '某个科室的编号（departments[].id）' },
  session: {
    en: 'a session within the opening hours of the department (departments[].open)',
    zh: '科室开诊时间之内的时段（departments[].open）',
  },
  otherName: {
    en: 'a name that is not the full name of another department',
    zh: '不能是另一个科室的全称',
  },
  asked: { en: 'a phrasing that no other entry has', zh: '其他问答没有用过的问法' },
} as const satisfies Readonly<Record<string, Rule>>;

/** The rule for a key that nothing reads: mostly a slip of the pen. */
export function unknownKey(known: readonly string[]): Rule {
  const names = known.slice(0, MAX_NAMED).join(', ');
  return { en: `nothing of this name; known here: ${names}`, zh: `没有这个名称；这里可用：${names}` };
}
