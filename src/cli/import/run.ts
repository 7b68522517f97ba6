import { existsSync } from 'node:fs';
import { systemClock } from '../../app/clocks.ts';
import { dataFileOf } from '../../app/data-file.ts';
import { CLOCK_KEY, DEMO_START } from '../../app/demo-clock.ts';
import { createIds } from '../../app/ids.ts';
import { importList } from '../../app/import-list.ts';
import { readKnowledgeFile } from '../../app/knowledge-file.ts';
import { readServiceFile } from '../../app/service-file.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { readHospitalConfig } from '../../config/load.ts';
import { HuifangError } from '../../domain/errors.ts';
import { checkFile } from '../../intake/csv/check.ts';
import { importThroughService } from '../../intake/remote.ts';
import type { ImportReport } from '../../intake/report.ts';
import type { ImportJob, ImportListener } from '../../intake/wire.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';

/** How often, and how long apart, a service that is just starting is asked again. */
const ATTEMPTS = 10;
const ATTEMPT_MS = 300;

/** An import goes once through the data file and gains nothing from a large page cache. */
const CACHE_MB = 16;

/** The service's now. The demo's clock stands still while the service is down, so it is read and not computed. */
async function serviceNow(store: Store | null, demo: boolean): Promise<number> {
  if (!demo) return systemClock.now();
  return Number((await store?.settings.get(CLOCK_KEY)) ?? DEMO_START);
}

async function importInto(
  store: Store | null,
  job: ImportJob,
  env: EnvironmentSettings,
  listener: ImportListener,
): Promise<ImportReport> {
  const config = readHospitalConfig(env.configFile);
  const hospital = { config, knowledge: readKnowledgeFile(env.configFile, config) };
  const deps = {
    hospital,
    directory: store?.directory ?? null,
    channel: env.demo ? 'simulator' : 'sms',
    ids: createIds(systemClock),
    now: await serviceNow(store, env.demo),
  } as const;
  return importList(deps, job, listener);
}

async function importThroughRunning(
  locked: HuifangError,
  job: ImportJob,
  env: EnvironmentSettings,
  listener: ImportListener,
): Promise<ImportReport> {
  for (let attempt = 1; ; attempt += 1) {
    const service = readServiceFile(env.dataDir);
    if (service !== undefined) return importThroughService(service, job, listener);
    if (attempt === ATTEMPTS) {
      throw new HuifangError(
        'STORE_LOCKED',
        [...locked.details, 'another import or restore is under way: wait until it has ended'],
        { cause: locked },
      );
    }
    await new Promise((resolve) => setTimeout(resolve, ATTEMPT_MS));
  }
}

/**
 * Imports into the data file, or through the running service when that holds it. A dry run before anything is stored makes
 * no file.
 */
export async function runImport(
  job: ImportJob,
  env: EnvironmentSettings,
  listener: ImportListener,
): Promise<ImportReport> {
  await checkFile(job.path);
  const file = dataFileOf(env);
  if (job.dryRun && !existsSync(file)) return importInto(null, job, env, listener);
  const { zone } = readHospitalConfig(env.configFile).hospital;
  let store: Store;
  try {
    store = await openSqliteStore({ file, zone, cacheMb: CACHE_MB });
  } catch (error) {
    if (!(error instanceof HuifangError) || error.code !== 'STORE_LOCKED') throw error;
    return importThroughRunning(error, job, env, listener);
  }
  try {
    return await importInto(store, job, env, listener);
  } finally {
    await store.close();
  }
}
