import { parseArgs } from 'node:util';
import type { AccountCommand } from '../../access/command.ts';
import { isRole, ROLES } from '../../access/roles.ts';
import { HuifangError } from '../../domain/errors.ts';

export const HELP = `管理控制台账号：管理员忘记密码时在服务器上使用，服务是否运行都可以。
Accounts of the console, for whoever has the machine: the administrator lost the password. Works whether the service runs or not.

  npm run account -- list [--json]
  npm run account -- add USER NAME ROLE [--department DEPARTMENT] [--staff-name NAME]
  npm run account -- reset USER [--drop-totp]

  list    列出账号 / all accounts
  add     新建账号，显示一次性密码 / a new account; shows its one-time password
          ROLE: ${ROLES.join(', ')}
  reset   重置密码，显示一次性密码；该账号全部退出 / a new one-time password; the account is signed out everywhere
          --drop-totp 同时取消动态口令 / the second factor is dropped too (lost phone)

Every use is in the audit. Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 完成，2 失败或参数有误。
Exit status: 0 done, 2 it failed, or wrong arguments.
`;

export interface AccountArguments {
  readonly command: AccountCommand;
  readonly json: boolean;
}

/** Throws BAD_REQUEST. */
export function readArguments(words: readonly string[]): AccountArguments {
  const { positionals, values } = parsed(words);
  const [type = '', ...rest] = positionals;
  const command = READ[type]?.(rest, values);
  if (command === undefined)
    throw new HuifangError('BAD_REQUEST', [`${words.join(' ')} — allowed: list, add USER NAME ROLE, reset USER`]);
  return { command, json: values.json === true };
}

type Values = ReturnType<typeof parsed>['values'];

/** What follows the name of a command; undefined: too little or too much. */
const READ: Readonly<Record<string, (rest: readonly string[], values: Values) => AccountCommand | undefined>> = {
  list: (rest) => (rest.length === 0 ? { type: 'list' } : undefined),
  reset: ([userName, ...more], values) => {
    if (userName === undefined || more.length > 0) return undefined;
    return { type: 'reset', userName, dropTotp: values['drop-totp'] === true };
  },
  add: ([userName, name, role, ...more], { department = null, 'staff-name': staffName = null }) => {
    if (userName === undefined || name === undefined || role === undefined || more.length > 0) return undefined;
    if (!isRole(role)) throw new HuifangError('BAD_REQUEST', [`ROLE: ${role} — allowed: one of ${ROLES.join(', ')}`]);
    return { type: 'add', userName, name, role, department, staffName };
  },
};

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'drop-totp': { type: 'boolean' },
        department: { type: 'string' },
        'staff-name': { type: 'string' },
      },
    });
  } catch (error) {
    throw new HuifangError('BAD_REQUEST', [error instanceof Error ? error.message : String(error)], { cause: error });
  }
}
