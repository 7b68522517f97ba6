import { userInfo } from 'node:os';
import { type AccountCommandResult, commandAccounts } from '../access/command.ts';
import { systemClock } from '../app/clocks.ts';
import { createIds } from '../app/ids.ts';
import { readSettings } from '../config/env.ts';
import { ACCOUNTS_PATH } from '../server/internal.ts';
import { HELP, readArguments } from './account/arguments.ts';
import { runCommand } from './command.ts';
import { withData } from './data/with-data.ts';

/** What a person at a terminal reads. */
function report({ accounts, oneTimePassword }: AccountCommandResult): string {
  const width = Math.max(0, ...accounts.map(({ userName }) => userName.length));
  const lines = accounts.map(({ userName, role, name, department, active, hasTotp }) => {
    const marks = [
      ...(department === null ? [] : [department]),
      ...(active ? [] : ['停用 inactive']),
      ...(hasTotp ? ['动态口令 second factor'] : []),
    ];
    return [`${userName.padEnd(width)}  ${role.padEnd(10)}  ${name}`, ...marks].join('  ');
  });
  if (accounts.length === 0) lines.push('还没有账号，启动服务时创建管理员 no accounts yet: the first start makes one');
  if (oneTimePassword !== null) lines.push(`一次性密码 one-time password: ${oneTimePassword}`);
  return `${lines.join('\n')}\n`;
}

async function run(words: readonly string[]): Promise<number> {
  const { command, json } = readArguments(words);
  const who = `cli:${userInfo().username}`;
  const result = await withData(readSettings(), {
    store: (store) => {
      const access = { store, clock: systemClock, ids: createIds(systemClock), realNow: () => systemClock.now() };
      return commandAccounts(access, command, who);
    },
    service: async (ask) => (await ask(ACCOUNTS_PATH, { who, command })) as AccountCommandResult,
  });
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : report(result));
  return 0;
}

await runCommand({ help: HELP, failure: { zh: '账号操作失败', en: 'The account was not changed' }, run });
