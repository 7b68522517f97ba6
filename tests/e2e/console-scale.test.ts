import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store, TurnCommit } from '../../src/store/store.ts';
import { newContact, newRecord, nextTurn, stayFacts } from '../contracts/store/turns.ts';
import { browserThere } from './browser.ts';
import { type Desk, House, SLOW, shot } from './console.ts';

/** A queue of ten thousand and a talk of five hundred messages stay usable: only what is on the screen is in the page. */

const QUEUE = 10_000;
const LINES = 500;
const AT_ONCE = 500;
const HOUR = 3_600_000;
/** Numbers of our own, so that no discharged patient has them. */
const FIRST = 1_000_000;
/** Far more than fit on a screen, far fewer than there are. */
const FEW = 60;

let house: House;

/** The contact of conversation `n` has waited longer than the one of `n + 1`. */
function waiting(n: number, start: number): TurnCommit {
  const since = start - HOUR + n;
  const handoff = { reason: 'human_requested', priority: 'normal', since, history: [] } as const;
  const stay = stayFacts(FIRST + n);
  const record = newRecord(FIRST + n, { state: 'with_staff', handoff, stay, createdAt: since, updatedAt: since });
  const lines = { in: [`第${String(n)}位在等`] };
  const contact = newContact(record);
  return nextTurn(record, lines, {
    at: since,
    contact,
    record,
    handoff: { id: `h${String(n)}`, reason: 'human_requested', priority: 'normal', text: '要人工' },
  });
}

async function seed(store: Store): Promise<void> {
  const start = Date.now();
  for (let first = 1; first <= QUEUE; first += AT_ONCE) {
    const turns = Array.from({ length: AT_ONCE }, (_, index) => store.turns.commit(waiting(first + index, start)));
    const results = await Promise.all(turns);
    if (results.some((result) => result !== 'committed')) throw new Error(results.join());
  }
}

/** Scrolls the list to its end again and again until it grows no more, as somebody would who looks for the last one. */
async function toEnd({ page }: Desk, list: string, last: string): Promise<void> {
  const end = page.getByText(last, { exact: false }).first();
  for (let times = 0; times < 300 && !(await end.isVisible()); times += 1) {
    await page.locator(list).evaluate((box) => {
      const scrolled = box as unknown as { scrollTop: number; scrollHeight: number };
      scrolled.scrollTop = scrolled.scrollHeight;
    });
    await page.waitForTimeout(60);
  }
  await end.waitFor();
}

describe.runIf(browserThere())('much at once', () => {
  beforeAll(async () => {
    house = await House.open(seed);
  }, 3 * SLOW);

  afterAll(() => house.close());

  test(
    'a queue of ten thousand: the rows on the screen are the right ones, and no others are in the page',
    async () => {
      const desk = await house.desk('supervisor', { path: '/inbox?queue=unassigned' });
      const { page } = desk;
      const rows = page.locator('[data-conversation]');
      await rows.first().waitFor();
      expect(await page.locator('.queue-bar').innerText()).toContain(String(QUEUE));
      expect(await rows.first().innerText()).toContain('第1位在等');
      expect(await rows.count()).toBeLessThan(FEW);
      await page.locator('.inbox-scroll').evaluate((box) => {
        (box as unknown as { scrollTop: number }).scrollTop = 40 * 128;
      });
      await page.getByText('第42位在等').waitFor();
      expect(await rows.count()).toBeLessThan(FEW);
      await shot(page, 'scale-queue');
      await toEnd(desk, '.inbox-scroll', '第400位在等');
      expect(await rows.count()).toBeLessThan(FEW);
      expect(desk.faults).toEqual([]);
      await desk.context.close();
    },
    SLOW,
  );

  test(
    'a talk of five hundred messages opens at its end, and its beginning is there when one scrolls up',
    async () => {
      const [patient = ''] = await house.admit(1);
      await house.text(patient, '转人工');
      for (let line = 1; line <= LINES; line += 1) {
        await house.carrier.inject({ from: patient, body: `第${String(line)}句话，${'很长'.repeat(line % 30)}` });
      }
      const desk = await house.desk('supervisor', { path: '/inbox?queue=all&order=newest' });
      const { page } = desk;
      await page.locator('[data-conversation]').first().click();
      const log = page.getByRole('log');
      await log.getByText(`第${String(LINES)}句话`).waitFor();
      expect(await log.getByText(/第\d+句话/).count()).toBeLessThan(FEW);
      await shot(page, 'scale-talk');
      for (let times = 0; times < 100 && !(await log.getByText('第1句话，').isVisible()); times += 1) {
        await log.evaluate((box) => {
          (box as unknown as { scrollTop: number }).scrollTop = 0;
        });
        await page.waitForTimeout(60);
      }
      await log.getByText('第1句话，').waitFor();
      expect(await log.getByText(/第\d+句话/).count()).toBeLessThan(FEW);
      expect(desk.faults).toEqual([]);
      await desk.context.close();
    },
    SLOW,
  );
});
