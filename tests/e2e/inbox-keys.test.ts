import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { type Desk, House, SLOW, seriousViolations, until } from './console.ts';

/** The inbox without a mouse; and the ways of looking at it that people keep. */

let house: House;
let patients: readonly string[];

const rows = ({ page }: Desk) => page.locator('[data-conversation]');
const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const focused = (page: Page, what: string) =>
  until(() => page.evaluate<boolean>(`(document.activeElement ?? document.body).matches(${JSON.stringify(what)})`));
/** What shows where the keyboard is. */
const outline = (page: Page) => page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');

/** Whether the keyboard is in the page behind a dialog; the browser's own bar, where it counts as on the body, is none of ours. */
const behind = (page: Page) =>
  page.evaluate<boolean>(
    'document.activeElement !== document.body && document.activeElement.closest("[role=dialog], .ant-select-dropdown") === null',
  );

/** Takes the keyboard to a button, by name, as Tab would. */
const to = (page: Page, name: string) => page.getByRole('button', { name }).first().focus();

describe.runIf(browserThere())('the inbox by keyboard', () => {
  beforeAll(async () => {
    house = await House.open();
    patients = await house.admit(2);
    for (const patient of patients) {
      await house.text(patient, '方便');
      await house.text(patient, '转人工');
    }
  }, SLOW);

  afterAll(() => house.close());

  test(
    'through the list, into a conversation, a reply, and back, without the mouse',
    async () => {
      const desk = await house.desk('officer', { path: '/inbox?queue=unassigned' });
      const { page, faults } = desk;
      await rows(desk).nth(1).waitFor();

      await press(page, '?');
      const help = page.getByRole('dialog', { name: '键盘快捷键' });
      await help.waitFor();
      await press(page, 'Tab', 'Tab', 'Tab', 'j');
      expect(await behind(page)).toBe(false);
      await press(page, 'Escape');
      await help.waitFor({ state: 'hidden' });

      await press(page, '/');
      await focused(page, 'input[type=search]');
      await press(page, 'Escape', 'j');
      await focused(page, '[data-conversation]');
      expect(await outline(page)).toBe('solid');
      const first = await page.evaluate('document.activeElement.dataset.conversation');
      await press(page, 'ArrowDown');
      await until(async () => (await page.evaluate('document.activeElement.dataset.conversation')) !== first);
      await press(page, 'k');
      await until(async () => (await page.evaluate('document.activeElement.dataset.conversation')) === first);
      await press(page, 'Enter');
      await page.getByRole('log').getByText('转人工').first().waitFor();
      await press(page, 'c');
      await page.getByText('您正在处理').first().waitFor();

      await press(page, 'r');
      await focused(page, 'textarea');
      await press(page, '/', 'ArrowDown');
      await page.getByRole('option').first().waitFor();
      await press(page, 'Enter');
      const box = page.getByRole('textbox', { name: '回复对方' });
      await until(async () => (await box.inputValue()).length > 5);
      await box.fill('您好，我是随访中心林晓，请讲。');
      const before = patients.map((number) => house.carrier.handset(number).length);
      await press(page, 'Control+Enter');
      await until(() => patients.some((number, index) => house.carrier.handset(number).length > (before[index] ?? 0)));
      await press(page, 'Escape', 'Escape');
      await page.getByText('选一个会话').waitFor();
      expect(faults).toEqual([]);
      await desk.context.close();
    },
    SLOW,
  );

  test(
    'a menu, a dialog and a question take the keyboard and give it back to where it was',
    async () => {
      const desk = await house.desk('officer', { path: '/inbox?queue=mine' });
      const { page } = desk;
      await rows(desk).first().click();
      await page.getByText('您正在处理').first().waitFor();

      await to(page, '更多操作');
      await press(page, 'Enter');
      await page.getByRole('menuitem').first().waitFor();
      await press(page, 'Tab', 'ArrowDown');
      await focused(page, '[role=menuitem]');
      await press(page, 'Enter');
      await page.getByRole('dialog').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      for (let times = 0; times < 8; times += 1) {
        await press(page, 'Tab');
        expect(await behind(page)).toBe(false);
      }
      await press(page, 'Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await until(() => page.evaluate<boolean>('document.activeElement.textContent.includes("更多操作")'));

      await to(page, '退回队列');
      await press(page, 'Enter');
      await page.getByText('退回待认领队列？').waitFor();
      await until(() => page.evaluate<boolean>('document.activeElement.closest(".ant-popover") !== null'));
      await press(page, 'Enter');
      await until(() => page.evaluate<boolean>('document.activeElement.textContent.includes("退回队列")'));
      await page.getByText('您正在处理').first().waitFor();
      await desk.context.close();
    },
    SLOW,
  );

  test(
    'a way of looking is kept under a name, comes back after signing in again, and is removed after a question',
    async () => {
      const desk = await house.desk('second', { path: '/inbox?queue=all' });
      const { page } = desk;
      await rows(desk).first().waitFor();
      await page.getByRole('combobox', { name: '排序' }).click();
      await page.locator('.ant-select-item-option', { hasText: '最新的在前' }).click();
      await to(page, '常用视图');
      await press(page, 'Enter');
      await page.getByText('还没有保存的视图').waitFor();
      await page.getByRole('button', { name: '保存为常用视图' }).click();
      await page.getByText('请起个名字').waitFor();
      await page.getByLabel('给它起个名字').fill('全部，新的在前');
      await page.getByRole('button', { name: '保存为常用视图' }).click();
      await page.getByRole('button', { name: '全部，新的在前', exact: true }).waitFor();
      await desk.context.close();

      const later = await house.desk('second', { path: '/inbox?queue=urgent' });
      await later.page.getByRole('button', { name: '常用视图', exact: true }).click();
      await later.page.getByRole('button', { name: '全部，新的在前', exact: true }).click();
      await rows(later).nth(1).waitFor();
      await later.page.getByText('最新的在前').first().waitFor();
      await later.page.getByRole('button', { name: '常用视图', exact: true }).click();
      await later.page.getByRole('button', { name: '删除“全部，新的在前”' }).click();
      await later.page.getByText('会话不受影响').waitFor();
      await later.page.getByRole('button', { name: '确定' }).click();
      await later.page.getByText('还没有保存的视图').waitFor();
      expect(later.faults).toEqual([]);
      await later.context.close();
    },
    SLOW,
  );
});
