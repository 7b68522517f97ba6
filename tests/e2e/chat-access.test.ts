import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { accept, Chat, DESKTOP, fits, mine, PHONE, SLOW, shot, theirs, violations } from './chat.ts';

let chat: Chat;

describe.runIf(browserThere())('the web chat for everybody', () => {
  beforeAll(async () => {
    chat = await Chat.start();
  }, SLOW);
  afterAll(() => chat.stop());

  for (const [locale, words] of [
    ['zh-CN', '同意并开始'],
    ['zh-TW', '同意並開始'],
    ['en-GB', 'Agree and start'],
  ] as const)
    test(
      `axe finds nothing, in ${locale}, in each view, in ordinary and in large type`,
      async () => {
        for (const size of [PHONE, DESKTOP]) {
          const name = `${size === PHONE ? 'phone' : 'desktop'}-${locale}`;
          const { page, faults } = await chat.visit(await chat.newContext({ locale, size }));
          await page.locator('.notice .strong', { hasText: words }).waitFor();
          expect(await violations(page)).toEqual([]);
          await page.locator('#large').click();
          expect(await page.locator('#large').getAttribute('aria-pressed')).toBe('true');
          await fits(page);
          await shot(page, `${name}-large-notice`);
          await page.locator('summary').click();
          expect(await violations(page)).toEqual([]);
          await accept(page);
          await page.locator('.choices button').first().waitFor();
          expect(await violations(page)).toEqual([]);
          await page.locator('.choices button').first().click();
          await theirs(page).first().waitFor();
          await page.locator('#text').fill('长'.repeat(1_950));
          await page.locator('.left', { hasText: '50' }).waitFor();
          expect(await violations(page)).toEqual([]);
          await page.locator('#text').fill('');
          await fits(page);
          await shot(page, `${name}-large-chat`);
          await page.locator('.end .link').first().click();
          await page.locator('.chat > .notice .strong').waitFor();
          expect(await violations(page)).toEqual([]);
          await page.locator('.chat > .notice .strong').click();
          await page.locator('.end .link').last().click();
          expect(await violations(page)).toEqual([]);
          await shot(page, `${name}-large-end`);
          await page.reload();
          await theirs(page).first().waitFor();
          expect(await page.locator('#large').getAttribute('aria-pressed')).toBe('true');
          await page.locator('#large').click();
          await shot(page, `${name}-chat`);
          expect(await violations(page)).toEqual([]);
          expect(faults).toEqual([]);
          await page.close();
        }
      },
      2 * SLOW,
    );

  test(
    'with the keyboard alone: accept, write, choose, read, change the language, end',
    async () => {
      const { page, faults } = await chat.visit(await chat.newContext({ size: DESKTOP }));
      await page.locator('.notice .strong').waitFor();
      const focused = () =>
        page.evaluate<string>(
          "(document.activeElement === document.body ? '' : document.activeElement.innerText || document.activeElement.id)",
        );
      const tabTo = async (wanted: string) => {
        for (let step = 0; step < 30; step += 1) {
          if ((await focused()).includes(wanted)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`the keyboard does not get to ${wanted}`);
      };
      await tabTo('同意并开始');
      await page.keyboard.press('Enter');
      await page.locator('.choices button').first().waitFor();
      await page.keyboard.type('门诊几点开门');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('周末呢');
      await page.keyboard.press('Enter');
      await theirs(page).first().waitFor();
      expect(await mine(page).locator('.text').textContent()).toBe('门诊几点开门\n周末呢');
      expect(await focused()).toBe('text');
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('log');
      await tabTo('隐私说明');
      await page.keyboard.press('Enter');
      await tabTo('返回对话');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('隐私说明');
      await page.locator('#language').focus();
      await page.keyboard.press('End');
      await page.locator('.write .strong', { hasText: 'Send' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await tabTo('End chat');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('Go on'); // the safe answer first
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('.notice .strong', { hasText: 'Agree and start' }).waitFor();
      await page.reload();
      await page.locator('.notice .strong').waitFor();
      expect(await page.locator('.bubble').count()).toBe(0);
      expect(faults).toEqual([]);
    },
    SLOW,
  );
});
