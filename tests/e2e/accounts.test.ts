import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { DESKTOP, House, SLOW, seriousViolations, shot } from './console.ts';

/** An account from its first password to its end, as the administrator and its owner see it; and what the audit says of it. */

const NAME = '沈丽';
const USER = 'shenli';
const OWN = 'rain on the tin roof 9';
const NEXT = 'a kite over the river 4';
const PERIOD_MS = 30_000;

let house: House;
let oneTime = '';

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** The digits of a telephone whose clock is so much ahead: each may be used once. */
function digits(secret: string, ahead = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead });
}

async function window(): Promise<{ page: Page; context: BrowserContext }> {
  const context = await house.browser.newContext({ viewport: DESKTOP, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { page, context };
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto(`${house.service.url}/console/me`);
  await page.getByLabel('用户名').fill(USER);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

async function newPassword(page: Page, old: string, next: string): Promise<void> {
  await page.getByLabel('现在的密码').first().fill(old);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再输一遍新密码').fill(next);
  await page.getByRole('button', { name: '保存新密码' }).click();
}

describe.runIf(browserThere())('accounts in a browser', () => {
  beforeAll(async () => {
    house = await House.open();
  }, SLOW);

  afterAll(() => house.close());

  test(
    'the administrator makes an account; its password is shown once and has to be changed at the first sign-in',
    async () => {
      const { page, context, faults } = await house.desk('admin', { path: '/accounts' });
      await page.getByRole('button', { name: '新建账号' }).click();
      const userName = page.getByRole('textbox', { name: '用户名' });
      await userName.fill('s');
      await page.getByRole('button', { name: '保存' }).click();
      await says(page, '不含空格');
      await userName.fill(USER);
      await page.getByLabel('姓名', { exact: true }).fill(NAME);
      await page.getByRole('button', { name: '保存' }).click();
      await says(page, '请填职工名单中的姓名');
      await shot(page, 'accounts-roster-name');
      await page.getByRole('checkbox', { name: '不在职工名单中' }).check();
      await page.getByRole('button', { name: '保存' }).click();
      const told = page.getByRole('dialog', { name: `${NAME} 的一次性密码` });
      oneTime = (await told.getByRole('heading', { level: 3 }).textContent()) ?? '';
      expect(oneTime.length).toBeGreaterThanOrEqual(10);
      expect(await seriousViolations(page)).toEqual([]);
      await shot(page, 'accounts-told');
      await told.getByRole('button', { name: '已记下' }).click();
      await page.getByRole('row').filter({ hasText: NAME }).getByText('待改密码').waitFor();
      expect(faults).toEqual([]);
      await context.close();

      const own = await window();
      await signIn(own.page, oneTime);
      await says(own.page, '请先换一个新密码');
      await newPassword(own.page, oneTime, '1234567890');
      await says(own.page, '新密码太简单');
      await newPassword(own.page, oneTime, OWN);
      await says(own.page, '我的账号');
      await own.context.close();
    },
    SLOW,
  );

  test(
    'people change their own password and turn a second factor on, are asked for it, and turn it off',
    async () => {
      const { page, context } = await window();
      await signIn(page, OWN);
      await says(page, '我的账号');
      await newPassword(page, 'not this one at all', NEXT);
      await says(page, '现在的密码不对');
      await newPassword(page, OWN, NEXT);
      await says(page, '新密码已保存');

      await page.getByRole('button', { name: '启用', exact: true }).click();
      const card = page.locator('.ant-card', { hasText: '动态验证码' }).first();
      const secret = (await card.locator('code').first().textContent()) ?? '';
      await card.getByRole('img', { name: '供验证器应用扫描的二维码' }).waitFor();
      await card.getByLabel('应用显示的 6 位数字').fill(digits(secret));
      await card.getByLabel('现在的密码').fill(NEXT);
      expect(await seriousViolations(page)).toEqual([]);
      await shot(page, 'me-totp');
      await card.getByRole('button', { name: '确认启用' }).click();
      await says(page, '动态验证码已启用');

      await page.getByRole('button', { name: NAME }).click();
      await page.getByRole('menuitem', { name: '退出登录' }).click();
      await page.getByRole('button', { name: '登录' }).waitFor();
      await signIn(page, NEXT);
      await page.getByLabel('动态验证码').fill('000000');
      await page.getByRole('button', { name: '登录' }).click();
      await says(page, '动态验证码不对或已用过');
      await page.getByLabel('动态验证码').fill(digits(secret, PERIOD_MS));
      await page.getByRole('button', { name: '登录' }).click();
      await says(page, '我的账号');

      await page.locator('.ant-card', { hasText: '停用动态验证码' }).getByLabel('现在的密码').fill(NEXT);
      await page.getByRole('button', { name: '停用动态验证码' }).click();
      await says(page, '未启用');
      await context.close();
    },
    SLOW,
  );

  test(
    'an account that is turned off is signed out at once, and can be turned on again; the audit tells who did it',
    async () => {
      const own = await window();
      await signIn(own.page, NEXT);
      await says(own.page, '我的账号');

      const { page, context, faults } = await house.desk('admin', { path: '/accounts' });
      const row = page.getByRole('row').filter({ hasText: NAME });
      await row.getByRole('button', { name: `停用：${NAME}` }).click();
      await says(page, `停用 ${NAME} 的账号？`);
      await says(page, '可以随时恢复');
      await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
      await row.getByText('已停用').waitFor();

      await own.page.reload();
      await own.page.getByRole('button', { name: '登录' }).waitFor();
      await signIn(own.page, NEXT);
      await says(own.page, '用户名或密码不对，或账号已停用');
      await own.context.close();

      await row.getByRole('button', { name: `恢复：${NAME}` }).click();
      await row.getByText('在用').waitFor();

      await page.getByRole('link', { name: '审计日志' }).click();
      await page.getByRole('combobox', { name: '操作人' }).click();
      await page.locator('.ant-select-item-option', { hasText: NAME }).click();
      await page.getByRole('cell', { name: /totp/ }).first().waitFor();
      expect(await page.getByRole('cell', { name: '林晓' }).count()).toBe(0);
      await page.getByRole('button', { name: '核对完整性' }).click();
      await says(page, /完整：\d+ 条记录/);
      expect(await seriousViolations(page)).toEqual([]);
      await shot(page, 'audit-checked');
      expect(faults).toEqual([]);
      await context.close();
    },
    SLOW,
  );
});
