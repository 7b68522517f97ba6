import { VALUES } from '../../demo/page/vocabulary.js';
import type { ChatLanguage } from './arguments.ts';

const WORDS = {
  welcome: [
    '直接输入文字就是以患者身份发短信；/help 看全部命令，/quit 退出。',
    'What you type is sent as the patient; /help lists the commands, /quit ends.',
  ],
  started: ['没有正在运行的服务，已自行启动一个（数据：{0}）。', 'No service was running; started one (data: {0}).'],
  joined: ['已连接正在运行的服务 {0}。', 'Connected to the running service {0}.'],
  clock: [
    '模拟时间 {0} · 待随访 {1} · 进行中 {2} · 已结束 {3}',
    'simulated time {0} · planned {1} · open {2} · done {3}',
  ],
  paused: ['随访已暂停', 'the campaign is paused'],
  resumed: ['随访继续', 'the campaign goes on'],
  noHandsets: [
    '没有符合的手机。用 /clock +1h 让时钟往前走，或 /pick 任意号码。',
    'No handset. Move the clock on with /clock +1h, or /pick any number.',
  ],
  more: ['…还有更多，用 /list 加姓名、号码或科室来找', '… and more: /list with a name, number or department'],
  pickFirst: ['请先选一部手机：/pick 1', 'Choose a handset first: /pick 1'],
  picked: ['现在用的手机：{0}', 'handset: {0}'],
  noSuch: ['列表里没有第 {0} 部手机', 'the list has no number {0}'],
  badClock: ['时间写法：/clock +30m、+3h、+1d 或 next', 'write /clock +30m, +3h, +1d or next'],
  unknown: ['没有 {0} 这个命令；/help 看全部命令', 'there is no command {0}; see /help'],
  silent: ['（服务没有回复）', '(no reply)'],
  late: ['（还没有回复，稍后用 /state 看）', '(no reply yet; see /state later)'],
  empty: ['这个号码还没有短信', 'no message for this number yet'],
  stranger: ['未知号码', 'unknown number'],
  refused: ['没有成功：{0}', 'refused: {0}'],
  you: ['患者', 'patient'],
  hospital: ['医院', 'hospital'],
  state: ['状态', 'state'],
  respondent: ['答复人', 'respondent'],
  step: ['流程位置', 'step'],
  answers: ['评价', 'answers'],
  open: ['未答', 'open'],
  registers: ['登记', 'registers'],
  handoff: ['转人工', 'handoff'],
  work: ['待办', 'work items'],
  timers: ['定时', 'timers'],
  marks: ['标记', 'marks'],
  messages: ['短信', 'messages'],
  failures: ['没有送达', 'not delivered'],
  department: ['科室', 'department'],
  contact: ['联系人', 'contact'],
  deceased: ['患者已故', 'deceased'],
  optedOut: ['已退订', 'opted out'],
  unreachable: ['号码不通', 'unreachable'],
  minor: ['未成年', 'minor'],
  notKnown: ['尚不知道', 'not known'],
  readings: ['理解', 'read as'],
} as const;

type WordKey = keyof typeof WORDS;

/** The words of the terminal in one language. */
export interface ChatWords {
  /** A sentence; `{0}`, `{1}` … are replaced. */
  say(key: WordKey, ...values: readonly (string | number)[]): string;
  /** A value of the service's vocabulary. */
  value(table: string, value: string): string;
  /** Of words in several languages, ours. */
  ours(words: Readonly<Record<string, string>>): string;
  /** An instant on the hospital's wall clock. */
  time(at: number, zone: string): string;
}

export function chatWords(language: ChatLanguage): ChatWords {
  const column = language === 'en' ? 1 : 0;
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  return {
    say: (key, ...values) =>
      WORDS[key][column].replace(/\{(\d)\}/g, (_match, index: string) => String(values[Number(index)] ?? '')),
    value: (table, value) => VALUES[table]?.[value]?.[column] ?? value.replace(/_/g, ' '),
    ours: (words) => words[language === 'en' ? 'en' : 'zh-CN'] ?? '',
    time(at, zone) {
      const day = new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        month: 'short',
        day: 'numeric',
        weekday: 'short',
      }).format(at);
      const time = new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(at);
      return `${day} ${time}`;
    },
  };
}
