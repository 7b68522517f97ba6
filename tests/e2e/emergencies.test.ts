import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmergencyView } from '../../src/console/wire/inbox.ts';
import { browserThere } from './browser.ts';
import { type Desk, House, PHONE, SLOW, seriousViolations, shot, until, widthOf } from './console.ts';

/** An emergency that nobody opens calls again, on every page of whoever may take it, and says who of them did what. */

/** The least that can be set. */
const ALERT_S = 5;
const banner = (page: Page) => page.getByRole('region', { name: '还没有答复的紧急会话' });

let house: House;
let patient: string;

describe.runIf(browserThere())('an emergency that waits', () => {
  let supervisor: Desk;

  beforeAll(async () => {
    house = await House.open(undefined, ALERT_S);
    [patient = ''] = await house.admit(1);
    supervisor = await house.desk('supervisor', { path: '/registers' });
    await house.text(patient, '我现在胸口疼得厉害，喘不上气');
  }, 2 * SLOW);

  afterAll(() => house.close());

  test(
    'nobody opens it: it rings again, and every page says that nobody has',
    async () => {
      const { page } = supervisor;
      await banner(page).getByText('还没有人打开').waitFor();
      await page.getByText('紧急会话还没有人打开').first().waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await shot(page, 'emergency-unopened');
      const phone = await house.desk('supervisor', { path: '/registers', size: PHONE });
      await banner(phone.page).waitFor();
      expect(await widthOf(phone.page)).toBe(PHONE.width);
      await shot(phone.page, 'emergency-unopened-390');
      await phone.context.close();
    },
    SLOW,
  );

  test(
    'a colleague opens and claims it: the supervisor sees who; nobody else sees more than that it waits',
    async () => {
      const officer = await house.desk('officer', { path: '/work' });
      await banner(officer.page).getByRole('link', { name: '打开' }).click();
      await officer.page.getByRole('log').waitFor();
      await banner(supervisor.page).getByText('林晓').waitFor();
      expect(await banner(supervisor.page).textContent()).toMatch(/林晓 \d\d:\d\d 打开，还没有答复/);
      await officer.page.getByRole('button', { name: /^(认领|接手)$/ }).click();
      await banner(supervisor.page).getByText('认领，还没有答复').waitFor();
      await shot(officer.page, 'emergency-conversation');
      await officer.context.close();
      const desk = await house.desk('desk');
      expect(await banner(desk.page).count()).toBe(0);
      await desk.context.close();
    },
    SLOW,
  );

  test(
    'who has telephoned says so, and it is quiet everywhere',
    async () => {
      const { page } = supervisor;
      await banner(page).getByRole('button', { name: '已电话或当面联系' }).click();
      await page.getByLabel('说明').fill('已电话联系家属，120 在路上');
      await shot(page, 'emergency-reached');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await banner(page).waitFor({ state: 'detached' });
      const client = await house.client('officer');
      await until(async () => ((await client.get('/api/emergencies')).body as readonly EmergencyView[]).length === 0);
    },
    SLOW,
  );
});
