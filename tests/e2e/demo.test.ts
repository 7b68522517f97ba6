import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoService, startDemo } from '../demo/service.ts';
import { browserThere, openPage, startBrowser } from './browser.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const SECONDS_30 = 30_000;

let demo: DemoService;
let browser: Browser;

const theirs = (page: Page) => page.locator('.bubble.theirs');
const record = (page: Page) => page.locator('#record');

/** Waits until the text is on the page, with what is there in the message if it never comes. */
async function shows(page: Page, selector: string, text: string | RegExp): Promise<void> {
  await page.locator(selector, { hasText: text }).first().waitFor({ timeout: SECONDS_30 });
}

/** Writes as the patient and waits for the answer. */
async function say(page: Page, text: string): Promise<string> {
  const before = await theirs(page).count();
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
  await theirs(page).nth(before).waitFor({ timeout: SECONDS_30 });
  return (await theirs(page).last().locator('.text').textContent()) ?? '';
}

async function choose(page: Page, index: number): Promise<void> {
  await page.locator('.handset').nth(index).click();
  await page.locator('.handset[aria-current]').waitFor({ state: 'attached' });
  await theirs(page).first().waitFor();
}

/** Moves the clock and waits until it has arrived. */
async function move(page: Page, button: string): Promise<void> {
  await page.locator('#moves').getByRole('button', { name: button }).click();
  await page.locator('body.moving').waitFor();
  await page.locator('body:not(.moving)').waitFor({ timeout: 2 * SECONDS_30 });
}

