import { describe, expect, test } from 'vitest';
import { refusalLines } from '../../../src/console/ui/api/refusals.ts';
import { words } from '../../../src/console/ui/words/errors.ts';
import { ERRORS, type ErrorCode } from '../../../src/domain/errors.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';

/** Said on a terminal, in the web chat or by a command; the console never receives them. */
const ELSEWHERE: readonly ErrorCode[] = [
  'CONFIG_INVALID',
  'ENV_INVALID',
  'DATA_DIR_UNWRITABLE',
  'PORT_BUSY',
  'STORE_VERSION',
  'STORE_LOCKED',
  'DIALOGUE_INVALID',
  'CHAT_NO_SESSION',
  'CHAT_ORIGIN',
  'CHAT_TEXT_TOO_LONG',
  'CHAT_TOO_FAST',
  'CHAT_DAY_FULL',
  'CHAT_TOO_MANY_VISITORS',
  'CHAT_TOO_MANY_PAGES',
];

/** Details as the service gives them. */
const DETAILS: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = {
  BAD_REQUEST: [
    'text: Too small: expected string to have >=1 characters',
    'dueAt: a time to come',
    'department: missing — allowed: the department that the head sees',
    'body: nested too deep — allowed: 32 levels',
  ],
  SIGN_IN_LOCKED: ['works again in 840 seconds'],
  SIGN_IN_TOO_FAST: ['works again in 12 seconds'],
  FILE_TOO_LARGE: ['more than 10485760 bytes — allowed: at most that many'],
  PASSWORD_WEAK: ['password: too short — allowed: at least 10 characters'],
  FORBIDDEN: ['register.approve: not for the role officer'],
  NOT_FOUND: ['complaint 2026-0003'],
  REGISTER_CONFLICT: ['complaint 2026-0003'],
  REGISTER_STEP: ['closed: assign'],
  REGISTER_INCOMPLETE: ['department', 'categories', 'reason'],
  REGISTER_NAMED: ['骨科'],
  REGISTER_UNTOLD: ['opted_out'],
  ATTACHMENT_FULL: ['allowed: at most 30 files and 100 MB'],
  ALREADY_TAKEN: ['林晓'],
  NOT_OWNER: ['周敏'],
  SHIFT_UNCHECKED: ['check:keys'],
  SHIFT_OWN_REVIEW: ['2026-03-10 白班'],
  USER_NAME_TAKEN: ['userName: linxiao'],
  WORDING_FLAGGED: ['blame'],
  SETTINGS_INVALID: [
    'followup.questions[2].ask: missing — allowed: an object',
    'console.shifts.waitMinutes: -5 — allowed: at least 1',
    'nonsense: unknown setting — allowed: nothing of this name',
    'calendar.zone: "x" — allowed: one of a, b',
  ],
  SETTINGS_NOT_YOURS: ['followup.questions[0]: changed — allowed: changes of sendingHours, roster'],
  SETTINGS_CONFLICT: ['version 4 was published meanwhile'],
  SETTINGS_NOT_ACCEPTED: ['understanding: not checked'],
  IMPORT_COLUMNS: ['phone: looked for 电话 / 手机', 'the first line has: 姓名, 科室'],
  WORKBOOK_INVALID: ['a.xlsx：不是工作簿 / no workbook'],
  FILE_UNREADABLE: ['/tmp/x: it holds NUL bytes: no text file'],
  FILE_UNWRITABLE: ['/tmp/x: no space left on device'],
  CONSOLE_ORIGIN: ['origin: another site'],
};

const received = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => !ELSEWHERE.includes(code));
const said = (code: ErrorCode, language: (typeof LANGUAGES)[number]) =>
  refusalLines(code, DETAILS[code] ?? [], language).join('\n');

describe('every refusal that the console can receive', () => {
  test.each(received)('%s is said in the language of the console, its details in their place', (code) => {
    for (const language of LANGUAGES) {
      expect([language, Object.hasOwn(words[language], code)]).toEqual([language, true]);
      const text = said(code, language);
      expect([language, text]).toEqual([language, expect.not.stringMatching(/\{\w+\}|undefined|NaN/u)]);
      // Names of files, commands and settings aside, no English sentence stands among Chinese ones.
      if (language !== 'en')
        expect([language, text]).toEqual([language, expect.not.stringMatching(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/u)]);
    }
  });

  test('says what, who, how long and how much', () => {
    const zh = (code: ErrorCode) => said(code, 'zh-CN');
    expect(zh('SIGN_IN_LOCKED')).toContain('14 分钟后再试');
    expect(zh('SIGN_IN_TOO_FAST')).toContain('1 分钟后再试');
    expect(zh('FILE_TOO_LARGE')).toContain('最多 10 MB');
    expect(zh('ATTACHMENT_FULL')).toContain('最多 30 个、共 100 MB');
    expect(zh('REGISTER_NAMED')).toContain('投诉涉及骨科的负责人');
    expect(zh('REGISTER_INCOMPLETE')).toContain('请填写：责任科室、类别、理由');
    expect(zh('REGISTER_UNTOLD')).toContain('对方已退订');
    expect(zh('NOT_OWNER')).toContain('周敏');
    expect(zh('BAD_REQUEST')).toContain(
      '请检查：内容（至少 1 个字）、到期时间（以后的时间）、科室、提交的内容（最多嵌套 32 层）',
    );
    expect(zh('SETTINGS_INVALID').split('\n').slice(1)).toEqual([
      'followup.questions[2].ask：没有填；允许：一组设置',
      'console.shifts.waitMinutes：-5；允许：至少 1',
      'nonsense：没有这一项；允许：不填',
      'calendar.zone："x"；允许：a、b 之一',
    ]);
    expect(zh('IMPORT_COLUMNS')).toContain('phone：没有这一列，可用的列名：电话 / 手机');
    expect(zh('WORKBOOK_INVALID')).toContain('不是工作簿');
    expect(zh('SHIFT_OWN_REVIEW')).toContain('2026-03-10 白班');
  });

  test('one that is newer than the page is named by its code', () => {
    expect(refusalLines('SOMETHING_NEW', ['in English'], 'zh-CN')).toEqual([expect.stringContaining('SOMETHING_NEW')]);
  });
});
