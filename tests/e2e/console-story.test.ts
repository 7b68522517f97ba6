import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryList, EntryView } from '../../src/console/wire/registers.ts';
import { browserThere } from './browser.ts';
import { DEPARTMENT, type Desk, House, SLOW, STAFF, shot, until, type Who } from './console.ts';

/** One complaint from the patient's telephone to the report, and what happens when two people or a broken line are in the way. */

const MINE = '您正在处理';

let house: House;
let patients: readonly string[];

/** The row of a patient in the list, by the masked number. */
const rowOf = ({ page }: Desk, patient: string) =>
  page.locator('[data-conversation]').filter({ hasText: `****${patient.slice(-4)}` });

async function open(desk: Desk, patient: string): Promise<void> {
  await rowOf(desk, patient).click();
  await desk.page.getByRole('log').getByText('转人工').first().waitFor();
}

/** Takes what nobody has and writes to the patient. */
async function claim({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: /^(认领|接手)$/ }).click();
  await page.getByText(MINE).first().waitFor();
}

async function reply({ page }: Desk, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '回复对方' }).fill(words);
  await page.getByRole('button', { name: /(^|\s)发送$/ }).click();
}

/** One step of the register as somebody does it on the page of the entry; submitting it is their signature. */
async function step(who: Who, number: string, name: string, fill: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults } = await house.desk(who, { path: `/registers/complaint/${number}` });
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill(page);
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
  await dialog.waitFor({ state: 'hidden' });
  await shot(page, `story-${name}`);
  expect(faults).toEqual([]);
  await context.close();
}

async function assign(page: Page): Promise<void> {
  await page.getByLabel('责任科室').fill(DEPARTMENT);
  await page.keyboard.press('Escape');
  const categories = page.getByRole('dialog').locator('.ant-form-item', { hasText: '类别' });
  if ((await categories.locator('.ant-select-selection-item').count()) > 0) return;
  await categories.getByRole('combobox').click();
  await page.locator('.ant-select-item-option', { hasText: '服务态度' }).click();
}

/** The patient is asked, complains, and asks for a person. */
async function complain(patient: string, words: string): Promise<void> {
  await house.text(patient, '方便，你说');
  await house.text(patient, words);
  await house.text(patient, '转人工');
}

/** The report of complaints names the department. */
async function reported(department: string): Promise<void> {
  const { page, context } = await house.desk('leader', { path: '/reports' });
  await page.getByRole('tab', { name: '投诉' }).click();
  await page.getByRole('tabpanel').getByText(department).first().waitFor();
  await shot(page, 'story-report');
  await context.close();
}

describe.runIf(browserThere())('a day at the console', () => {
  beforeAll(async () => {
    house = await House.open();
    patients = await house.admit(4);
  }, SLOW);

  afterAll(() => house.close());

  test(
    'a complaint by SMS: seen live, taken over, answered, registered, answered by the department, approved, told, settled',
    async () => {
      const [patient = ''] = patients;
      const desk = await house.desk('officer', { path: '/inbox?queue=unassigned' });
      const { page } = desk;
      await page.locator('.queue-bar').waitFor();

      await complain(patient, '护士态度太差了，按铃叫了半小时都没人来');
      await open(desk, patient);
      await page.getByRole('log').getByText('按铃叫了半小时').first().waitFor();
      await claim(desk);
      const before = house.carrier.handset(patient).length;
      await reply(desk, '您好，我是随访中心林晓，您说的情况我已经记下，马上转给科室核实。');
      expect(await house.answer(patient, before)).toContain('马上转给科室核实');
      await page.getByRole('log').getByText('已送达').last().waitFor();
      await shot(page, 'story-conversation');

      const officer = await house.client('officer');
      const [entry] = ((await officer.get('/api/registers?kinds=complaint')).body as EntryList).rows;
      const number = entry?.number ?? '';
      expect(entry).toMatchObject({ status: 'open', text: expect.stringContaining('按铃') as string });
      await step('officer', number, '派办', assign);
      await step('head', number, '提交调查情况', (at) =>
        at.getByRole('textbox', { name: '调查情况' }).fill('已核实：当晚值班护士在抢救，回应不及时，已批评并致歉。'),
      );
      await step('conduct', number, '审批', (at) =>
        at.getByRole('textbox', { name: '行风办拟办意见' }).fill('同意科室意见。'),
      );
      const told = house.carrier.handset(patient).length;
      const result = '您反映的按铃无人回应一事，科室已核实并向您致歉，今后夜班增加一名护士。';
      await step('officer', number, '答复并结案', (at) =>
        at.getByRole('textbox', { name: '告知对方的内容' }).fill(result),
      );
      expect(await house.answer(patient, told)).toContain('夜班增加一名护士');
      await house.carrier.inject({ from: patient, body: '满意，谢谢' });
      await until(async () => {
        const view = (await officer.get(`/api/registers/complaint/${number}`)).body as EntryView;
        return view.entry.status === 'closed' && view.entry.settled === true;
      });
      await reported(DEPARTMENT);
      expect(desk.faults).toEqual([]);
      await desk.context.close();
    },
    2 * SLOW,
  );

  test(
    'two officers press at the same moment: one has it, the other is told who',
    async () => {
      const [, patient = ''] = patients;
      await complain(patient, '饭菜太贵还不好吃');
      const desks = await Promise.all([house.desk('officer'), house.desk('second')]);
      for (const desk of desks) await open(desk, patient);
      const buttons = desks.map(({ page }) => page.getByRole('button', { name: /^(认领|接手)$/ }));
      await Promise.all(buttons.map((button) => button.click()));
      await until(async () => {
        const mine = await Promise.all(desks.map(({ page }) => page.getByText(MINE).first().isVisible()));
        return mine.filter(Boolean).length === 1;
      });
      const mine = await Promise.all(desks.map(({ page }) => page.getByText(MINE).first().isVisible()));
      const [loser, winner] = mine[0] === true ? [desks[1], STAFF.officer] : [desks[0], STAFF.second];
      await loser.page.getByText(`${winner.name} 正在处理`).first().waitFor();
      for (const { context } of desks) await context.close();
    },
    SLOW,
  );

  test(
    'the line breaks and comes back: nothing that happened meanwhile is missed',
    async () => {
      const [, , patient = ''] = patients;
      const desk = await house.desk('officer', { path: '/inbox?queue=unassigned' });
      const { page } = desk;
      await page.locator('.queue-bar').waitFor();
      await house.restart(async () => {
        await page.getByText('连接已断开').waitFor();
      });
      await complain(patient, '空调坏了三天没人修');
      await page.getByText('连接已断开').waitFor({ state: 'detached', timeout: SLOW });
      await rowOf(desk, patient).waitFor();
      await desk.context.close();
    },
    SLOW,
  );
});
