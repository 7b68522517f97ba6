import type { AccessDeps } from './access.types.ts';
import { addAccount, type NewAccount } from './accounts.ts';
import { oneTimePassword } from './password.ts';

/** What the terminal says of an account that was made at the first start; the password is told nowhere else. */
export interface FirstAccount extends Pick<NewAccount, 'userName' | 'name' | 'role'> {
  readonly password: string;
  /** Has to be changed at the first sign-in. */
  readonly oneTime: boolean;
}

const WHO = 'service:first-start';

const ADMIN: NewAccount = { userName: 'admin', name: '管理员', role: 'admin', department: null, staffName: null };

/** Makes the administrator if there is no account at all yet; empty: there are some. */
export async function firstAccounts(access: AccessDeps): Promise<readonly FirstAccount[]> {
  if ((await access.store.accounts.list()).length > 0) return [];
  const { account, password } = await addAccount(access, ADMIN, WHO);
  return [{ userName: account.userName, name: account.name, role: account.role, password, oneTime: true }];
}

/** Somebody who really works in the demo hospital, so that the demo shows what a department head sees, and what is kept from them. */
export interface DemoHead {
  readonly name: string;
  readonly department: string;
}

/** One account a role, two officers, all with one password: for the demo, in which nothing is secret. */
export async function demoAccounts(access: AccessDeps, head: DemoHead | undefined): Promise<readonly FirstAccount[]> {
  const password = oneTimePassword();
  const staff = demoStaff(head);
  await Promise.all(staff.map((wanted) => addAccount(access, wanted, WHO, password)));
  return staff.map(({ userName, name, role }) => ({ userName, name, role, password, oneTime: false }));
}

function demoStaff(head: DemoHead | undefined): readonly NewAccount[] {
  const nobody = { department: null, staffName: null };
  return [
    { ...nobody, userName: 'linxiao', name: '林晓', role: 'officer' },
    { ...nobody, userName: 'zhoumin', name: '周敏', role: 'officer' },
    { ...nobody, userName: 'chenjing', name: '陈静', role: 'supervisor' },
    {
      userName: 'head',
      name: head?.name ?? '何主任',
      role: 'head',
      department: head?.department ?? null,
      staffName: head?.name ?? null,
    },
    { ...nobody, userName: 'sunzhiqiang', name: '孙志强', role: 'conduct' },
    { ...nobody, userName: 'gaoming', name: '高明', role: 'leader' },
    { ...nobody, userName: 'wuqian', name: '吴倩', role: 'desk' },
  ];
}