describe.runIf(browserThere())('the demo phones in a browser', () => {
  beforeAll(async () => {
    demo = await startDemo();
    browser = await startBrowser();
  }, 2 * SECONDS_30);

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test(
    'a whole follow-up to its closing; the record beside it changes live',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      await choose(page, 0);
      expect(await theirs(page).first().locator('.text').textContent()).toContain('现在方便吗');
      expect(await say(page, '方便，我是他女儿')).toContain('医生');
      await shows(page, '#record dd', '家属');
      expect(await say(page, '医生很好，护士态度差，叫了半天没人来')).toContain('总体满意吗');
      await shows(page, '[data-part="answers"] li', /护士.*不满意.*叫了半天没人来/);
      await shows(page, '[data-part="registers"] li', /投诉 2026-0001/);
      await shows(page, '[data-part="readings"]', '把握');
      const before = await theirs(page).count();
      await page.locator('#options').getByRole('button', { name: '2 基本满意' }).click();
      await theirs(page).nth(before).waitFor();
      await say(page, '排队时间太长');
      await say(page, '没有了');
      await shows(page, '#record dd', '已完成');
      await shows(page, '.handset[aria-current] .badge', '已完成');
      await shows(page, '.bubble.theirs:last-of-type .note', '已送达');
      expect(faults).toEqual([]);
      await page.close();
    },
    2 * SECONDS_30,
  );

  test(
    'the clock moves on and a reminder comes',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      // With the campaign paused nobody else is written to meanwhile.
      await page.getByRole('button', { name: '暂停随访' }).click();
      await shows(page, '#banner', '随访已暂停');
      await choose(page, 1);
      expect(await theirs(page).count()).toBe(1);
      await shows(page, '[data-part="timers"]', '提醒');
      // A paused campaign sends no reminders either.
      await page.getByRole('button', { name: '恢复随访' }).click();
      await page.locator('#banner').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '快进到此' }).click();
      await shows(page, '.bubble.theirs', '之前给您发过消息');
      await shows(page, '[data-part="timers"]', '到期结束');
      const shown = (await page.locator('#now').textContent()) ?? '';
      expect(shown).toMatch(/^2026年11月19日/);
      await move(page, '+3天');
      await shows(page, '#record dd', '无回应到期');
      expect(await page.locator('#now').textContent()).toMatch(/^2026年11月22日/);
      expect(faults).toEqual([]);
      await page.close();
    },
    4 * SECONDS_30,
  );

  test(
    'an emergency is answered with 120 and marked urgent',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      await choose(page, 2);
      expect(await say(page, '我现在胸口疼得厉害，喘不上气')).toContain('120');
      await shows(page, '[data-part="handoff"]', /紧急病情紧急/);
      await shows(page, '.handset.urgent[aria-current] .badge', '紧急');
      expect(faults).toEqual([]);
      await page.close();
    },
    2 * SECONDS_30,
  );

  test(
    'an unknown number is answered, and nothing of any patient is said',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      await page.locator('#other').click();
      await page.fill('#other-number', 'hello');
      await page.press('#other-number', 'Enter');
      await shows(page, '#other-error', '不像一个手机号码');
      await page.fill('#other-number', '139 0000 3333');
      await page.press('#other-number', 'Enter');
      await shows(page, '#phone-number', '+8613900003333');
      await say(page, '请问怎么预约体检？');
      await shows(page, '#record h2', '未知号码');
      await shows(page, '.handset[aria-current]', '未知号码');
      expect(faults).toEqual([]);
      await page.close();
    },
    2 * SECONDS_30,
  );

  test(
    'what a patient writes is text and never markup',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      await choose(page, 4);
      await say(page, '<img src=x onerror="document.title=1"><b>好</b>');
      await shows(page, '.bubble.mine .text', '<img src=x onerror="document.title=1"><b>好</b>');
      expect(await page.locator('.bubble img, .bubble b, #record img, #record b').count()).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    },
    2 * SECONDS_30,
  );

  test(
    'on a phone: nothing is wider than the screen, the parts are tabs, buttons are large enough',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, PHONE);
      const fits = async () => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      };
      await page.locator('.handset').first().waitFor();
      await fits();
      await choose(page, 5);
      await fits();
      expect(await page.locator('#text').isVisible()).toBe(true);
      await say(page, '您好，方便的');
      await fits();
      await page.getByRole('tab', { name: '记录' }).click();
      await shows(page, '#record h3', '评价');
      await fits();
      for (const button of await page.locator('header button, #panes button, .strong').all()) {
        const box = await button.boundingBox();
        if (box !== null) expect(box.height).toBeGreaterThanOrEqual(40);
      }
      expect(faults).toEqual([]);
      await page.close();
    },
    2 * SECONDS_30,
  );

  test(
    'in English, by keyboard, and after a reload it is still there',
    async () => {
      const { page, faults } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      await page.locator('.handset').first().waitFor();
      await page.locator('#language').click();
      await shows(page, 'h1', 'Demo phones');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.locator('.handset').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const number = (await page.locator('#phone-number').textContent()) ?? '';
      await page.reload();
      await shows(page, '#phone-number', number);
      await shows(page, 'h1', 'Demo phones');
      const left = await page.evaluate(
        "(document.querySelector('main').innerText.match(/状态|评价|定时|发送|搜索/g) || []).length",
      );
      expect(left).toBe(0);
      expect(await record(page).textContent()).toContain('State');
      expect(faults).toEqual([]);
      await page.close();
    },
    2 * SECONDS_30,
  );

  test(
    'when the service stops the page says so, and goes on by itself when it is back',
    async () => {
      const { page } = await openPage(browser, `${demo.url}/demo`, DESKTOP);
      await choose(page, 0);
      const texts = await theirs(page).count();
      await demo.halt();
      await shows(page, '#banner', '连接断了');
      await page.fill('#text', '还在吗');
      await page.press('#text', 'Enter');
      await shows(page, '.retry', '点这里重试');
      demo = await startDemo(demo);
      await page.locator('#banner').waitFor({ state: 'hidden', timeout: SECONDS_30 });
      expect(await theirs(page).count()).toBe(texts);
      await page.locator('.retry').click();
      await shows(page, '.bubble.mine .note', '服务已收到');
      expect(await page.locator('.bubble.mine', { hasText: '还在吗' }).count()).toBe(1);
      await page.close();
    },
    2 * SECONDS_30,
  );
});
