import { dataFileOf } from '../../app/data-file.ts';
import { readServiceFile, type ServiceFile } from '../../app/service-file.ts';
import type { EnvironmentSettings } from '../../config/env.ts';
import { readHospitalConfig } from '../../config/load.ts';
import { ERRORS, type ErrorCode, HuifangError } from '../../domain/errors.ts';
import { TOKEN_HEADER } from '../../intake/wire.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';

const ANSWER_LIMIT_MS = 60_000;

/** Asks the running service, under /internal; its refusals are thrown here as they were there. */
export type AskService = (path: string, body?: unknown) => Promise<unknown>;

/** What a command does where it finds the data. */
export interface DataWork<T> {
  /** No service runs: the data file is ours. */
  readonly store: (store: Store) => Promise<T>;
  /** The service that runs has it. */
  readonly service: (ask: AskService) => Promise<T>;
}

/** Works on the data file, or through the service that holds it. Throws STORE_LOCKED when something else does. */
export async function withData<T>(env: EnvironmentSettings, work: DataWork<T>): Promise<T> {
  const { zone } = readHospitalConfig(env.configFile).hospital;
  let store: Store;
  try {
    store = await openSqliteStore({ file: dataFileOf(env), zone });
  } catch (error) {
    if (!(error instanceof HuifangError) || error.code !== 'STORE_LOCKED') throw error;
    const service = readServiceFile(env.dataDir);
    if (service !== undefined) return work.service(asking(service));
    const wait = 'an import or a restore is under way: wait until it has ended';
    throw new HuifangError('STORE_LOCKED', [...error.details, wait], { cause: error });
  }
  try {
    return await work.store(store);
  } finally {
    await store.close();
  }
}

function asking(service: ServiceFile): AskService {
  return async (path, body) => {
    let response: Response;
    try {
      response = await fetch(`http://127.0.0.1:${String(service.port)}${path}`, {
        method: 'POST',
        headers: {
          [TOKEN_HEADER]: service.token,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
    } catch (error) {
      const advice =
        'the service that holds it does not answer on 127.0.0.1: wait until it has started or stopped, then try again';
      throw new HuifangError('STORE_LOCKED', [advice], { cause: error });
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer;
    throw refusalOf(response.status, answer);
  };
}

function refusalOf(status: number, answer: unknown): HuifangError {
  const { code, details } = (answer ?? {}) as { code?: unknown; details?: unknown };
  const known = typeof code === 'string' && code in ERRORS && code !== 'INTERNAL' && code !== 'NOT_FOUND';
  if (!known) return new HuifangError('BAD_REQUEST', [`the running service answered ${String(status)}`]);
  return new HuifangError(code as ErrorCode, Array.isArray(details) ? details.map(String) : []);
}
