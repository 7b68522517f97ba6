import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** Without a browser these tests are left out, with a notice; where CI runs, that is a failure. */
export function browserThere(): boolean {
  if (existsSync(CHROMIUM) || process.env['CI'] !== undefined) return true;
  process.stdout.write(
    `\nNOT TESTED: the pages in a browser; ${CHROMIUM} is missing (apt-get install chromium fonts-noto-cjk)\n`,
  );
  return false;
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** A page that remembers every error and every refused request. */
export async function openPage(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: size });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    if (!request.url().endsWith('/events')) faults.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  await page.goto(url);
  return { page, faults };
}
