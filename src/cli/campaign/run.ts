import { existsSync } from 'node:fs';
import { dataFileOf } from '../../app/data-file.ts';
import { type CampaignCommand, type CampaignStatus, commandCampaign } from '../../bot/campaign/switch.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { CAMPAIGN_PATH } from '../../server/internal.ts';
import { withData } from '../data/with-data.ts';

/** Commands the service that holds the data file, or the data file itself when none does. */
export async function runCampaign(
  command: CampaignCommand,
  env: EnvironmentSettings,
  who: string,
): Promise<CampaignStatus> {
  if (command === 'status' && !existsSync(dataFileOf(env))) return { paused: false, followUps: {} };
  const query = new URLSearchParams({ command, who }).toString();
  return withData(env, {
    store: (store) => commandCampaign(store, command, who),
    service: async (ask) => (await ask(`${CAMPAIGN_PATH}?${query}`)) as CampaignStatus,
  });
}
