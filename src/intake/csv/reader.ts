import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { HuifangError } from '../../domain/errors.ts';
import { unreadable } from '../../domain/unreadable.ts';
import { REQUIRED_FIELDS, type ResolvedColumns, resolveColumns } from '../columns.ts';
import type { ColumnMapping } from '../rules.ts';

import { decodeFile } from './decode.ts';
import type { DetectedEncoding } from './encoding.ts';

/** Characters of one record; a longer one has a quote that is never closed. */
const MAX_RECORD = 200_000;
const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** A discharge list whose columns are known, ready to be read any number of times. */
export interface DischargeFile {
  readonly path: string;
  readonly detected: DetectedEncoding;
  readonly columns: ResolvedColumns;
  readonly delimiter: Delimiter;
}

function parserOf(delimiter: Delimiter) {
  return parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
  });
}

/** A quote that is never closed swallows what follows, so the file is refused as a whole. */
function asFileError(error: unknown, path: string, record: number): unknown {
  if (error instanceof Error && 'syscall' in error) return unreadable(path, error);
  if (!(error instanceof CsvError)) return error;
  const where = record === 0 ? 'in the header line' : `after record ${String(record)}`;
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a quotation mark that is never closed'
      : error.code;
  return new HuifangError('FILE_UNREADABLE', [`${where}: ${what}`], { cause: error });
}

/**
 * The records of a file as they stand in it, the header line first, blank ones included. At most one piece of the
 * file is in memory.
 */
async function* readAll(
  path: string,
  detected: DetectedEncoding,
  delimiter: Delimiter,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly string[]> {
  const source = Readable.from(decodeFile(path, detected.encoding, onBytes));
  const parser = parserOf(delimiter);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let count = 0;
  try {
    for await (const record of parser) {
      yield record as readonly string[];
      count += 1;
    }
  } catch (error) {
    throw asFileError(error, path, Math.max(0, count - 1));
  } finally {
    source.destroy();
  }
}

async function headerOf(path: string, detected: DetectedEncoding, delimiter: Delimiter): Promise<readonly string[]> {
  for await (const record of readAll(path, detected, delimiter, () => undefined)) return record;
  return [];
}

function columnsError(
  header: readonly string[],
  columns: ResolvedColumns,
  mapping: ColumnMapping,
  detected: DetectedEncoding,
): HuifangError {
  const wanted = columns.missing.map((field) => `${field}: looked for ${mapping[field].join(' / ')}`);
  const shown = header.map((text) => text.trim().slice(0, 30)).filter((text) => text !== '');
  const found = `the first line has: ${shown.slice(0, 40).join(', ')}`;
  const late =
    detected.encoding === 'gb18030' && detected.invalidUtf8At !== null && detected.invalidUtf8At > 0
      ? [`read as GB18030, because it is no valid UTF-8 from about byte ${String(detected.invalidUtf8At)} on`]
      : [];
  return new HuifangError('IMPORT_COLUMNS', [...wanted, found, ...late]);
}

/** Finds delimiter and columns by the header line. Throws IMPORT_COLUMNS when a required column is missing. */
export async function openDischargeFile(
  path: string,
  detected: DetectedEncoding,
  mapping: ColumnMapping,
): Promise<DischargeFile> {
  let best: { header: readonly string[]; columns: ResolvedColumns; delimiter: Delimiter } | undefined;
  for (const delimiter of DELIMITERS) {
    const header = await headerOf(path, detected, delimiter);
    const columns = resolveColumns(header, mapping);
    if (best === undefined || columns.missing.length < best.columns.missing.length)
      best = { header, columns, delimiter };
    if (columns.missing.length === 0) break;
  }
  if (best === undefined || best.header.every((text) => text.trim() === '')) {
    throw new HuifangError('IMPORT_COLUMNS', [
      `the first line is empty; it has to name the columns (${REQUIRED_FIELDS.join(', ')})`,
    ]);
  }
  if (best.columns.missing.length > 0) throw columnsError(best.header, best.columns, mapping, detected);
  return { path, detected, columns: best.columns, delimiter: best.delimiter };
}

/** The records after the header line, blank ones included. `onBytes` hears what was read. */
export async function* readRecords(
  file: DischargeFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly string[]> {
  let header = true;
  for await (const record of readAll(file.path, file.detected, file.delimiter, onBytes)) {
    if (header) header = false;
    else yield record;
  }
}
