import { expect, test } from 'vitest';
import type { StaffResult } from '../../../src/bot/handover/actions.ts';
import { Desk, type Observed, type Side } from './rig.ts';

/** What can happen to a conversation, each once. `run` gives what staff were told. */
const EVENTS = {
  patientWrites: (desk: Desk, side: Side, id: string) => desk.hear(id, '护士态度差', side),
  timerFires: async (desk: Desk, side: Side, id: string) => {
    const [timer] = (await desk.view(id)).timers;
    // The contact has been silent; the reminder falls due now.
    if (timer !== undefined) await side.turns.fire({ ...timer, due: timer.due });
  },
  linClaims: (_: Desk, side: Side, id: string) => side.staff.claim(id, 'lin'),
  zhouClaims: (_: Desk, side: Side, id: string) => side.staff.claim(id, 'zhou'),
  linReplies: (_: Desk, side: Side, id: string) =>
    side.staff.reply(id, { account: 'lin', text: `林：您好`, id: `r-${id}` }),
  linHandsBack: (_: Desk, side: Side, id: string) => side.staff.handBack(id, 'lin'),
  delivery: (desk: Desk) => desk.deliver(),
} as const;
type Event = keyof typeof EVENTS;
const ALL = Object.keys(EVENTS) as Event[];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

function pairs<T>(items: readonly T[]): T[][] {
  return items.flatMap((one) => items.filter((other) => other !== one).map((other) => [one, other]));
}

type Told = Partial<Record<Event, StaffResult>>;

/** One case: its conversation, and what staff were told. */
interface Case {
  readonly desk: Desk;
  readonly id: string;
  readonly told: Told;
}

async function happen({ desk, id, told }: Case, event: Event, side: Side): Promise<void> {
  const result = await EVENTS[event](desk, side, id);
  if (result !== undefined) told[event] = result;
}

const isBotWord = ({ author }: { author: string }) => author === 'bot';

/** The laws, checked on what was committed and what arrived, by nothing of the product. */
async function checkLaws(desk: Desk, id: string, told: Told): Promise<void> {
  const history = desk.history(id);
  checkSilence(history);
  checkOwners(history);
  const { messages } = await desk.view(id);
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  const arrived = desk.arrived.get(id) ?? [];
  // Nothing twice, nothing out of order.
  expect(arrived.map(({ seq }) => seq)).toEqual([...new Set(arrived.map(({ seq }) => seq))].sort((a, b) => a - b));
  for (const line of arrived.filter(isBotWord)) {
    const opened = history.some(
      ({ record, messages: own }) => record.state === 'with_staff' && own.some(({ seq }) => seq === line.seq),
    );
    expect(
      line.stateThen !== 'with_staff' || opened || line.urgent,
      `bot line ${String(line.seq)} arrived while staff had it`,
    ).toBe(true);
  }
  checkReply(told, messages, await desk.store.desk.drafts(id));
}

/** From the commit that gives it to a person to the one that gives it back, the bot writes nothing but a safety text. */
function checkSilence(history: readonly Observed[]): void {
  history.forEach(({ record, messages }, index) => {
    const before = history[index - 1]?.record;
    const handoffNow = before?.state !== 'with_staff' && record.handoff !== null;
    if (record.state === 'with_staff' && !handoffNow) expect(messages.filter(isBotWord)).toEqual([]);
    if (record.state === 'with_staff' && before?.state !== 'with_staff')
      expect(record.fence).toBe((before?.fence ?? 0) + 1);
  });
}

/** Ownership passes from nobody to one, and to another only through nobody: nobody was taken away from. */
function checkOwners(history: readonly Observed[]): void {
  const owners = history.map(({ record }) => (record.state === 'with_staff' ? (record.desk?.owner ?? null) : null));
  owners.forEach((owner, index) => {
    const before = owners[index - 1] ?? null;
    if (before !== null && owner !== null) expect(owner).toBe(before);
  });
}

function checkReply(told: Told, messages: readonly { author: string }[], drafts: readonly unknown[]): void {
  if (told.linReplies === undefined) return;
  const sent = messages.filter(({ author }) => author === 'staff').length;
  expect([sent, drafts.length]).toEqual(told.linReplies.type === 'done' ? [1, 0] : [0, 1]);
}

/** Where the conversation stands when it begins. */
const STANDS = {
  'asked by the bot': ['是本人，方便'],
  'waiting for a person': ['是本人，方便', '转人工'],
} as const;

for (const [where, words] of Object.entries(STANDS)) {
  // Who waits for a person is reminded of nothing: there the timer is no event.
  const events = where === 'waiting for a person' ? ALL.filter((event) => event !== 'timerFires') : ALL;

  test(`${where}: every order of ${String(events.length)} events keeps the laws`, async () => {
    const desk = await Desk.start();
    let count = 0;
    for (const order of permutations(events)) {
      const id = await desk.open();
      for (const text of words) await desk.hear(id, text);
      const told: Told = {};
      for (const [index, event] of order.entries()) {
        await happen({ desk, id, told }, event, index % 2 === 0 ? desk.first : desk.second);
      }
      await desk.deliver();
      await checkLaws(desk, id, told);
      desk.log.length = 0;
      count += 1;
    }
    expect(count).toBe(events.length === ALL.length ? 5_040 : 720);
  }, 240_000);

  test(`${where}: whatever commits while another turn is between loading and committing`, async () => {
    const desk = await Desk.start();
    let held = 0;
    for (const slow of ALL.filter((event) => event !== 'delivery')) {
      for (const quick of pairs(ALL.filter((event) => event !== slow))) {
        const id = await desk.open();
        for (const text of words) await desk.hear(id, text);
        if (slow === 'linReplies' || slow === 'linHandsBack') await desk.first.staff.claim(id, 'lin');
        const told: Told = {};
        const gate = desk.first.holdNextCommit();
        const done = happen({ desk, id, told }, slow, desk.first);
        held += await Promise.race([gate.reached.then(() => 1), done.then(() => 0)]);
        for (const event of quick) await happen({ desk, id, told }, event, desk.second);
        gate.open();
        await done;
        await desk.deliver();
        await checkLaws(desk, id, told);
        desk.log.length = 0;
      }
    }
    // Not an empty exercise: most turns do come to a commit.
    expect(held).toBeGreaterThan(100);
  }, 240_000);
}

test('the laws can fail: a bot that speaks while a person has the talk is caught', () => {
  const record = (state: string, owner: string | null) => ({ state, fence: 1, handoff: null, desk: { owner } });
  const spoken = [
    { record: record('with_staff', 'lin'), messages: [] },
    { record: record('with_staff', 'lin'), messages: [{ author: 'bot' }] },
  ] as unknown as readonly Observed[];
  expect(() => {
    checkSilence(spoken);
  }).toThrow();
  const robbed = [
    { record: record('with_staff', 'lin') },
    { record: record('with_staff', 'zhou') },
  ] as unknown as readonly Observed[];
  expect(() => {
    checkOwners(robbed);
  }).toThrow();
});
