import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addAccount } from '../../src/access/accounts.ts';
import type { Role } from '../../src/access/roles.ts';
import { createIds } from '../../src/app/ids.ts';
import { createLogger } from '../../src/app/logger.ts';
import { readServiceFile } from '../../src/app/service-file.ts';
import { importThroughService } from '../../src/intake/remote.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { Store } from '../../src/store/store.ts';
import { type ConsoleClient, signIn } from '../console/client.ts';
import { writeDischarges, writeHospital } from '../crash/hospital.ts';
import { type DemoService, startDemo } from '../demo/service.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in/server.ts';
import { startBrowser } from './browser.ts';

/** The staff console in a real browser, with the real service and a carrier for its texts. */

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
export const SLOW = 90_000;
const ZONE = 'Asia/Shanghai';
export const PASSWORD = 'three words and 7 more';
/** Known by an https address, so that cookies are as in earnest; Chromium takes them on this machine without https. */
const PUBLIC_BASE_URL = 'https://huifang.example.org';
/** Pictures to look at, when a folder for them is named. */
const SHOTS = process.env['SHOTS'];
/** The department of everybody on the discharge list. */
export const DEPARTMENT = '骨科';

export type Who = 'officer' | 'second' | 'supervisor' | 'head' | 'conduct' | 'leader' | 'desk' | 'admin';

/** Who works there; a head is of the department of the list. */
export const STAFF: Readonly<Record<Who, { readonly name: string; readonly role: Role }>> = {
  officer: { name: '林晓', role: 'officer' },
  second: { name: '周敏', role: 'officer' },
  supervisor: { name: '陈静', role: 'supervisor' },
  head: { name: '何建平', role: 'head' },
  conduct: { name: '孙志强', role: 'conduct' },
  leader: { name: '高明', role: 'leader' },
  desk: { name: '吴倩', role: 'desk' },
  admin: { name: '管理员', role: 'admin' },
};
export const EVERYBODY = Object.keys(STAFF) as readonly Who[];

/** A browser window of somebody, and what went wrong in it. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

interface Look {
  readonly size?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** Below /console. */
  readonly path?: string;
}

async function seedStore(dataDir: string, seed: ((store: Store) => Promise<void>) | undefined): Promise<void> {
  const clock = { now: () => Date.now() };
  const logger = createLogger({ level: 'silent', format: 'json' });
  const store = await openSqliteStore({ file: join(dataDir, 'huifang.sqlite'), zone: ZONE, logger, clock });
  const access = { store, clock, ids: createIds(clock), realNow: clock.now };
  for (const userName of EVERYBODY) {
    const { name, role } = STAFF[userName];
    const department = role === 'head' ? DEPARTMENT : null;
    await addAccount(access, { userName, name, role, department, staffName: name }, 'service:test', PASSWORD);
  }
  await seed?.(store);
  await store.close();
}

/** The service, its carrier, its staff, and a browser, for one file of tests. */
export class House {
  service: DemoService;
  readonly carrier: TwilioStandIn;
  readonly browser: Browser;
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #clients = new Map<Who, Promise<ConsoleClient>>();
  #patients = 0;

  private constructor(
    parts: Pick<House, 'service' | 'carrier' | 'browser'>,
    folder: string,
    env: Record<string, string>,
  ) {
    this.service = parts.service;
    this.carrier = parts.carrier;
    this.browser = parts.browser;
    this.#folder = folder;
    this.#env = env;
  }

