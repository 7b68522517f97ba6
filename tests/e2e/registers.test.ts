import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BLANK_FORM } from '../../src/domain/register.ts';
import type { Store } from '../../src/store/store.ts';
import { browserThere } from './browser.ts';
import { DEPARTMENT, type Desk, House, PHONE, quiet, SLOW, seriousViolations, shot, widthOf } from './console.ts';

/** The complaint register and the praise register as people work with them. */

let house: House;

const DAY = 86_400_000;

/** A late complaint, one that says the same, a suggestion and praise. */
async function fill(store: Store): Promise<void> {
  const receivedBy = { account: 'officer', name: '林晓' };
  const add = (kind: 'complaint' | 'praise' | 'suggestion', text: string, ago: number, concerns: readonly string[]) =>
    store.registers.add({
      kind,
      text,
      form: {
        ...BLANK_FORM,
        contactName: '王大明',
        relation: '儿子',
        patientName: '王小明',
        recordNo: 'R20260001',
        phone: '13800000001',
        concernedDepartment: DEPARTMENT,
        concerns,
      },
      receivedAt: Date.now() - ago,
      receivedThrough: 'phone',
      receivedBy,
      conversationId: null,
      at: Date.now(),
    });
  await add('complaint', '三楼的护士态度很差，叫了半天没人来，问她还不耐烦', 20 * DAY, ['nurse']);
  await add('complaint', '护士态度差，叫了半天没有人来', DAY, ['nurse']);
  await add('suggestion', '希望病房里加一张陪护椅', DAY, ['environment']);
  await add('praise', '谢谢李小琴护士，半夜还来看我父亲好几次', 1_000, ['李小琴（护士，骨科）']);
}

async function fillIn({ page }: Desk, label: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(words);
}

async function sign({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: '签名并提交' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe.runIf(browserThere())('registers', () => {
  beforeAll(async () => {
    house = await House.open(fill);
  }, SLOW);
  afterAll(() => house.close(), SLOW);

  test(
    'a late complaint is seen at once, assigned, answered by the head, approved, and closed by telephone',
    async () => {
      const officer = await house.desk('officer', { path: '/registers' });
      await officer.page.getByText('逾期', { exact: true }).first().waitFor();
      expect(await officer.page.locator('#main').innerText()).toContain('已逾期 1 件');
      await shot(officer.page, 'registers-list');
      expect(await seriousViolations(officer.page)).toEqual([]);
      await officer.page.getByRole('link', { name: /2026-0001 投诉/ }).click();
      await officer.page.getByText('可能重复').waitFor();
      const head = await house.desk('head', { path: new URL(officer.page.url()).pathname.replace('/console', '') });

      await officer.page
        .getByRole('button', { name: '派 办' })
        .or(officer.page.getByRole('button', { name: '派办' }))
        .click();
      await shot(officer.page, 'registers-assign');
      await fillIn(officer, '责任科室', DEPARTMENT);
      await officer.page.keyboard.press('Escape');
      await sign(officer);

      await head.page.reload();
      await head.page.getByRole('button', { name: '提交调查情况' }).click();
      await fillIn(head, '调查情况', '当班护士正在抢救，未及时解释。已要求致歉。');
      await sign(head);

      const conduct = await house.desk('conduct', {
        path: new URL(officer.page.url()).pathname.replace('/console', ''),
      });
      await conduct.page.getByRole('button', { name: /审\s?批/ }).click();
      await fillIn(conduct, '行风办拟办意见', '同意科室意见，由随访中心答复。');
      await sign(conduct);

      await officer.page.getByRole('button', { name: '答复并结案' }).click();
      await fillIn(officer, '告知对方的内容', '科室已核实并向您致歉。');
      await sign(officer);
      await officer.page.getByText('已结案').first().waitFor();
      await quiet(officer.page);
      const form = await officer.page.locator('#main').innerText();
      for (const words of ['当班护士正在抢救', '何建平 签名', '孙志强 签名', '科室已核实并向您致歉', '王*'])
        expect([words, form.includes(words)]).toEqual([words, true]);
      await shot(officer.page, 'registers-entry');
      expect(await seriousViolations(officer.page)).toEqual([]);
      expect([officer.faults, head.faults, conduct.faults]).toEqual([[], [], []]);
    },
    SLOW,
  );

  test(
    'an entry by hand states when it was received, what was filled in wrongly is cleared, and the list is narrowed by place and year',
    async () => {
      const { page, faults } = await house.desk('officer', { path: '/registers/new' });
      await page.getByLabel('受理时间').fill('2025-12-30 09:05');
      await page.getByLabel('受理时间').press('Tab');
      await page.getByLabel('内容（原话）').fill('食堂的饭菜凉了');
      await page.getByLabel('联系人姓名').fill('赵一');
      await page.getByLabel('住址或工作单位').fill('写错的地址');
      await page.getByLabel('涉及科室').fill('营养科');
      await page.getByRole('button', { name: /登\s?记$/ }).click();
      await page.getByText('请写明涉及谁，或勾选“没有点名”').waitFor();
      await shot(page, 'registers-nobody-named');
      await page.getByRole('checkbox', { name: '没有点名到人' }).check();
      await page.getByRole('button', { name: /登\s?记$/ }).click();
      await page.getByText('2025-0001').first().waitFor();
      expect(await page.locator('#main').innerText()).toContain('09:05');

      await page.getByRole('button', { name: /填\s?写/ }).click();
      await page.getByRole('checkbox', { name: '住址或工作单位 清空' }).check();
      await shot(page, 'registers-edit');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /保\s?存/ })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await quiet(page);
      expect(await page.locator('#main').innerText()).not.toContain('***');

      await page.goto(`${house.service.url}/console/registers`);
      await page.getByText('2025-0001').waitFor();
      await page.getByRole('combobox', { name: '年度' }).click();
      await page.getByTitle('2025', { exact: true }).click();
      await page.getByText('2026-0001').waitFor({ state: 'detached' });
      expect(await page.getByText('2025-0001').count()).toBe(1);
      await shot(page, 'registers-year');
      expect(await seriousViolations(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
    SLOW,
  );

  test(
    'praise is counted, and both fit a telephone',
    async () => {
      const desk = await house.desk('supervisor', { size: PHONE, path: '/praise' });
      await desk.page.getByText('谢谢李小琴护士').waitFor();
      await shot(desk.page, 'praise-phone');
      expect(await seriousViolations(desk.page)).toEqual([]);
      await desk.page.goto(`${house.service.url}/console/registers/complaint/2026-0001`);
      await desk.page.getByText('办理记录').waitFor();
      await shot(desk.page, 'registers-entry-phone');
      expect(await widthOf(desk.page)).toBeLessThanOrEqual(PHONE.width);
      await desk.page.goto(`${house.service.url}/console/registers/new?kind=praise`);
      await desk.page.getByLabel('内容（原话）').waitFor();
      await shot(desk.page, 'registers-new-phone');
      expect(desk.faults).toEqual([]);
    },
    SLOW,
  );
});
