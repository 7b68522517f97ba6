import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { accept, Chat, DESKTOP, mine, SLOW, say, shot, textsOf, theirs, violations, write } from './chat.ts';

let chat: Chat;

describe.runIf(browserThere())('the web chat on a bad line', () => {
  beforeAll(async () => {
    chat = await Chat.start();
  }, SLOW);
  afterAll(() => chat.stop());

  test(
    'without a network it says so, keeps what is written over a reload, and sends it once when the network is back',
    async () => {
      const { context, page } = await chat.start();
      await say(page, '第一句');
      await context.setOffline(true);
      await page.locator('.banner', { hasText: '没有网络' }).waitFor();
      await write(page, '断网时写的');
      await page.locator('.bubble[data-state="waiting"]', { hasText: '断网时写的' }).waitFor();
      await page.locator('.retry').click();
      await page.locator('.bubble[data-state="waiting"] .note', { hasText: '还没发出去' }).waitFor();
      await shot(page, 'phone-offline');
      expect(await violations(page)).toEqual([]);
      await context.setOffline(false);
      await page.locator('.banner').waitFor({ state: 'hidden' });
      await page.locator('.bubble.me[data-state="sent"]', { hasText: '断网时写的' }).waitFor();
      await theirs(page).nth(1).waitFor();
      const said = await textsOf(page);
      expect(said.filter((text) => text === '断网时写的')).toHaveLength(1);
      await page.reload();
      await theirs(page).nth(1).waitFor();
      expect(await textsOf(page)).toEqual(said);
    },
    SLOW,
  );

  test(
    'an answer to the call that is lost makes no second message; what was not sent goes out after a reload',
    async () => {
      const { page } = await chat.start();
      // The first call arrives and its answer is lost; the ones after it do not arrive at all.
      let calls = 0;
      await page.route('**/chat/api/messages', async (route) => {
        calls += 1;
        if (calls === 1) await route.fetch();
        await route.abort();
      });
      await write(page, '这句到了，回执丢了');
      await theirs(page).first().waitFor();
      await write(page, '这句没有发出去');
      await page.locator('.bubble[data-state="waiting"]', { hasText: '这句没有发出去' }).waitFor();
      await page.unroute('**/chat/api/messages');
      await page.reload();
      await page.locator('.bubble.me[data-state="sent"]', { hasText: '这句没有发出去' }).waitFor();
      await theirs(page).nth(1).waitFor();
      expect(calls).toBeGreaterThan(1);
      const written = await mine(page).locator('.text').allTextContents();
      expect(written).toEqual(['这句到了，回执丢了', '这句没有发出去']);
      expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.includes('unsent'))")).toEqual([]);
    },
    SLOW,
  );

  test(
    'where no stream gets through it polls, and shows that an answer is coming',
    async () => {
      const context = await chat.newContext();
      // A proxy that buffers: the stream's headers never come.
      await context.route('**/chat/api/events*', () => undefined);
      await context.route('**/chat/api/poll*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue().catch(() => undefined);
      });
      await context.route('**/chat/api/messages', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...((await response.json()) as object), busy: true } });
      });
      const { page } = await chat.visit(context);
      await accept(page);
      await page.locator('.choices button').first().waitFor();
      await write(page, '门诊几点');
      await page.locator('.typing').waitFor();
      await shot(page, 'phone-typing');
      await theirs(page).first().waitFor({ timeout: 20_000 });
      await page.locator('.typing').waitFor({ state: 'hidden' });
      expect(await mine(page).count()).toBe(1);
    },
    SLOW,
  );

  test(
    'a service that restarts is found again, and nothing is lost or there twice',
    async () => {
      const { page } = await chat.start({ size: DESKTOP });
      await say(page, '重启之前');
      await chat.restart(async () => {
        await page.locator('.banner', { hasText: '正在重新连接' }).waitFor();
        await write(page, '重启中间');
        await page.locator('.bubble[data-state="waiting"]').waitFor();
      });
      await page.locator('.banner').waitFor({ state: 'hidden', timeout: SLOW });
      await theirs(page).nth(1).waitFor();
      expect(await mine(page).locator('.text').allTextContents()).toEqual(['重启之前', '重启中间']);
    },
    2 * SLOW,
  );

  test(
    'too many messages: it says when it goes on, and goes on by itself',
    async () => {
      const { page } = await chat.start();
      let refused = 0;
      await page.route('**/chat/api/messages', async (route) => {
        refused += 1;
        if (refused > 1) return route.continue();
        const json = { error: 'too many', code: 'CHAT_TOO_FAST', details: [] };
        return route.fulfill({ status: 429, headers: { 'retry-after': '3' }, json });
      });
      await write(page, '你好');
      await page.locator('.banner [role="status"]', { hasText: '3 秒后会自动发出' }).waitFor();
      await shot(page, 'phone-limit');
      expect(await violations(page)).toEqual([]);
      await theirs(page).first().waitFor();
      await page.locator('.banner').waitFor({ state: 'hidden' });
      expect(await mine(page).count()).toBe(1);
    },
    SLOW,
  );
});
