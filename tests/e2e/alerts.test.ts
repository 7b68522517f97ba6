import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { type Desk, House, SLOW, until } from './console.ts';

/** An emergency reaches an officer who looks elsewhere: by sound and on the desktop, once, and also after a break. */

/** What the page did, noted by the browser itself. One ring is four notes. */
interface Alarms {
  readonly notes: number;
  readonly shown: readonly { readonly title: string; readonly body: string; readonly tag: string }[];
}
const NOTES = 4;
const WATCH = `(() => {
  window.alarms = { notes: 0, shown: [] };
  // Playwright lets every page believe that it is looked at; this one lies behind another.
  document.hasFocus = () => false;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) {
    if (this.context.state === 'running') window.alarms.notes += 1;
    return start.apply(this, at);
  };
  const Real = window.Notification;
  window.Notification = class extends Real {
    constructor(title, options) {
      super(title, options);
      window.alarms.shown.push({ title, body: options.body, tag: options.tag });
    }
  };
})()`;

let house: House;
let patients: readonly string[];
let elsewhere: Page;

const alarms = (page: Page): Promise<Alarms> => page.evaluate('window.alarms');
const counted = async ({ page }: Desk) => {
  const { notes, shown } = await alarms(page);
  return [notes / NOTES, shown.length];
};

/** The officer has clicked on the page, so that it may sound, and looks at another tab. */
async function lookAway({ page }: Desk): Promise<void> {
  await page.locator('#main').click({ position: { x: 4, y: 4 } });
  await elsewhere.bringToFront();
}

async function watched(): Promise<Desk> {
  const desk = await house.desk('officer', { path: '/work' });
  await desk.context.grantPermissions(['notifications']);
  await desk.context.addInitScript(WATCH);
  await desk.page.reload();
  await desk.page.locator('#main').waitFor();
  return desk;
}

async function danger(patient: string | undefined): Promise<void> {
  const answer = await house.text(patient ?? '', '我现在胸口疼得厉害，喘不上气');
  expect(answer).toContain('120');
}

describe.runIf(browserThere())('urgent alerts', () => {
  let desk: Desk;

  beforeAll(async () => {
    house = await House.open();
    patients = await house.admit(5);
    desk = await watched();
    elsewhere = await desk.context.newPage();
    await lookAway(desk);
  }, 2 * SLOW);

  afterAll(() => house.close());

  test(
    'a page in the background rings and shows a notification that names nobody, once for each conversation',
    async () => {
      const [first, second] = patients;
      await danger(first);
      await until(async () => (await counted(desk)).every((count) => count === 1));
      const [note] = (await alarms(desk.page)).shown;
      expect(note).toMatchObject({ title: '有新的紧急会话', body: '请马上查看。' });
      await danger(first);
      await danger(second);
      await until(async () => (await counted(desk))[1] === 2);
      expect(await counted(desk)).toEqual([2, 2]);
    },
    SLOW,
  );

  test(
    'after a reload it does not ring for what it rang for before',
    async () => {
      await desk.page.reload();
      await desk.page.locator('#main').waitFor();
      await lookAway(desk);
      await danger(patients[2]);
      await until(async () => (await counted(desk))[1] === 1);
      expect(await counted(desk)).toEqual([1, 1]);
    },
    SLOW,
  );

  test(
    'one that came while the connection was broken rings when it is back, though the service remembers no events any more',
    async () => {
      const { page, context } = desk;
      await house.restart(async () => {
        await context.route('**/api/events', (route) => route.abort());
        await page.getByText('连接已断开').waitFor();
      });
      await danger(patients[3]);
      expect(await counted(desk)).toEqual([1, 1]);
      await context.unroute('**/api/events');
      await until(async () => (await counted(desk)).every((count) => count === 2));
      await danger(patients[4]);
      await until(async () => (await counted(desk)).every((count) => count === 3));
      expect(await counted(desk)).toEqual([3, 3]);
      await context.close();
    },
    2 * SLOW,
  );
});
