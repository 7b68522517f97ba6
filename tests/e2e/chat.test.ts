import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { accept, Chat, DESKTOP, fits, mine, SLOW, say, shot, textsOf, theirs } from './chat.ts';

let chat: Chat;

describe.runIf(browserThere())('the web chat in a browser', () => {
  beforeAll(async () => {
    chat = await Chat.start();
  }, SLOW);
  afterAll(() => chat.stop());

  test(
    'the notice comes first; then a question by button, the answer, and both are there after a reload',
    async () => {
      const context = await chat.newContext();
      const { page, faults } = await chat.visit(context);
      await page.locator('.notice h2').waitFor();
      expect(await page.locator('#text').count()).toBe(0);
      expect(await context.cookies()).toEqual([]);
      expect(await page.locator('.notice').innerText()).toContain('120');
      await fits(page);
      await shot(page, 'phone-notice');
      await page.locator('summary').click();
      await shot(page, 'phone-notice-details');
      await fits(page);
      await accept(page);
      await page.locator('.choices button').first().waitFor();
      expect(await page.locator('.choices button').allTextContents()).toEqual([
        '门诊时间',
        '挂什么科',
        '预约挂号',
        '找人工',
      ]);
      expect(await page.evaluate('document.activeElement.id')).toBe('text');
      await shot(page, 'phone-start');
      await page.locator('.choices button').first().click();
      await theirs(page).first().waitFor();
      await page.locator('.bubble.me .note', { hasText: '已送达' }).waitFor();
      await shot(page, 'phone-answer');
      await fits(page);
      const said = await textsOf(page);
      expect(said[0]).toBe('门诊时间');
      await page.reload();
      await theirs(page).first().waitFor();
      expect(await textsOf(page)).toEqual(said);
      expect((await context.cookies())[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/chat' });
      expect(await page.evaluate('document.cookie')).toBe('');
      expect(faults).toEqual([]);
    },
    SLOW,
  );

  test(
    'a double tap sends once, and so does Enter twice',
    async () => {
      const { page, faults } = await chat.start();
      await page.locator('.choices button').nth(1).dblclick({ delay: 5 });
      await theirs(page).first().waitFor();
      await page.locator('#text').fill('第二个问题');
      const send = page.locator('.write .strong');
      await Promise.all([send.click(), send.click()]);
      await theirs(page).nth(1).waitFor();
      await page.waitForTimeout(500);
      expect(await mine(page).locator('.text').allTextContents()).toEqual(['挂什么科', '第二个问题']);
      expect(faults).toEqual([]);
    },
    SLOW,
  );

  test(
    'the options of a message are buttons; a tap sends the label once, and the arrival is acknowledged',
    async () => {
      const context = await chat.newContext();
      const line = { key: '0.1', from: 'bot', text: '您满意吗？', at: 1, options: ['满意', '不满意'], seen: false };
      const update = JSON.stringify({ lines: [line], cursor: '1', busy: false });
      const acknowledged: unknown[] = [];
      await context.route('**/chat/api/events*', (route) =>
        route.fulfill({ contentType: 'text/event-stream', body: `data: ${update}\n\n` }),
      );
      await context.route('**/chat/api/seen', (route) => {
        acknowledged.push(route.request().postDataJSON());
        return route.fulfill({ json: { ok: true } });
      });
      const sent: string[] = [];
      await context.route('**/chat/api/messages', (route) => {
        sent.push((route.request().postDataJSON() as { text: string }).text);
        return route.fulfill({ json: { result: 'accepted', busy: false } });
      });
      const { page } = await chat.visit(context);
      await accept(page);
      const options = page.getByRole('group', { name: '可以直接点选' });
      await options.getByRole('button', { name: '不满意', exact: true }).dblclick();
      await mine(page).locator('.note', { hasText: '已送达' }).waitFor();
      expect(await options.count()).toBe(0);
      // The stream of this test ends at once and brings the same line again and again.
      await page.waitForTimeout(1_500);
      expect([sent, await textsOf(page)]).toEqual([['不满意'], ['您满意吗？', '不满意']]);
      expect(acknowledged).toEqual([{ keys: ['0.1'] }]);
      await context.close();
    },
    SLOW,
  );

  test(
    'what is written is text and never markup',
    async () => {
      const { page, faults } = await chat.start();
      const text = '<img src=x onerror="document.title=1"><b>好</b>';
      await say(page, text);
      expect((await textsOf(page))[0]).toBe(text);
      expect(await page.locator('.bubble img, .bubble b').count()).toBe(0);
      expect(faults).toEqual([]);
    },
    SLOW,
  );

  test(
    'two pages of one visitor show the same',
    async () => {
      const { context, page } = await chat.start();
      const { page: other } = await chat.visit(context);
      await other.locator('.choices button').first().waitFor();
      await say(page, '从第一页写');
      await theirs(other).first().waitFor();
      await say(other, '从第二页写');
      await theirs(page).nth(1).waitFor();
      expect(await textsOf(page)).toEqual(await textsOf(other));
    },
    SLOW,
  );

  test(
    'where the browser keeps nothing, it works for the length of the page',
    async () => {
      const context = await chat.newContext({ size: DESKTOP });
      await context.addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });",
      );
      // Cookies blocked: none is ever stored.
      await context.route('**/chat/api/session', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers() };
        delete headers['set-cookie'];
        await context.clearCookies();
        await route.fulfill({ response, headers });
      });
      const { page, faults } = await chat.visit(context);
      await accept(page);
      await page.locator('.choices button').first().waitFor();
      await say(page, '什么都存不了');
      await page.locator('#large').click();
      await say(page, '还能接着写');
      expect(await mine(page).count()).toBe(2);
      expect(faults).toEqual([]);
    },
    SLOW,
  );
});
