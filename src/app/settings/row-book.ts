import { type FileHandle, open } from 'node:fs/promises';
import type { RowFilter } from '../../console/api/settings/deps.ts';
import type { RowReport } from '../../intake/report.ts';

/** Rows between two marks: as many as are read to find one. */
const EVERY = 200;
/** Written at once; fewer writes are faster, more would be kept in memory. */
const BUFFER_BYTES = 256 * 1024;
const READ_BYTES = 64 * 1024;

interface Index {
  count: number;
  /** Where every 200th row of this kind begins. */
  readonly marks: number[];
}

/**
 * The rows of one check, in a file: a list may have a million of them. Written in order and then read in pages, of all rows or
 * of one action; only marks stay in memory.
 */
export class RowBook {
  readonly #file: FileHandle;
  readonly #index = new Map<RowFilter, Index>();
  #pending: string[] = [];
  #pendingBytes = 0;
  #bytes = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Begins an empty book in a new file, readable by nobody else. */
  static async create(path: string): Promise<RowBook> {
    return new RowBook(await open(path, 'w+', 0o600));
  }

  /** Waits only when what is gathered is written. */
  add(row: RowReport): Promise<void> | undefined {
    const line = `${JSON.stringify(row)}\n`;
    for (const filter of ['all', row.action] as const) this.#mark(filter);
    const bytes = Buffer.byteLength(line);
    this.#bytes += bytes;
    this.#pending.push(line);
    this.#pendingBytes += bytes;
    return this.#pendingBytes < BUFFER_BYTES ? undefined : this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#pending.join('');
    this.#pending = [];
    this.#pendingBytes = 0;
    if (text !== '') await this.#file.appendFile(text);
  }

  count(filter: RowFilter): number {
    return this.#index.get(filter)?.count ?? 0;
  }

  /** Up to `limit` rows from the `from`th on, which counts from 0. */
  async page(filter: RowFilter, from: number, limit: number): Promise<readonly RowReport[]> {
    const rows: RowReport[] = [];
    for await (const row of this.rows(filter, from)) {
      rows.push(row);
      if (rows.length === limit) break;
    }
    return rows;
  }

  /** The rows from the `from`th on, read as they are taken. */
  async *rows(filter: RowFilter, from = 0): AsyncGenerator<RowReport> {
    const index = this.#index.get(filter);
    const start = index?.marks[Math.floor(from / EVERY)];
    if (index === undefined || start === undefined) return;
    let [skip, left] = [from % EVERY, index.count - from];
    for await (const line of this.#lines(start)) {
      if (left <= 0) return;
      const row = JSON.parse(line) as RowReport;
      if (filter !== 'all' && row.action !== filter) continue;
      if (skip > 0) {
        skip -= 1;
        continue;
      }
      left -= 1;
      yield row;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #mark(filter: RowFilter): void {
    const index = this.#index.get(filter) ?? { count: 0, marks: [] };
    if (index.count % EVERY === 0) index.marks.push(this.#bytes);
    index.count += 1;
    this.#index.set(filter, index);
  }

  async *#lines(start: number): AsyncGenerator<string> {
    const end = this.#bytes;
    const buffer = Buffer.alloc(READ_BYTES);
    let rest: Buffer = Buffer.alloc(0);
    for (let at = start; at < end; ) {
      const { bytesRead } = await this.#file.read(buffer, 0, READ_BYTES, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      let chunk = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let cut = chunk.indexOf(0x0a); cut >= 0; cut = chunk.indexOf(0x0a)) {
        yield chunk.subarray(0, cut).toString('utf8');
        chunk = chunk.subarray(cut + 1);
      }
      rest = chunk;
    }
  }
}
