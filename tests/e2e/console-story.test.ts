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

/** One step of the register as somebody does it through the API. */
async function step(who: Who, number: string, body: Readonly<Record<string, unknown>>): Promise<EntryView> {
  const client = await house.client(who);
  const path = `/api/registers/complaint/${number}`;
  const { entry } = (await client.get(path)).body as EntryView;
  const answer = await client.post(`${path}/step`, { ...body, version: entry.version });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as EntryView;
}

/** The patient is asked, complains, and asks for a person. */
async function complain(patient: string, words: string): Promise<void> {
  await house.text(patient, '方便，你说');
  await house.text(patient, words);
  await house.text(patient, '转人工');
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
      const fields = { department: DEPARTMENT, coDepartments: [], categories: ['attitude'], severity: 'ordinary' };
      await step('officer', number, { step: 'assign', fields });
      await step('head', number, { step: 'answer', finding: '已核实：当晚值班护士在抢救，回应不及时，已批评并致歉。' });
      await step('conduct', number, { step: 'approve', fields: { proposal: '同意科室意见。' } });
      const told = house.carrier.handset(patient).length;
      const result = '您反映的按铃无人回应一事，科室已核实并向您致歉，今后夜班增加一名护士。';
      await step('officer', number, { step: 'close', reply: { text: result, channel: 'sms' } });
      expect(await house.answer(patient, told)).toContain('夜班增加一名护士');
      await house.carrier.inject({ from: patient, body: '满意，谢谢' });
      await until(async () => {
        const view = (await officer.get(`/api/registers/complaint/${number}`)).body as EntryView;
        return view.entry.status === 'closed' && view.entry.settled === true;
      });
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
