import { createReadStream } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { HuifangError } from '../domain/errors.ts';
import type { ImportReport } from './report.ts';
import { IMPORT_PATH, type ImportJob, type ImportListener, readImportEvents, TOKEN_HEADER } from './wire.ts';

/** Where the running service listens, from service.json in its data folder. */
export interface ServiceAddress {
  readonly port: number;
  readonly token: string;
}

const MAX_ERROR_BODY = 10_000;

async function refusal(response: IncomingMessage): Promise<HuifangError> {
  let body = '';
  response.setEncoding('utf8');
  for await (const piece of response) if (body.length < MAX_ERROR_BODY) body += String(piece);
  const status = `the running service answered ${String(response.statusCode ?? 0)}`;
  try {
    const { details } = JSON.parse(body) as { details?: readonly string[] };
    return new HuifangError('BAD_REQUEST', [status, ...(details ?? [])]);
  } catch {
    return new HuifangError('BAD_REQUEST', [status]);
  }
}

/**
 * Hands the file to the service that runs on this machine and holds the data file, and passes its report on. Throws
 * STORE_LOCKED with what to do when the service cannot be reached.
 */
export async function importThroughService(
  service: ServiceAddress,
  job: ImportJob,
  listener: ImportListener,
): Promise<ImportReport> {
  const query = new URLSearchParams({
    dryRun: String(job.dryRun),
    ...(job.today === null ? {} : { today: job.today }),
  });
  const outgoing = request({
    host: '127.0.0.1',
    port: service.port,
    method: 'POST',
    path: `${IMPORT_PATH}?${query.toString()}`,
    headers: { [TOKEN_HEADER]: service.token, 'content-type': 'application/octet-stream' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  const sent = pipeline(createReadStream(job.path), outgoing);
  // A refusal may come before the whole file is sent; then the answer counts and not the broken pipe.
  sent.catch(() => undefined);
  let response: IncomingMessage;
  try {
    response = await answered;
  } catch (error) {
    throw new HuifangError(
      'STORE_LOCKED',
      [
        'the service that holds it does not answer on 127.0.0.1: stop it (Ctrl-C) or wait until it has started, then import again',
      ],
      { cause: error },
    );
  }
  if (response.statusCode !== 200) throw await refusal(response);
  return readImportEvents(response, listener);
}
