import { systemClock } from '../../app/clocks.ts';
import { dataFileOf } from '../../app/data-file.ts';
import { CLOCK_KEY } from '../../app/demo-clock.ts';
import { issueEnrolments } from '../../app/enrolment.ts';
import { readServiceFile, type ServiceFile } from '../../app/service-file.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { HuifangError } from '../../domain/errors.ts';
import { TOKEN_HEADER } from '../../intake/wire.ts';
import { ENROLMENT_PATH, type EnrolmentsIssued, type EnrolmentWish } from '../../server/internal.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';

const ANSWER_LIMIT_MS = 60_000;

async function throughService(service: ServiceFile, wish: EnrolmentWish): Promise<EnrolmentsIssued> {
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${String(service.port)}${ENROLMENT_PATH}`, {
      method: 'POST',
      headers: { [TOKEN_HEADER]: service.token, 'content-type': 'application/json' },
      body: JSON.stringify(wish),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
  } catch (error) {
    const advice =
      'the service that holds it does not answer on 127.0.0.1: wait until it has started or stopped, then try again';
    throw new HuifangError('STORE_LOCKED', [advice], { cause: error });
  }
  if (!response.ok) throw new HuifangError('BAD_REQUEST', [`the running service answered ${String(response.status)}`]);
  return (await response.json()) as EnrolmentsIssued;
}

/** The demo's clock stands still while the service is down. */
async function nowOf(store: Store, demo: boolean): Promise<number> {
  const kept = demo ? await store.settings.get(CLOCK_KEY) : undefined;
  return kept === undefined ? systemClock.now() : Number(kept);
}

/** Has tokens made by the service that holds the data file, or makes them itself when none does. */
export async function issueLinks(
  wish: EnrolmentWish,
  env: EnvironmentSettings,
  zone: string,
): Promise<EnrolmentsIssued> {
  let store: Store;
  try {
    store = await openSqliteStore({ file: dataFileOf(env), zone });
  } catch (error) {
    if (!(error instanceof HuifangError) || error.code !== 'STORE_LOCKED') throw error;
    const service = readServiceFile(env.dataDir);
    if (service !== undefined) return throughService(service, wish);
    const wait = 'an import or a restore is under way: wait until it has ended';
    throw new HuifangError('STORE_LOCKED', [...error.details, wait], { cause: error });
  }
  try {
    return await issueEnrolments(store, wish, await nowOf(store, env.demo));
  } finally {
    await store.close();
  }
}
