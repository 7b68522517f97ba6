import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { accept, Chat, DESKTOP, PHONE, SLOW, say, shot, textsOf, theirs, violations } from './chat.ts';

let chat: Chat;
let site: Server;
let siteUrl = '';

/** A hospital's page with a strict policy of its own. */
function hostPage(url: string | undefined): { html: string; policy: string } {
  const { url: chatUrl } = chat.service;
  const names = url === '/en' ? ' data-lang="en" data-position="left"' : '';
  return {
    policy: `default-src 'none'; script-src ${chatUrl}; frame-src ${chatUrl}`,
    html:
      '<!doctype html><html lang="zh-CN"><head><title>县医院</title></head><body><main><h1>县医院</h1><p>欢迎</p><a href="#x">链接</a></main>' +
      `<script src="${chatUrl}/chat/widget.js"${names} async></script></body></html>`,
  };
}

async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('no frame');
  return frame;
}

describe.runIf(browserThere())('the widget on another site', () => {
  beforeAll(async () => {
    site = createServer((request, response) => {
      const { html, policy } = hostPage(request.url);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
      response.end(html);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    // Another host name than the service's, so that the frame is another site's.
    siteUrl = `http://localhost:${String((site.address() as AddressInfo).port)}`;
    chat = await Chat.start(siteUrl);
  }, SLOW);
  afterAll(async () => {
    await chat.stop();
    site.close();
  });

  test(
    'the widget on another site: opens, keeps the keyboard inside, Esc closes, the focus returns, a reload goes on',
    async () => {
      for (const size of [PHONE, DESKTOP]) {
        const name = size === PHONE ? 'phone' : 'desktop';
        const context = await chat.newContext({ size });
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text());
        });
        await page.goto(siteUrl);
        const button = page.getByRole('button', { name: '在线咨询' });
        await button.waitFor();
        await shot(page, `widget-${name}-closed`);
        expect(await violations(page)).toEqual([]);
        await button.focus();
        await page.keyboard.press('Enter');
        const frame = await frameOf(page);
        await frame.locator('.notice .strong').waitFor();
        await shot(page, `widget-${name}-notice`);
        await accept(frame);
        await say(frame, '门诊几点');
        await shot(page, `widget-${name}-chat`);
        expect(await violations(frame)).toEqual([]);
        // Contexts of tests block the storage of other sites' frames: what goes on is kept in a cookie of this frame on this site.
        expect(await context.cookies()).toMatchObject([{ name: 'huifang_chat_frame', sameSite: 'None' }]);
        await expect(frame.evaluate('localStorage.length')).rejects.toThrow('denied');
        const inside = () => page.evaluate<string>('document.activeElement.tagName');
        for (const key of ['Tab', 'Shift+Tab'])
          for (let step = 0; step < 14; step += 1) {
            await page.keyboard.press(key);
            await page.waitForTimeout(20);
            expect([key, step, await inside()]).toEqual([key, step, 'IFRAME']);
          }
        await page.keyboard.press('Escape');
        await page.locator('[role="dialog"]').waitFor({ state: 'hidden' });
        expect(await page.evaluate('document.activeElement.textContent')).toBe('在线咨询');
        expect(await button.getAttribute('aria-expanded')).toBe('false');
        await page.reload();
        await button.click();
        const again = await frameOf(page);
        await theirs(again).first().waitFor();
        expect((await textsOf(again))[0]).toBe('门诊几点');
        await again.locator('#close').click();
        await page.locator('[role="dialog"]').waitFor({ state: 'hidden' });
        expect(faults).toEqual([]);
        await context.close();
      }
    },
    2 * SLOW,
  );

  test(
    'the widget reads its language and side; a site that is not named gets a way out instead of the frame',
    async () => {
      const page = await (await chat.newContext({ size: DESKTOP })).newPage();
      await page.goto(`${siteUrl}/en`);
      const button = page.getByRole('button', { name: 'Chat with us' });
      await button.click();
      expect((await button.boundingBox())?.x).toBeLessThan(100);
      const frame = await frameOf(page);
      await frame.locator('.notice .strong', { hasText: 'Agree and start' }).waitFor();
      await page.goto(siteUrl.replace('localhost', '127.0.0.1'));
      await page.getByRole('button', { name: '在线咨询' }).click();
      const link = page.getByRole('link', { name: '打不开' });
      await link.waitFor({ timeout: 15_000 });
      expect(await link.getAttribute('href')).toBe(`${chat.service.url}/chat`);
      await shot(page, 'widget-refused');
      await page.keyboard.press('Escape');
      await page.locator('[role="dialog"]').waitFor({ state: 'hidden' });
    },
    SLOW,
  );
});
