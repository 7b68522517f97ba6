import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import {
  DEPARTMENT,
  DESKTOP,
  type Desk,
  EVERYBODY,
  House,
  ownWords,
  PASSWORD,
  PHONE,
  quiet,
  SLOW,
  seriousViolations,
  shot,
  widthOf,
} from './console.ts';
import { LABELS, TALKS, workADay } from './day.ts';

/** Every page that somebody's menu leads to: for eyes that see little, for small screens, in three languages. */

/** What is the same in every language: names of people, departments, shifts, and the languages' own. */
const NAMES = [
  '骨科',
  '林晓',
  '周敏',
  '陈静',
  '梁宏伟医生',
  '梁宏伟（医生，',
  '梁宏伟',
  '白班',
  '晚班',
  '简体中文',
  '繁體中文',
  '王',
  ...LABELS,
];
const SAID = TALKS.flat();

/** The part of a text that is ours. */
function ours(text: string): string {
  if (SAID.some((words) => words.includes(text))) return '';
  return NAMES.reduce((left, name) => left.replaceAll(name, ''), text);
}

/** Somebody who was never with us, and asks for an appointment. */
const STRANGER = '+8613900001234';

let house: House;

/** Two officers see the same. */
const ROLES = EVERYBODY.filter((who) => who !== 'second');

/** Opens every page of the menu one after the other, as people do, and last their own page. */
async function throughMenu(desk: Desk, look: (path: string) => Promise<void>): Promise<void> {
  const { page } = desk;
  const links = page.locator('nav .side-menu a');
  const openMenu = async () => {
    if (page.viewportSize()?.width === PHONE.width) await page.locator('.top-bar button').first().click();
    await links.first().waitFor();
  };
  await openMenu();
  const count = await links.count();
  for (let index = 0; index < count; index += 1) {
    if (index > 0) await openMenu();
    await links.nth(index).click();
    await quiet(page);
    await look(new URL(page.url()).pathname.replace('/console', ''));
  }
  await page.goto(`${house.service.url}/console/me`);
  await quiet(page);
  await look('/me');
}

describe.runIf(browserThere())('the pages of the console', () => {
  beforeAll(async () => {
    house = await House.open();
    const known = await house.admit(8);
    const patients = known.map((number, index) => (index === 6 ? STRANGER : number));
    const say = (patient: string, words: string) => house.text(patient, words);
    await workADay({ patients, say, client: (who) => house.client(who), password: PASSWORD, department: DEPARTMENT });
  }, 2 * SLOW);

  afterAll(() => house.close());

  test('signing in by hand leads to the first page of the menu', async () => {
    const page = await house.browser.newPage({ viewport: DESKTOP, locale: 'zh-CN' });
    await house.signInAt(page, 'officer');
    await page.getByText('林晓').first().waitFor();
    await page.close();
  });

  test.each(ROLES)(
    'each page of the menu of %s can be used with a reader of the screen, and has no errors',
    async (who) => {
      const found: Record<string, readonly string[]> = {};
      const desk = await house.desk(who);
      await throughMenu(desk, async (path) => {
        const serious = await seriousViolations(desk.page);
        const faults = desk.faults.splice(0);
        if (serious.length + faults.length > 0) found[path] = [...serious, ...faults];
        await shot(desk.page, `${who}${path.replaceAll('/', '-')}`);
      });
      await desk.context.close();
      expect(found).toEqual({});
    },
    SLOW,
  );

  test(
    'a supervisor on call can use every page on a phone',
    async () => {
      const wide: Record<string, number> = {};
      const desk = await house.desk('supervisor', { size: PHONE });
      await throughMenu(desk, async (path) => {
        await shot(desk.page, `phone${path.replaceAll('/', '-')}`);
        const width = await widthOf(desk.page);
        if (width > PHONE.width) wide[path] = width;
      });
      await desk.context.close();
      expect(wide).toEqual({});
    },
    SLOW,
  );

  test.each([
    ['en', /[\u4e00-\u9fff]{2,}/],
    ['zh-TW', /登录|设置|账号|电话|会话|投诉/],
  ])(
    'in %s no word of another language is left',
    async (locale, foreign) => {
      const left: Record<string, unknown> = {};
      const desk = await house.desk('supervisor', { locale });
      await throughMenu(desk, async (path) => {
        expect(await desk.page.locator('html').getAttribute('lang')).toBe(locale);
        await shot(desk.page, `${locale}${path.replaceAll('/', '-')}`);
        const words = (await ownWords(desk.page)).filter((text) => foreign.test(ours(text)));
        if (words.length > 0) left[path] = words;
      });
      await desk.context.close();
      expect(left).toEqual({});
    },
    SLOW,
  );
});