  /** `seed`: what is in the data file before the service starts. */
  static async open(seed?: (store: Store) => Promise<void>, urgentAlertSeconds?: number): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'huifang-console-'));
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    await seedStore(dataDir, seed);
    const carrier = await startTwilioStandIn();
    const env = {
      DEMO: 'off',
      CONFIG_FILE: writeHospital(folder, urgentAlertSeconds),
      PUBLIC_BASE_URL,
      TWILIO_ACCOUNT_SID: carrier.accountSid,
      TWILIO_AUTH_TOKEN: carrier.authToken,
      TWILIO_FROM: carrier.number,
      TWILIO_API_BASE_URL: carrier.url,
    };
    const service = await startDemo({ port: 0, dataDir }, env);
    carrier.setApp(service.url, PUBLIC_BASE_URL);
    return new House({ service, carrier, browser: await startBrowser() }, folder, env);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.carrier.settled();
    await this.service.stop();
    await this.carrier.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The service ends and comes again at the same address. */
  async restart(meanwhile: () => Promise<void>): Promise<void> {
    await this.service.halt();
    await meanwhile();
    this.service = await startDemo(this.service, this.#env);
  }

  /** Discharges patients of one department and waits until our first text has reached them. Returns their numbers. */
  async admit(count: number): Promise<readonly string[]> {
    const list = writeDischarges(this.#folder, this.#patients + 1, count);
    this.#patients += count;
    const address = readServiceFile(this.service.dataDir);
    if (address === undefined) throw new Error('the service does not run');
    await importThroughService(address, { path: list.path, today: list.today, dryRun: false }, {});
    await until(() => list.patients.every((number) => this.carrier.handset(number).length > 0));
    return list.patients;
  }

  /** The patient writes, and reads what comes back: the text after the last one. */
  async text(from: string, body: string): Promise<string> {
    const before = this.carrier.handset(from).length;
    await this.carrier.inject({ from, body });
    return this.answer(from, before);
  }

  /** The text that comes after so many. */
  async answer(to: string, before: number): Promise<string> {
    await until(() => this.carrier.handset(to).length > before);
    return this.carrier.handset(to).at(-1) ?? '';
  }

  /** The API as somebody may use it. */
  client(who: Who): Promise<ConsoleClient> {
    const known = this.#clients.get(who) ?? signIn(this.service.url, who, PASSWORD);
    this.#clients.set(who, known);
    return known;
  }

  /** A window in which somebody has signed in. */
  async desk(who: Who, { size = DESKTOP, locale = 'zh-CN', path = '/' }: Look = {}): Promise<Desk> {
    const { cookie } = await this.client(who);
    const [name = '', value = ''] = cookie.split('=');
    const context = await this.browser.newContext({
      viewport: size,
      locale,
      timezoneId: ZONE,
      hasTouch: size === PHONE,
    });
    await context.addCookies([{ name, value, url: `${this.service.url}/api`, httpOnly: true, sameSite: 'Strict' }]);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.setDefaultTimeout(20_000);
    await page.goto(`${this.service.url}/console${path}`);
    await page.locator('#main').waitFor();
    return { page, context, faults };
  }

  /** Signs in by hand. */
  async signInAt(page: Page, who: Who): Promise<void> {
    await page.goto(`${this.service.url}/console/`);
    await page.getByLabel('用户名').fill(who);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('#main').waitFor();
  }
}

const UNTIL_MS = 20_000;
const POLL_MS = 25;

/** Waits until the condition holds; fails after some seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = performance.now() + UNTIL_MS;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(`never came about: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Nothing is on its way any more. */
export async function quiet(page: Page): Promise<void> {
  await page.locator('.ant-spin-spinning, .ant-skeleton-active').first().waitFor({ state: 'detached' });
}

/** Whatever fades in or out has done so: half faded, anything has too little contrast. What turns for ever is not waited for. */
function atRest(page: Page): Promise<unknown> {
  return page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime)).map(({ finished }) => finished))`);
}

/** What axe finds that hinders people in earnest. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  await atRest(page);
  return page.evaluate(
    // aria-input-field-name: antd gives the list of a select no name of its own; its field has one and points to the list.
    `axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => id !== 'aria-input-field-name' || !html.includes('role="listbox"')) }))
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}

/** How wide the page really is. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}

/** The words of the page itself, one text node each: without what patients, bot and staff said and without names. */
export function ownWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const theirs = '.inbox-text, .inbox-name, [role=log], .hospital, .top-tools, [data-words=theirs]';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const box = node.parentElement;
      if (box.closest(theirs) === null && box.checkVisibility()) words.push(node.textContent.trim());
    }
    return words.filter((text) => text !== '');
  })()`);
}

/** What is shown. */
export function shown(page: Page): Promise<string> {
  return page.evaluate('document.body.innerText');
}

export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}
