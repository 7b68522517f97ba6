import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { HuifangError } from '../domain/errors.ts';
import { parseDate } from '../domain/zoned-time.ts';
import type { ImportReport } from '../intake/report.ts';
import { IMPORT_PATH, type ImportListener, writeImportEvents } from '../intake/wire.ts';
import { requireToken } from './internal.ts';

/** Largest list in bytes. */
const MAX_LIST = 1024 * 1024 * 1024;

export interface ImportRouteDeps {
  /** From service.json: who knows it can read the data folder. */
  readonly token: string;
  readonly importFile: (
    job: { path: string; dryRun: boolean; today: string | null },
    listener: ImportListener,
  ) => Promise<ImportReport>;
  /** Where uploads wait: in the data folder, which holds patient data anyway. Cleared at start by `clearUploads`. */
  readonly folder: string;
  /** Something may be planned now. */
  readonly imported: () => void;
}

function dayAsked(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (parseDate(text) === undefined)
    throw new HuifangError('BAD_REQUEST', [`today: ${text} — allowed: a day such as 2026-11-18`]);
  return text;
}

interface Upload {
  readonly path: string;
  remove(): Promise<void>;
}

/** Removes what a killed process left of an upload. */
export async function clearUploads(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Keeps an uploaded list in a file of its own, readable by nobody else. Of an upload that breaks off nothing stays. */
async function keepUpload(body: Readable, folder: string): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = await mkdtemp(join(folder, 'list-'));
  const path = join(own, 'list.csv');
  const remove = () => rm(own, { recursive: true, force: true });
  try {
    await pipeline(body, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

/** Writes lines as fast as the other end reads. One that goes away does not hold up the import. */
function writerTo(lines: PassThrough): (line: string) => void | Promise<void> {
  lines.on('error', () => undefined);
  return (line) => {
    if (lines.destroyed || lines.write(line)) return undefined;
    return new Promise((resolve) => {
      const go = () => {
        lines.off('drain', go);
        lines.off('close', go);
        resolve();
      };
      lines.on('drain', go);
      lines.on('close', go);
    });
  };
}

/** Takes a discharge list from a command on the same machine and streams the report back, one JSON object a line. */
export function importRoute(deps: ImportRouteDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.register((scope, _options, done) => {
      scope.addContentTypeParser('application/octet-stream', (_request, payload, parsed) => {
        parsed(null, payload);
      });
      scope.post<{ Querystring: { dryRun?: string; today?: string } }>(
        IMPORT_PATH,
        { bodyLimit: MAX_LIST },
        async (request, reply) => {
          requireToken(request, deps.token);
          const job = { dryRun: request.query.dryRun === 'true', today: dayAsked(request.query.today) };
          const onFault = (error: unknown) => {
            request.log.error({ err: error }, 'an import failed');
          };
          const upload = await keepUpload(request.body as Readable, deps.folder);
          const lines = new PassThrough();
          const run = (listener: ImportListener) => deps.importFile({ path: upload.path, ...job }, listener);
          const finish = async () => {
            try {
              await writeImportEvents(run, writerTo(lines), onFault);
            } finally {
              lines.end();
              await upload.remove();
              if (!job.dryRun) deps.imported();
            }
          };
          finish().catch(onFault);
          return reply.type('application/x-ndjson').send(lines);
        },
      );
      done();
    });
  };
}
