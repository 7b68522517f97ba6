import { expect, test } from 'vitest';
import { createCampaign } from '../../../src/bot/campaign/runner.ts';
import { commandCampaign } from '../../../src/bot/campaign/switch.ts';
import { planned, Rig } from './rig.ts';

test('a pause in the middle of a long list holds from the next batch on, and the rest stays planned', async () => {
  const rig = await Rig.start();
  const count = 700;
  await rig.plan(
    ...Array.from({ length: count }, (_, n) => planned(n + 1, `+86138${String(10_000_000 + n)}`, '王建国')),
  );
  const { store, kit } = rig;
  let opened = 0;
  let pausing: Promise<unknown> | undefined;
  const campaign = createCampaign({
    store,
    clock: { now: () => rig.now },
    rules: () => ({ caps: kit.caps, hours: kit.settings.sendingHours, zone: kit.settings.zone }),
    open: async (stay) => {
      opened += 1;
      pausing ??= commandCampaign(store, 'pause', 'test');
      await pausing;
      return rig.turns.open(stay);
    },
    withdraw: () => Promise.resolve(),
    onError: (error) => {
      throw error;
    },
  });
  campaign.start();
  while (pausing === undefined) await new Promise((resolve) => setImmediate(resolve));
  await campaign.stop();
  expect(opened).toBeLessThan(count / 2);
  expect(await store.campaign.counts()).toMatchObject({ open: opened, planned: count - opened });
});
