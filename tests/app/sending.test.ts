import { expect, onTestFinished, test } from 'vitest';
import { readHospital } from '../../src/app/hospital.ts';
import { createLogger } from '../../src/app/logger.ts';
import { createService, type Service } from '../../src/app/service.ts';
import { commandCampaign } from '../../src/bot/campaign/switch.ts';
import type { TurnKit } from '../../src/bot/turn/kit.ts';
import { createSimulatorChannel } from '../../src/channels/simulator/channel.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/clock.ts';
import { localDate } from '../../src/domain/zoned-time.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { ConversationView, Store } from '../../src/store/store.ts';
import { planned } from '../bot/turn/rig.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';
import { MovingClock, until } from '../support/moving-clock.ts';

const KIT: TurnKit = { ...readHospital('flows.config.json').kit, settleMs: () => 0 };
const PHONE = '+8613800040001';
const STRANGER = '+8613800049999';

/** The whole service over simulated handsets. Nothing leaves before `start`. */
class Hospital {
  readonly clock: MovingClock;
  readonly store: Store;
  readonly running: Service;
  private kit = KIT;

  private constructor(clock: MovingClock, store: Store, running: Service) {
    this.clock = clock;
    this.store = store;
    this.running = running;
  }

  static async make(): Promise<Hospital> {
    const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
    const clock = new MovingClock(T0);
    const made: Hospital[] = [];
    const running = createService({
      store,
      clock,
      kit: () => made[0]?.kit ?? KIT,
      channels: [createSimulatorChannel({ delayMs: 1 })],
      logger: createLogger({ level: 'silent', format: 'json' }),
      metrics: createMetrics(store),
      ratePerSecond: () => 10,
    });
    onTestFinished(async () => {
      await running.stop();
      await store.close();
    });
    const hospital = new Hospital(clock, store, running);
    made.push(hospital);
    return hospital;
  }

  /** A follow-up whose opening stands in the outbox and has not left. */
  async opened(): Promise<void> {
    const stay = planned(1, PHONE, '王建国', { channel: 'simulator' });
    await this.store.directory.addStays([stay], this.clock.now());
    expect(await this.running.turns.open(stay)).toBe('opened');
  }

  async talks(address = PHONE): Promise<readonly ConversationView[]> {
    const records = await this.store.views.ofAddress('simulator', address);
    const views = await Promise.all(records.map(({ id }) => this.store.views.view(id)));
    return views.filter((view) => view !== undefined);
  }

  /** Our lines at this number that arrived. */
  async arrived(address = PHONE) {
    return (await this.talks(address)).flatMap(({ messages }) =>
      messages.filter(({ delivery }) => delivery === 'delivered'),
    );
  }

  hear(address: string, text: string) {
    const externalId = `${address}.${text}`;
    return this.running.host.receive({ channel: 'simulator', address, externalId, text, receivedAt: this.clock.now() });
  }

  /** Whoever writes is answered; once that has arrived, all that was due before has been looked at. */
  async answers(address: string, text: string): Promise<void> {
    const before = (await this.arrived(address)).length;
    await this.hear(address, text);
    await until(`${address} is answered`, async () => (await this.arrived(address)).length > before);
  }

  pass(span: number): void {
    this.clock.advance(span);
    this.running.wake();
  }

  /** As when flows.config.json was read again. */
  sendFrom(hour: number): void {
    const sendingHours = { ...KIT.settings.sendingHours, from: hour * 60 };
    this.kit = { ...KIT, settings: { ...KIT.settings, sendingHours } };
    this.running.settingsChanged();
  }

  command(command: 'pause' | 'resume') {
    return commandCampaign(this.store, command, 'test');
  }
}

test('a pause holds the opening that already waits to be sent; whoever writes is answered; going on sends it', async () => {
  const hospital = await Hospital.make();
  await hospital.opened();
  await hospital.command('pause');
  await hospital.running.start();
  await hospital.answers(STRANGER, '你好');
  hospital.pass(HOUR);
  await hospital.answers(STRANGER, '几点上班');
  expect(await hospital.arrived()).toEqual([]);

  await hospital.command('resume');
  hospital.running.wake();
  await until('the opening arrives', async () => (await hospital.arrived()).length === 1);
  expect(await hospital.talks()).toHaveLength(1);
});

