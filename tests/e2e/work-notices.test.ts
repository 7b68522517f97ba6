import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboxPage } from '../../src/console/wire/inbox.ts';
import type { TaskDetail } from '../../src/console/wire/work.ts';
import { browserThere } from './browser.ts';
import { House, PHONE, SLOW, seriousViolations, shot, until, widthOf } from './console.ts';

/** Promises and tasks reach whom they are for on every page, by a notice and by a number that stays. */

const SOON_MS = 12_000;

describe.runIf(browserThere())('notices of tasks', () => {
  let house: House;
  let talk: string;

  beforeAll(async () => {
    house = await House.open();
    const [patient = ''] = await house.admit(1);
    await house.text(patient, '转人工');
    const officer = await house.client('officer');
    const page = async () => (await officer.get('/api/inbox?queue=unassigned')).body as InboxPage;
    await until(async () => (await page()).rows.length > 0);
    talk = `/api/conversations/${(await page()).rows[0]?.id ?? ''}`;
    await officer.post(`${talk}/claim`, {});
  }, 2 * SLOW);

  afterAll(() => house.close());

  test(
    'a broken promise is told to whose it is and to the supervisor, on whatever page; the number leads to it',
    async () => {
      const officer = await house.desk('officer', { path: '/registers' });
      const supervisor = await house.desk('supervisor', { path: '/registers', size: PHONE });
      const second = await house.desk('second', { path: '/registers' });
      const client = await house.client('officer');
      const body = { text: '回电说明复诊时间', dueAt: Date.now() + SOON_MS };
      const task = (await client.post(`${talk}/callback`, body)).body as TaskDetail;
      expect(task.state).toBe('open');
      for (const { page } of [officer, supervisor]) await page.getByText('有一项承诺已过时限').waitFor();
      expect(await second.page.getByText('有一项承诺已过时限').count()).toBe(0);
      await shot(officer.page, 'notice-broken');
      await shot(supervisor.page, 'notice-broken-390');
      expect(await widthOf(supervisor.page)).toBe(PHONE.width);
      expect(await seriousViolations(officer.page)).toEqual([]);
      await officer.page.getByRole('button', { name: '查看', exact: true }).click();
      await officer.page.getByRole('dialog').getByText('回电说明复诊时间').waitFor();
      await supervisor.page
        .getByRole('button', { name: 'Close' })
        .or(supervisor.page.locator('.ant-notification-notice-close'))
        .first()
        .click();
      await supervisor.page.getByRole('button', { name: '工单：1 项请留意' }).click();
      await supervisor.page.getByText('回电说明复诊时间').waitFor();
      await shot(supervisor.page, 'attention-390');
      for (const { context } of [officer, supervisor, second]) await context.close();
    },
    SLOW,
  );

  test(
    'a task that a supervisor gives is told to whom it is for',
    async () => {
      const second = await house.desk('second', { path: '/shifts' });
      const supervisor = await house.client('supervisor');
      const { rows } = (await supervisor.get('/api/work?kind=callback')).body as { rows: readonly TaskDetail[] };
      const people = (await supervisor.get('/api/work/people')).body as {
        rows: readonly { id: string; name: string }[];
      };
      const account = people.rows.find(({ name }) => name === '周敏')?.id;
      const [task] = rows;
      await supervisor.post(`/api/work/${task?.id ?? ''}/assign`, { version: task?.version, account });
      await second.page.getByText('同事给您指派了一项工单').waitFor();
      await second.page.getByRole('button', { name: '工单：1 项请留意' }).waitFor();
      await shot(second.page, 'notice-given');
      await second.context.close();
    },
    SLOW,
  );
});
