import { VALUES } from './vocabulary.js';

/** Every word of the page: [中文, English]. */
const WORDS = {
  title: ['演示手机', 'Demo phones'],
  simulated: ['模拟时间', 'Simulated time'],
  clock: ['模拟时钟', 'Simulated clock'],
  hour: ['+1小时', '+1 h'],
  day: ['+1天', '+1 day'],
  days: ['+3天', '+3 days'],
  next: ['到下一件事', 'Next'],
  nextAt: ['下一件事：', 'Next event: '],
  nothingNext: ['没有待办的事', 'Nothing is due'],
  moving: ['正在快进…', 'Moving on …'],
  planned: ['待随访', 'Planned'],
  openNow: ['进行中', 'Open'],
  done: ['已结束', 'Done'],
  staff: ['转人工', 'Staff'],
  pause: ['暂停随访', 'Pause'],
  resume: ['恢复随访', 'Resume'],
  pausedNote: ['随访已暂停：不再给新的患者发开场短信。', 'The campaign is paused: no new patient is written to.'],
  close: ['关闭', 'Close'],
  parts: ['页面各部分', 'Parts of the page'],
  fault: ['这部手机的状况', 'What is wrong with this handset'],
  list: ['手机', 'Phones'],
  talk: ['对话', 'Talk'],
  recordTab: ['记录', 'Record'],
  handsets: ['收到短信的手机', 'Handsets'],
  phone: ['选中的手机', 'Chosen handset'],
  record: ['服务记下的内容', 'What is recorded'],
  bubbles: ['短信', 'Messages'],
  options: ['快捷回复', 'Quick replies'],
  talks: ['这个号码的各次随访', 'Conversations of this number'],
  search: ['找姓名、号码、科室', 'Name, number, department'],
  other: ['＋ 用别的号码写', '+ Write from another number'],
  otherNumber: ['手机号码（任意号码都可以试）', 'Telephone number (any will do)'],
  open: ['打开', 'Open'],
  badNumber: ['这不像一个手机号码，例如 13900001234。', 'This is no telephone number; try +8613900001234.'],
  more: ['显示更多手机', 'More handsets'],
  noHandsets: [
    '还没有手机收到短信。把时钟往前走一点（例如 +1小时），开场短信就会发出。',
    'No handset has a message yet. Move the clock on (+1 h) and the first texts go out.',
  ],
  noMatch: ['没有找到符合的手机。', 'No handset matches.'],
  choose: ['请先选一部手机。', 'Choose a handset first.'],
  newNumber: [
    '这个号码还没有短信。以这个号码写一条试试，看服务怎么回答陌生人。',
    'No message yet. Write one and see how the service answers a stranger.',
  ],
  noRecord: ['这个号码还没有记录。', 'Nothing is recorded for this number.'],
  text: ['以患者身份写短信，回车发送', 'Write as the patient, Enter sends'],
  send: ['发送', 'Send'],
  sending: ['正在发送…', 'Sending …'],
  notSent: ['没有发出，点这里重试', 'Not sent. Tap to try again'],
  waitsMore: ['服务在等您是否还有下一条…', 'Waiting whether more follows …'],
  lost: [
    '与服务的连接断了，正在重新连接…若服务已停止，请用 npm start 再启动。',
    'Connection lost, reconnecting … If the service was stopped, start it again with npm start.',
  ],
  failedCall: ['没有成功，请再试一次。', 'That did not work. Please try again.'],
  hint1: [
    '选一部手机，以患者身份回复，同时看服务记下了什么。让时钟往前走，可以看到提醒、改约和到期。',
    'Pick a handset, answer as the patient, and watch what is recorded. Move the clock on to see reminders and expiries.',
  ],
  hint2: ['试试：', 'Try: '],
  urgent: ['紧急', 'Urgent'],
  unread: ['新消息', 'New'],
  state: ['状态', 'State'],
  outcome: ['结果', 'Outcome'],
  respondent: ['答复人', 'Respondent'],
  step: ['流程位置', 'Step'],
  resumeAt: ['约定时间', 'Agreed time'],
  unknown: ['尚不知道', 'Not known yet'],
  stranger: ['未知号码', 'Unknown number'],
  department: ['科室', 'Department'],
  discharged: ['出院', 'Discharged'],
  doctor: ['医生', 'Doctor'],
  nurse: ['护士', 'Nurse'],
  contact: ['联系人', 'Contact'],
  yearsOld: ['岁', ' y'],
  male: ['男', 'male'],
  female: ['女', 'female'],
  languageOf: ['语言', 'Language'],
  answers: ['评价', 'Answers'],
  notAsked: ['未答', 'open'],
  registers: ['登记', 'Registers'],
  handoff: ['转人工', 'Handoff'],
  work: ['待办', 'Work items'],
  timers: ['定时', 'Timers'],
  readings: ['为什么这样理解', 'Why understood so'],
  failures: ['没有送达', 'Not delivered'],
  marks: ['标记', 'Marks'],
  none: ['暂无', 'none'],
  sure: ['把握', 'sure'],
  earlier: ['之前：', 'before: '],
  since: ['起于 ', 'since '],
  goThere: ['快进到此', 'Go there'],
  concerns: ['涉及：', 'concerns '],
  inquiry: ['来信咨询', 'Inquiry'],
  followup: ['出院随访', 'Follow-up'],
  deceased: ['患者已故', 'Deceased'],
  optedOut: ['已退订', 'Opted out'],
  unreachable: ['号码不通', 'Unreachable'],
  minor: ['未成年，由家长答复', 'Minor: the parent answers'],
};

let column = 0;

export function setLanguage(language) {
  column = language === 'en' ? 1 : 0;
}

export const inEnglish = () => column === 1;
export const locale = () => (column === 1 ? 'en-GB' : 'zh-CN');

export function t(key) {
  return WORDS[key][column];
}

/** A word of the vocabulary; one that is not listed is shown as it is. */
export function word(table, value) {
  const pair = (VALUES[table] || {})[value];
  if (!pair) return String(value).replace(/_/g, ' ');
  return pair[column] || String(value).replace(/_/g, ' ');
}

/** Of words in several languages, those of the page. */
export function ours(words) {
  return words ? words[column === 1 ? 'en' : 'zh-CN'] : '';
}
