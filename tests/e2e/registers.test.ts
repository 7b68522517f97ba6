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

describe.skipIf(!browserThere)('registers', () => {
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
      for (const words of ['当班护士正在抢救', '何建平 签名', '孙志强 签名', '科室已核实并向您致歉', '王**'])
        expect([words, form.includes(words)]).toEqual([words, true]);
      await shot(officer.page, 'registers-entry');
      expect(await seriousViolations(officer.page)).toEqual([]);
      expect([officer.faults, head.faults, conduct.faults]).toEqual([[], [], []]);
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