test('who writes while their opening is held is answered at once, and the opening does not come after it', async () => {
  const hospital = await Hospital.make();
  await hospital.opened();
  await hospital.command('pause');
  await hospital.running.start();
  await hospital.answers(PHONE, '方便');
  await hospital.command('resume');
  hospital.running.wake();
  await until('the opening is dropped', async () => {
    const [talk] = await hospital.talks();
    return talk?.messages[0]?.delivery === 'cancelled';
  });
  expect(await hospital.arrived()).toHaveLength(1);
});

test('a pause that outlasts the day puts the opening back into the plan, and nobody of the staff has to look', async () => {
  const hospital = await Hospital.make();
  await hospital.opened();
  await hospital.command('pause');
  await hospital.running.start();
  hospital.pass(2 * DAY);
  await until('it is planned again', async () => (await hospital.store.campaign.counts())['planned'] === 1);
  expect((await hospital.talks()).flatMap(({ workItems }) => workItems)).toEqual([]);
  expect(await hospital.arrived()).toEqual([]);

  await hospital.command('resume');
  hospital.running.wake();
  await until('the opening arrives', async () => (await hospital.arrived()).length === 1);
  const [line] = await hospital.arrived();
  expect(localDate(line?.at ?? 0, ZONE)).toBe(localDate(hospital.clock.now(), ZONE));
  const { contact } = (await hospital.talks()).at(-1) ?? {};
  expect(contact?.proactiveAt).toEqual([line?.at]);
});

test('a pause that outlasts the window of 30 days: the follow-up is given up', async () => {
  const hospital = await Hospital.make();
  await hospital.opened();
  await hospital.command('pause');
  await hospital.running.start();
  hospital.pass(40 * DAY);
  await until('it is planned again', async () => (await hospital.store.campaign.counts())['planned'] === 1);
  await hospital.command('resume');
  hospital.running.wake();
  await until('it is given up', async () => {
    return (await hospital.store.campaign.counts())['cancelled.window_passed'] === 1;
  });
  expect(await hospital.arrived()).toEqual([]);
});

test('no reminder is written during a pause; it comes once the campaign goes on', async () => {
  const hospital = await Hospital.make();
  await hospital.opened();
  await hospital.running.start();
  await until('the opening arrives', async () => (await hospital.arrived()).length === 1);
  await hospital.command('pause');
  hospital.pass(3 * DAY);
  await hospital.answers(STRANGER, '你好');
  await until('the reminder is put off', async () => {
    const [timer] = (await hospital.talks())[0]?.timers ?? [];
    return (timer?.due ?? 0) > hospital.clock.now();
  });
  expect((await hospital.talks())[0]?.messages).toHaveLength(1);

  await hospital.command('resume');
  hospital.pass(HOUR + MINUTE);
  await until('the reminder arrives', async () => (await hospital.arrived()).length === 2);
});

test('the greeting at a time that the contact named leaves during a pause', async () => {
  const hospital = await Hospital.make();
  await hospital.opened();
  await hospital.running.start();
  await until('the opening', async () => (await hospital.arrived()).length === 1);
  await hospital.answers(PHONE, '两个小时以后再说');
  const [talk] = await hospital.talks();
  expect(talk?.record.state).toBe('scheduled');
  const before = (await hospital.arrived()).length;
  await hospital.command('pause');
  hospital.pass((talk?.record.resumeAt ?? 0) - hospital.clock.now());
  await until('the greeting', async () => (await hospital.arrived()).length > before);
});

test('sending hours that are read again hold for what waits for the morning already', async () => {
  const hospital = await Hospital.make();
  hospital.pass(-2 * HOUR); // 08:00
  await hospital.opened();
  await hospital.running.start();
  await hospital.answers(STRANGER, '你好');
  expect(await hospital.arrived()).toEqual([]);
  hospital.sendFrom(7);
  await until('the opening arrives', async () => (await hospital.arrived()).length === 1);
});

test('that a message was seen is remembered for 30 days, and then forgotten', async () => {
  const hospital = await Hospital.make();
  await hospital.running.start();
  await hospital.answers(STRANGER, '你好');
  const key = `simulator:${STRANGER}.你好`;
  hospital.pass(29 * DAY);
  await hospital.answers(STRANGER, '几点上班');
  expect(await hospital.store.turns.seen(key)).toBe(true);
  hospital.pass(3 * DAY);
  await until('it is forgotten', async () => !(await hospital.store.turns.seen(key)));
  expect(await hospital.store.turns.seen(`simulator:${STRANGER}.几点上班`)).toBe(true);
});
