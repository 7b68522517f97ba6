import { existsSync } from 'node:fs';
import { dataFileOf } from '../../app/data-file.ts';
import { readServiceFile, type ServiceFile } from '../../app/service-file.ts';
import { type CampaignCommand, type CampaignStatus, commandCampaign } from '../../bot/campaign/switch.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { readHospitalConfig } from '../../config/load.ts';
import { HuifangError } from '../../domain/errors.ts';
import { TOKEN_HEADER } from '../../intake/wire.ts';
import { CAMPAIGN_PATH } from '../../server/internal.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';

const ANSWER_LIMIT_MS = 30_000;

async function throughService(service: ServiceFile, command: CampaignCommand, who: string): Promise<CampaignStatus> {
  const query = new URLSearchParams({ command, who });
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${String(service.port)}${CAMPAIGN_PATH}?${query.toString()}`, {
      method: 'POST',
      headers: { [TOKEN_HEADER]: service.token },
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
  } catch (error) {
    const advice =
      'the service that holds it does not answer on 127.0.0.1: wait until it has started or stopped, then try again';
    throw new HuifangError('STORE_LOCKED', [advice], { cause: error });
  }
  if (!response.ok) throw new HuifangError('BAD_REQUEST', [`the running service answered ${String(response.status)}`]);
  return (await response.json()) as CampaignStatus;
}

/** Commands the service that holds the data file, or the data file itself when none does. */
export async function runCampaign(
  command: CampaignCommand,
  env: EnvironmentSettings,
  who: string,
): Promise<CampaignStatus> {
  const file = dataFileOf(env);
  if (command === 'status' && !existsSync(file)) return { paused: false, followUps: {} };
  const { zone } = readHospitalConfig(env.configFile).hospital;
  let store: Store;
  try {
    store = await openSqliteStore({ file, zone });
  } catch (error) {
    if (!(error instanceof HuifangError) || error.code !== 'STORE_LOCKED') throw error;
    const service = readServiceFile(env.dataDir);
    if (service !== undefined) return throughService(service, command, who);
    throw new HuifangError(
      'STORE_LOCKED',
      [...error.details, 'an import or a restore is under way: wait until it has ended'],
      { cause: error },
    );
  }
  try {
    return await commandCampaign(store, command, who);
  } finally {
    await store.close();
  }
}
