/**
 * Error catalogue: code → HTTP status, message, and the same with what to do for the hospital's IT person. Expected outcomes are unions; these are for refusals a person or a
 * program has to read. Each code is documented in docs/errors.md (a test compares).
 */
export const ERRORS = {
  CONFIG_INVALID: {
    status: 500,
    message: 'flows.config.json is not valid',
    zh: 'flows.config.json 或知识库有误，请改正下面列出的各项',
  },
  ENV_INVALID: {
    status: 500,
    message: 'a setting in the environment is not valid',
    zh: '环境变量或 .env 中的设置有误，请改正下面列出的各项',
  },
  DATA_DIR_UNWRITABLE: {
    status: 500,
    message: 'the data folder cannot be written',
    zh: '数据文件夹不可写，请检查权限和磁盘空间，或改用别的 DATA_DIR',
  },
  PORT_BUSY: { status: 500, message: 'the port is in use', zh: '端口已被占用，请停止占用它的程序，或改用别的 PORT' },
  STORE_VERSION: {
    status: 500,
    message: 'the data file was written by a newer version',
    zh: '数据文件由更新版本的程序写成，请用新版本启动，或恢复升级前的备份',
  },
  STORE_CORRUPT: {
    status: 500,
    message: 'the data file cannot be read',
    zh: '数据文件读不出来，可能已损坏，请恢复备份',
  },
  STORE_LOCKED: {
    status: 500,
    message: 'another process uses the data file',
    zh: '数据文件正被另一个程序使用，请先停止它，或等它结束',
  },
  FILE_UNREADABLE: {
    status: 400,
    message: 'the file cannot be read',
    zh: '文件读不出来，请检查下面列出的文件：路径、权限和格式',
  },
  FILE_TOO_LARGE: { status: 413, message: 'the file is too large', zh: '文件太大' },
  FILE_UNWRITABLE: {
    status: 500,
    message: 'the file cannot be written',
    zh: '文件写不进去，请检查文件夹的权限和磁盘空间',
  },
  IMPORT_COLUMNS: {
    status: 400,
    message: 'columns are missing in the discharge list',
    zh: '出院清单缺少必需的列，请在 flows.config.json 的 intake.columns 中写明列名',
  },
  WORKBOOK_INVALID: {
    status: 400,
    message: 'the workbook of the knowledge base cannot be used',
    zh: '知识库工作簿不能使用，请改正下面列出的各项后再导入',
  },
  BAD_REQUEST: { status: 400, message: 'the request is not valid', zh: '参数或请求有误' },
  NOT_FOUND: { status: 404, message: 'not found', zh: '没有找到' },
  SNAPSHOT_INVALID: {
    status: 500,
    message: 'a stored conversation cannot be read',
    zh: '有一个存储的会话读不出来，其余会话不受影响',
  },
  DIALOGUE_INVALID: {
    status: 400,
    message: 'a dialogue file is not valid',
    zh: '对话文件的格式有误，请改正下面列出的那一行',
  },
  CHAT_NO_SESSION: {
    status: 401,
    message: 'the privacy notice of the web chat was not accepted, or too long ago',
    zh: '网页聊天还没有同意隐私说明，或已过期',
  },
  CHAT_ORIGIN: {
    status: 403,
    message: 'the call does not come from a page of this service',
    zh: '请求不是从本服务的页面发出的',
  },
  CHAT_TEXT_TOO_LONG: { status: 413, message: 'the message is too long', zh: '消息太长' },
  CHAT_TOO_FAST: { status: 429, message: 'too many messages in a minute', zh: '消息发得太快，请稍等一会儿' },
  CHAT_DAY_FULL: { status: 429, message: 'too many messages in a day', zh: '今天发的消息太多，请明天再来' },
  CHAT_TOO_MANY_VISITORS: {
    status: 429,
    message: 'too many new chats from this network address',
    zh: '这个网络地址开始的新对话太多，请过一会儿再来',
  },
  CHAT_TOO_MANY_PAGES: {
    status: 429,
    message: 'too many open pages of the web chat',
    zh: '同时打开的聊天页面太多，请关掉几个',
  },
  SETTINGS_INVALID: {
    status: 422,
    message: 'the settings are not valid and were not published',
    zh: '设置有误，没有发布；请改正下面列出的各项',
  },
  SETTINGS_CONFLICT: {
    status: 409,
    message: 'the settings were changed meanwhile',
    zh: '设置在此期间已被别人修改，请先看过新的版本再决定',
  },
  SETTINGS_NOT_ACCEPTED: {
    status: 409,
    message: 'what the settings teach was not checked yet',
    zh: '教给系统的说法还没有通过检查，请先运行 npm run -s teach',
  },
  SETTINGS_NOT_YOURS: {
    status: 403,
    message: 'these settings need the right to publish the dialogues',
    zh: '这些设置需要“发布对话设置”的权限',
  },
  IMPORT_OTHER_FILE: {
    status: 409,
    message: 'this is not the list that was checked',
    zh: '这不是刚才检查过的那份清单，请重新检查后再导入',
  },
  IMPORT_BUSY: {
    status: 409,
    message: 'another list is being read',
    zh: '正在处理另一份清单，请等它结束',
  },
  NOT_SIGNED_IN: {
    status: 401,
    message: 'nobody is signed in, or the session has ended',
    zh: '尚未登录，或登录已过期，请重新登录',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    message: 'the user name or the password is wrong, or the account is not active',
    zh: '用户名或密码不对，或账号已停用',
  },
  SIGN_IN_LOCKED: {
    status: 429,
    message: 'too many wrong attempts under this user name',
    zh: '这个用户名连续输错次数太多，请稍后再试，或请管理员重置密码',
  },
  SIGN_IN_TOO_FAST: {
    status: 429,
    message: 'too many attempts to sign in from this network address',
    zh: '这个网络地址的登录尝试太频繁，请稍后再试',
  },
  TOTP_NEEDED: {
    status: 401,
    message: 'the six digits of the second factor are needed',
    zh: '请输入动态口令（6 位数字）',
  },
  TOTP_WRONG: {
    status: 403,
    message: 'the six digits are wrong or were used already',
    zh: '动态口令不对或已用过，请用下一个口令再试',
  },
  PASSWORD_WRONG: { status: 403, message: 'the present password is wrong', zh: '当前密码不对' },
  PASSWORD_CHANGE_NEEDED: {
    status: 403,
    message: 'the one-time password has to be changed first',
    zh: '请先修改一次性密码',
  },
  PASSWORD_WEAK: { status: 400, message: 'the new password is too weak', zh: '新密码太简单' },
  FORBIDDEN: { status: 403, message: 'the role of this account may not do that', zh: '当前账号没有此项权限' },
  CONSOLE_ORIGIN: {
    status: 403,
    message: 'the call does not come from a page of the console',
    zh: '请求不是从控制台页面发出的',
  },
  USER_NAME_TAKEN: { status: 409, message: 'another account has this user name', zh: '用户名已被使用' },
  LAST_ADMIN: {
    status: 409,
    message: 'this is the last active administrator',
    zh: '这是最后一个在用的管理员账号，不能停用或改为其他角色',
  },
  REGISTER_CONFLICT: {
    status: 409,
    message: 'somebody else has changed the entry meanwhile',
    zh: '这条登记刚刚被别人修改过，请重新打开后再改',
  },
  REGISTER_STEP: {
    status: 409,
    message: 'the entry does not stand so that this could be done',
    zh: '这条登记目前的状态不能做这一步',
  },
  REGISTER_INCOMPLETE: {
    status: 400,
    message: 'something has to be filled in first',
    zh: '还有必填的内容没有填写',
  },
  REGISTER_NAMED: {
    status: 409,
    message: 'the head of this department is named in the complaint',
    zh: '投诉涉及该科室负责人本人，不能交由其办理，请改派其他部门',
  },
  REGISTER_OWN_FINDING: {
    status: 409,
    message: 'nobody approves what they found out themselves',
    zh: '不能审批自己提交的调查情况，请由另一位同事审批',
  },
  REGISTER_UNTOLD: {
    status: 409,
    message: 'the contact cannot be told in the conversation',
    zh: '无法在会话中告知对方结果，请改用电话等方式告知后再结案',
  },
  ATTACHMENT_TYPE: {
    status: 415,
    message: 'files of this type are not kept',
    zh: '不支持这种文件，请上传图片、PDF、Word、Excel、文本或录音',
  },
  ATTACHMENT_FULL: {
    status: 409,
    message: 'the entry has as many files, or as many bytes of them, as it can hold',
    zh: '这条登记的附件已满，请先删去不需要的',
  },
  WORK_CHANGED: {
    status: 409,
    message: 'the task was changed meanwhile',
    zh: '这项工作刚刚被别人或患者改动过，请看过最新内容后再操作',
  },
  WORK_TAKEN: { status: 409, message: 'somebody else has taken the task', zh: '这项工作已有同事在处理' },
  WORK_SETTLED: { status: 409, message: 'the task is settled already', zh: '这项工作已经办结或取消' },
  SHIFT_RUNNING: {
    status: 409,
    message: 'this account has a shift that is not over',
    zh: '您还有一个班没有交接完，请先交班',
  },
  SHIFT_CHANGED: {
    status: 409,
    message: 'the shift is not in that state any more',
    zh: '这个班的状态已经变了，可能刚刚有同事签收，请刷新后再看',
  },
  SHIFT_SAME_PERSON: {
    status: 409,
    message: 'nobody takes over from themselves',
    zh: '交班人和接班人不能是同一个人',
  },
  SHIFT_OWN_REVIEW: {
    status: 409,
    message: 'nobody reviews a shift that they handed over or took over',
    zh: '不能审阅自己交班或接班的班次，请由其他主管审阅',
  },
  SHIFT_UNCHECKED: {
    status: 400,
    message: 'not every point was checked, or one that was not accepted has no remark',
    zh: '每一项都要打 √ 或 ×，打 × 的要写明原因',
  },
  ALREADY_TAKEN: {
    status: 409,
    message: 'a colleague was faster and has the conversation',
    zh: '这个会话已由同事接手',
  },
  NOT_OWNER: {
    status: 409,
    message: 'the account does not have the conversation',
    zh: '这个会话现在不归您处理，未发送的内容已存为草稿',
  },
  OPTED_OUT: {
    status: 409,
    message: 'the contact wants no more messages',
    zh: '对方已退订，不能再发消息，内容已存为草稿',
  },
  UNREACHABLE: {
    status: 409,
    message: 'the address cannot be reached',
    zh: '对方的号码无法送达，内容已存为草稿',
  },
  BOT_IS_ASKING: {
    status: 409,
    message: 'the dialogue itself is asking; take the conversation over first',
    zh: '机器人正在询问，请先接手会话再更正答案',
  },
  NO_SLIP: {
    status: 409,
    message: 'staff did not close it so, or the contact has said so themselves',
    zh: '这个会话不是工作人员这样结束的，或对方本人已表示不再联系，不能撤回',
  },
  WORDING_FLAGGED: {
    status: 409,
    message: 'the text holds wordings that are not used; say why, or say it differently',
    zh: '内容含有不宜使用的说法，请修改，或写明理由后再发送',
  },
  INTERNAL: { status: 500, message: 'internal error', zh: '内部错误，原因请看日志' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** `details` are lines a person can act on (path, value, what is allowed); never patient text or numbers. */
export class HuifangError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly string[];

  constructor(code: ErrorCode, details: readonly string[] = [], options?: ErrorOptions) {
    super([ERRORS[code].message, ...details].join('\n  '), options);
    this.name = 'HuifangError';
    this.code = code;
    this.details = details;
  }
}

/** What a command prints when it fails: a line in Chinese, then the same in English with the details. */
export function explain(error: HuifangError, what: { readonly zh: string; readonly en: string }): string {
  const { code, message } = error;
  return `${what.zh}（${code}）：${ERRORS[code].zh}\n${what.en} (${code}): ${message}\n`;
}
