import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ERRORS, type ErrorCode, HuifangError } from '../domain/errors.ts';
import type { ImportProgress } from './import.ts';
import type { ImportReport, RowReport } from './report.ts';

/** What the running service tells while it imports a list for the command line: one JSON object a line. */
type ImportEvent =
  | { readonly type: 'row'; readonly row: RowReport }
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'report'; readonly report: ImportReport }
  | { readonly type: 'error'; readonly code: ErrorCode; readonly details: readonly string[] };

/** What is to be imported, here or by the running service. */
export interface ImportJob {
  readonly path: string;
  readonly dryRun: boolean;
  /** `YYYY-MM-DD`; null = the service's own day. */
  readonly today: string | null;
}

/** Who listens to an import. */
export interface ImportListener {
  readonly onRow?: (row: RowReport) => void | Promise<void>;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Path and headers of the route at which the running service takes a list from the same machine. */
export const IMPORT_PATH = '/internal/import';
export const TOKEN_HEADER = 'x-huifang-token';

/** Progress is worth a line this often; rows are never left out. */
const PROGRESS_EVERY_BYTES = 1_000_000;

function line(event: ImportEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/**
 * Runs an import and writes its events with `write`, which is awaited (back pressure). Ends with `report` or `error`; of an
 * error that is not ours only the code INTERNAL travels, and `onFault` hears the rest.
 */
export async function writeImportEvents(
  run: (listener: ImportListener) => Promise<ImportReport>,
  write: (line: string) => void | Promise<void>,
  onFault: (error: unknown) => void,
): Promise<void> {
  let told = 0;
  try {
    const report = await run({
      onRow: (row) => write(line({ type: 'row', row })),
      onProgress: (progress) => {
        if (progress.done < told + PROGRESS_EVERY_BYTES) return;
        told = progress.done;
        void write(line({ type: 'progress', progress }));
      },
    });
    await write(line({ type: 'report', report }));
  } catch (error) {
    const known = error instanceof HuifangError ? error : new HuifangError('INTERNAL');
    if (known !== error) onFault(error);
    await write(line({ type: 'error', code: known.code, details: known.details }));
  }
}

/** Reads the events of the other end; returns the report or throws the error it tells. */
export async function readImportEvents(input: Readable, listener: ImportListener): Promise<ImportReport> {
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text === '') continue;
    const event = JSON.parse(text) as ImportEvent;
    if (event.type === 'row') await listener.onRow?.(event.row);
    else if (event.type === 'progress') listener.onProgress?.(event.progress);
    else if (event.type === 'report') return event.report;
    else throw new HuifangError(event.code in ERRORS ? event.code : 'INTERNAL', event.details);
  }
  throw new HuifangError('INTERNAL', ['the service ended the import early: see its log, then import the file again']);
}
