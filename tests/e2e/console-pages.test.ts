import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import {
  DESKTOP,
  EVERYBODY,
  fitsWidth,
  House,
  PHONE,
  quiet,
  SLOW,
  seriousViolations,
  shot,
  shown,
  type Who,
} from './console.ts';

/** Every page that somebody's menu leads to: for eyes that see little, for small screens, in three languages. */

let house: House;

/** Addresses of the menu of somebody, below /console. */
async function menuOf(who: Who): Promise<readonly string[]> {
  const { page, context } = await house.desk(who);
  const links = page.locator('nav .side-menu a');
  await links.first().waitFor();
  const paths = await links.evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
  await context.close();
  return [...paths.map((path) => new URL(path).pathname.replace('/console', '')), '/me'];
}

describe.runIf(browserThere())('the pages of the console', () => {
  beforeAll(async () => {
    house = await House.open();
    const [angry = ''] = await house.admit(3);
    await house.text(angry, '方便');
    await house.text(angry, '护士态度差，叫了半天没人来，我要找你们领导，转人工');
  }, SLOW);

  afterAll(() => house.close());

  test('signing in by hand leads to the first page of the menu', async () => {
    const page = await house.browser.newPage({ viewport: DESKTOP, locale: 'zh-CN' });
    await house.signInAt(page, 'officer');
    expect(await shown(page)).toContain('林晓');
    await page.close();
  });

  test.each(EVERYBODY)(
    'each page of the menu of %s can be used with a reader of the screen, and has no errors',
    async (who) => {
      const found: Record<string, readonly string[]> = {};
      for (const path of await menuOf(who)) {
        const { page, context, faults } = await house.desk(who, { path });
        await quiet(page);
        const serious = await seriousViolations(page);
        if (serious.length + faults.length > 0) found[path] = [...serious, ...faults];
        await shot(page, `${who}${path.replace('/', '-')}`);
        await context.close();
      }
      expect(found).toEqual({});
    },
    SLOW,
  );

  test(
    'a supervisor on call can use every page on a phone',
    async () => {
      for (const path of await menuOf('supervisor')) {
        const { page, context } = await house.desk('supervisor', { path, size: PHONE });
        await quiet(page);
        await shot(page, `phone${path.replace('/', '-')}`);
        await fitsWidth(page);
        await context.close();
      }
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
      for (const path of await menuOf('supervisor')) {
        const { page, context } = await house.desk('supervisor', { path, locale });
        await quiet(page);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale);
        await shot(page, `${locale}${path.replace('/', '-')}`);
        const words = ourWords(await shown(page)).filter((line) => foreign.test(line));
        if (words.length > 0) left[path] = words;
        await context.close();
      }
      expect(left).toEqual({});
    },
    SLOW,
  );
});

/** Lines that are not what patients or staff wrote, nor names. */
function ourWords(text: string): readonly string[] {
  const theirs = /护士|王\*|林晓|陈静|周敏|骨科|医院|回访|随访|简体中文|繁體中文/;
  return text.split('\n').filter((line) => !theirs.test(line));
}
