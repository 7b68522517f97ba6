import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDischarges } from '../crash/hospital.ts';
import { browserThere } from './browser.ts';
import { House, SLOW, seriousViolations, shot, until } from './console.ts';

/** The settings as an administrator works with them: nothing takes effect before it was checked, tried and given a reason. */

const URGENT = '紧急';

let house: House;
let folder: string;

const mode = (page: Page, name: string) => page.locator('.ant-segmented-item', { hasText: name }).click();
const urgent = (page: Page) => page.getByRole('spinbutton', { name: URGENT, exact: true });
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Says why in the dialog and agrees. */
async function giveReason(page: Page, why: string, agree: string): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ has: page.getByLabel(/^(为什么修改|原因)$/) });
  await dialog.getByRole('textbox').fill(why);
  await dialog.getByRole('button', { name: agree, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe.runIf(browserThere())('the settings in a browser', () => {
  beforeAll(async () => {
    house = await House.open();
    await house.admit(2);
    folder = mkdtempSync(join(tmpdir(), 'huifang-settings-'));
  }, SLOW);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await house.close();
  });

  test(
    'a change is checked while it is typed, tried, published with a reason, found in the history, and put back',
    async () => {
      const { page, context, faults } = await house.desk('admin', { path: '/settings/flows' });
      const height = (await urgent(page).boundingBox())?.height ?? 0;
      expect(height).toBeLessThanOrEqual(40);

      await urgent(page).fill('-5');
      await says(page, '1 处错误');
      await says(page, 'console.sla.urgentMinutes');
      expect(await page.getByRole('button', { name: '发布……' }).isEnabled()).toBe(false);
      await urgent(page).fill('12');
      await says(page, '1 处改动');

      // Looking something up elsewhere does not cost the change.
      await page.getByRole('tab', { name: '知识库' }).click();
      await page.getByRole('tab', { name: '对话设置' }).click();
      await says(page, '1 处改动');
      expect(await urgent(page).inputValue()).toBe('12');

      await mode(page, '试用');
      await page.getByRole('button', { name: '开始', exact: true }).click();
      const chat = page.getByRole('log');
      await chat.getByText('现在方便吗').first().waitFor();
      await page.getByRole('searchbox', { name: '以患者身份写一句' }).fill('我胸口疼得厉害，喘不上气');
      await page.getByRole('button', { name: '发送', exact: true }).click();
      await chat.getByText('120').first().waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('cell', { name: '紧急症状（紧急）' }).waitFor();
      await shot(page, 'settings-try');

      await page.getByRole('button', { name: '发布……' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('进行中的会话').waitFor();
      await dialog.getByText('console.sla.urgentMinutes').waitFor();
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await dialog.getByText('请写明原因').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await shot(page, 'settings-publish');
      await giveReason(page, '夜班人手不足', '发布');
      await says(page, '已发布，第 2 版');
      await says(page, '第 2 版');

      await mode(page, '历史');
      const row = page.getByRole('row').filter({ hasText: '夜班人手不足' });
      expect(await row.textContent()).toContain('管理员');
      await page
        .getByRole('row')
        .filter({ hasText: '启用控制台时的文件' })
        .getByRole('button', { name: '查看' })
        .click();
      await page.getByRole('button', { name: '恢复这一版……' }).click();
      await giveReason(page, '夜班补了人', '发布');
      await says(page, '已发布，第 3 版');
      await page.getByRole('row').filter({ hasText: '恢复第 1 版' }).waitFor();
      await mode(page, '表单');
      await until(async () => (await urgent(page).inputValue()) === '5');
      expect(faults).toEqual([]);
      await context.close();
    },
    2 * SLOW,
  );

  test(
    'a draft is played against the dialogue files beside what is in force',
    async () => {
      const { page, context } = await house.desk('admin', { path: '/settings/flows' });
      await mode(page, '试用');
      await page.getByRole('button', { name: '开始测试' }).click();
      await says(page, '没有对话因为这些改动而变差。');
      await context.close();
    },
    3 * SLOW,
  );

  test(
    'a list is checked on screen, nothing is stored before somebody says so, and then the follow-ups are planned',
    async () => {
      const list = writeDischarges(folder, 101, 3);
      appendFileSync(list.path, '00500999,李没电话,女,60,12,,,骨科,梁宏伟,李小琴,,2026-01-01,骨折,医嘱离院,示范县\r\n');
      const { page, context } = await house.desk('admin', { path: '/settings/imports' });
      await page.locator('input[type=file]').setInputFiles(list.path);
      await says(page, '检查完成，还没有导入');
      await says(page, '只保留到服务重新启动为止');
      await says(page, '共 4 条');
      await page.getByRole('cell', { name: '拒收' }).waitFor();
      await page.getByRole('cell', { name: '00500999' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await shot(page, 'settings-import');
      expect(list.patients.flatMap((number) => house.carrier.handset(number))).toEqual([]);

      await page.getByRole('button', { name: '导入这 3 条……' }).click();
      await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
      await says(page, '已导入 3 条');
      await says(page, '3 条导入，1 条拒收');
      await page.getByRole('tab', { name: '随访开关' }).click();
      await page.locator('.ant-statistic', { hasText: '待发起' }).getByText('3', { exact: true }).waitFor();
      await context.close();
    },
    SLOW,
  );

  test(
    'a list that waited while the service was started again is gone, and the page says what to do',
    async () => {
      const list = writeDischarges(folder, 201, 1);
      const { page, context } = await house.desk('admin', { path: '/settings/imports' });
      await page.locator('input[type=file]').setInputFiles(list.path);
      await says(page, '检查完成，还没有导入');
      await house.restart(() => Promise.resolve());
      await says(page, '这份清单已不在服务器上');
      await page.locator('input[type=file]').setInputFiles(list.path);
      await says(page, '检查完成，还没有导入');
      await context.close();
    },
    SLOW,
  );

  test(
    'the campaign is paused with a reason that everybody reads, and goes on again',
    async () => {
      const { page, context, faults } = await house.desk('supervisor', { path: '/settings/campaign' });
      await page.getByRole('button', { name: '暂停随访……' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '暂停', exact: true }).click();
      await says(page, '请写明原因');
      await giveReason(page, '短信通道检修', '暂停');
      await says(page, '随访已暂停');
      await says(page, '陈静：短信通道检修');
      await shot(page, 'settings-paused');

      const other = await house.desk('admin', { path: '/settings/campaign' });
      await says(other.page, '陈静：短信通道检修');
      await other.context.close();

      await page.getByRole('button', { name: '恢复随访……' }).click();
      await giveReason(page, '检修结束', '恢复');
      await says(page, '随访进行中');
      expect(faults).toEqual([]);
      await context.close();
    },
    SLOW,
  );
});
