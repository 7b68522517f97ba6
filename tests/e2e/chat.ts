import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type DemoService, startDemo } from '../demo/service.ts';
import { startBrowser } from './browser.ts';

/** The web chat in a real browser against a real service. */

export const PHONE = { width: 360, height: 640 };
export const DESKTOP = { width: 1280, height: 800 };
export const SLOW = 60_000;
/** Pictures to look at, when a folder for them is named. */
const SHOTS = process.env['SHOTS'];

interface Look {
  readonly locale?: string;
  readonly size?: { width: number; height: number };
}

/** A page that remembers its errors. */
interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
}

export const accept = (page: Page | Frame) => page.locator('.notice .strong').click();
export const mine = (page: Page | Frame) => page.locator('.bubble.me');
export const theirs = (page: Page | Frame) => page.locator('.bubble.bot');
export const textsOf = (page: Page | Frame) => page.locator('.bubble .text').allTextContents();

/** The service and the browser of one file of tests. */
export class Chat {
  service: DemoService;
  readonly #browser: Browser;
  readonly #settings: Record<string, string>;

  private constructor(service: DemoService, browser: Browser, settings: Record<string, string>) {
    this.service = service;
    this.#browser = browser;
    this.#settings = settings;
  }

  /** `origins`: sites that may embed it. */
  static async start(origins = ''): Promise<Chat> {
    const settings = {
      DEMO: 'off',
      WEB_CHAT_ORIGINS: origins,
      WEB_CHAT_SESSIONS_PER_HOUR: '500',
      // Known by an https address, so that cookies are as in earnest; Chromium takes them on this machine without https.
      PUBLIC_BASE_URL: 'https://huifang.example.org',
    };
    return new Chat(await startDemo(undefined, settings), await startBrowser(), settings);
  }

  /** The service ends and comes again, with its data at its address. */
  async restart(meanwhile: () => Promise<void>): Promise<void> {
    await this.service.halt();
    await meanwhile();
    this.service = await startDemo(this.service, this.#settings);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.service.stop();
  }

  newContext({ locale = 'zh-CN', size = PHONE }: Look = {}): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: size, locale, hasTouch: size === PHONE });
  }

  async visit(context: BrowserContext, url = `${this.service.url}/chat`): Promise<Visit> {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(url);
    return { context, page, faults };
  }

  /** A visitor who has accepted the notice. */
  async start(look: Look = {}): Promise<Visit> {
    const visit = await this.visit(await this.newContext(look));
    await accept(visit.page);
    await visit.page.locator('.choices button').first().waitFor();
    return visit;
  }
}

export async function write(page: Page | Frame, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

/** Writes, and waits for the answer. */
export async function say(page: Page | Frame, text: string): Promise<void> {
  const before = await theirs(page).count();
  await write(page, text);
  await theirs(page).nth(before).waitFor();
}

/** What axe finds against the rules of WCAG and good practice. */
export async function violations(page: Page | Frame): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) })))',
  );
}

export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

/** Nothing is wider than the screen, and what one taps is large enough. */
export async function fits(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  for (const target of await page.locator('button:visible, select:visible, summary:visible').all()) {
    const label = await target.textContent();
    const { x, width: wide, height } = (await target.boundingBox()) ?? { x: 0, width: 0, height: 0 };
    expect([label, height >= 44, x + wide <= width]).toEqual([label, true, true]);
  }
}
