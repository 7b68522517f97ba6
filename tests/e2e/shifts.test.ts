import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/domain/clock.ts';
import type { Store } from '../../src/store/store.ts';
import { begin } from '../contracts/store/turns.ts';
import { browserThere } from './browser.ts';
import { House, PHONE, quiet, SLOW, seriousViolations, shot, shown, until, widthOf } from './console.ts';

/** The appointment desk and the handover of a shift, as people do them on the screen. */

const PASSWORD = 'three words and 7 more';
const NUMBER = '+8613800000001';

let house: House;

/** A request that the desk has to answer, and a callback that is overdue. */
async function seed(store: Store): Promise<void> {
  const now = Date.now();
  const details = {
    department: '骨科',
    doctor: '林绍强',
    date: '2030-03-12',
    half: 'morning',
    name: '李芳',
    phone: '13800012301',
  };
  const text = '预约：骨科 林绍强，2030-03-12上午，李芳，13800012301';
  const promise = { due: now + 4 * HOUR, remindAt: now + 3 * HOUR };
  const workItems = [{ id: 'c1.a0', kind: 'appointment' as const, text, details, promise }];
  await begin(store, 1, { in: ['想约骨科'] }, { at: now, workItems });
  await store.work.add(
    {
      id: 'late',
      conversationId: 'c1',
      kind: 'callback',
      source: 'staff',
      priority: 'normal',
      text: '核实出院带药后回电',
      details: {},
      at: now - 2 * HOUR,
      due: now - HOUR,
      remindAt: null,
      assignee: null,
    },
    'service:test',
  );
}

/** antd puts a blank between two characters of a button. */
const spaced = (name: string) => new RegExp(`^${Array.from(name).join('\\s?')}$`, 'u');

async function sign(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('再输一次登录密码，作为签名').fill(PASSWORD);
  await dialog.getByRole('button', { name: spaced(button) }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe.runIf(browserThere())('the desk and the shifts', () => {
  beforeAll(async () => {
    house = await House.open(seed);
  }, SLOW);

  afterAll(() => house.close());

  test(
    'the desk confirms an appointment, and the patient reads it',
    async () => {
      const { page, context, faults } = await house.desk('desk', { path: '/work' });
      await page.getByRole('button', { name: /查看.*骨科/ }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: spaced('认领') }).click();
      await drawer.getByText('办理中').first().waitFor();
      await drawer.getByLabel('约定时间').fill('2030-03-12 09:30');
      await drawer.getByLabel('约定时间').press('Tab');
      await drawer.getByText('患者会收到').waitFor();
      await shot(page, 'work-desk');
      expect(await seriousViolations(page)).toEqual([]);
      await drawer.getByRole('button', { name: spaced('保存') }).click();
      await until(() => house.carrier.handset(NUMBER).some((text) => text.includes('预约已约好：骨科 林绍强')));
      expect(faults).toEqual([]);
      await context.close();
    },
    SLOW,
  );

  test(
    'a shift is handed over: signed by who goes, checked and signed by who comes, seen everywhere until then',
    async () => {
      const officer = await house.desk('officer', { path: '/shifts' });
      await officer.page.getByRole('button', { name: '开始白班' }).click();
      await officer.page.getByRole('button', { name: spaced('交班') }).click();
      await officer.page.getByLabel(/交班备注.*钥匙/).fill('在抽屉里');
      await shot(officer.page, 'shift-out');
      await officer.page.getByRole('button', { name: '签名交班' }).click();
      await sign(officer.page, '签名交班');
      await officer.page.getByRole('link', { name: /白班 · 等待接班/ }).waitFor();

      const second = await house.desk('second', { path: '/shifts', size: PHONE });
      await second.page.getByRole('button', { name: spaced('接班') }).click();
      await quiet(second.page);
      expect(await shown(second.page)).toContain('在抽屉里');
      await second.page.getByRole('radiogroup', { name: '钥匙' }).getByText('× 不接收').click();
      await second.page.getByLabel(/不接收的原因.*钥匙/).fill('少一把');
      await second.page.getByRole('button', { name: '其余全部打 √' }).click();
      expect(await widthOf(second.page)).toBeLessThanOrEqual(PHONE.width);
      expect(await seriousViolations(second.page)).toEqual([]);
      await shot(second.page, 'shift-in-phone');
      await second.page.getByRole('button', { name: '签名接班' }).click();
      await sign(second.page, '签名接班');
      await until(async () => (await shown(second.page)).includes('已交接'));
      await until(async () => (await officer.page.getByRole('link', { name: /白班 · 等待接班/ }).count()) === 0);
      expect([...officer.faults, ...second.faults]).toEqual([]);
      await officer.context.close();
      await second.context.close();
    },
    SLOW,
  );

  test(
    'the supervisor finds what was not accepted and the broken promise, and reviews the shift',
    async () => {
      const { page, context, faults } = await house.desk('supervisor', { path: '/work' });
      await page.getByRole('tab', { name: /承诺台账/ }).click();
      await page.getByText('核实出院带药后回电').waitFor();
      await shot(page, 'work-promises');
      await page.getByRole('tab', { name: /交班遗留/ }).click();
      await page.getByText('白班交班未接收：钥匙。原因：少一把').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.goto(`${house.service.url}/console/shifts`);
      await page.getByRole('button', { name: /审阅这一页的全部/ }).click();
      await sign(page, '审阅');
      await page.getByText('已审阅 陈静').waitFor();
      await shot(page, 'shifts-reviewed');
      expect(await seriousViolations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    SLOW,
  );
});
