import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportsPort, RowFilter } from '../../console/api/settings/deps.ts';
import type { ImportLogRow, ImportRow, ImportView } from '../../console/wire/settings.ts';
import type { Clock } from '../../domain/clock.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { IdSource } from '../../domain/ids.ts';
import type { ImportReport } from '../../intake/report.ts';
import type { ImportJob, ImportListener } from '../../intake/wire.ts';
import type { SettingsHistoryStore } from '../../store/store.ts';
import { RowBook } from './row-book.ts';

/** Lists that are kept; the oldest makes room. */
const KEPT = 4;
/** How far back it is asked whether a file was imported before. */
const REMEMBERED = 500;
/** Longest name of a file that is shown. */
const MAX_NAME = 120;

export interface ImportsDeps {
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly history: Pick<SettingsHistoryStore, 'addImport' | 'imports'>;
  /** In the data folder, which holds patient data anyway; cleared at start. */
  readonly folder: string;
  /** The same as `npm run import` runs. */
  readonly importFile: (job: ImportJob, listener: ImportListener) => Promise<ImportReport>;
  /** Something may be planned now. */
  readonly imported: () => void;
  readonly onFault: (error: unknown) => void;
}

interface Kept {
  readonly folder: string;
  view: ImportView;
  /** Of the check and of the import; the last one is shown. All stay open: somebody may be reading in one. */
  readonly books: RowBook[];
}

/** Discharge lists that come in through the console: kept, checked without writing, and imported once somebody has said so. */
export class Imports implements ImportsPort {
  readonly #deps: ImportsDeps;
  readonly #kept = new Map<string, Kept>();
  #busy: Promise<void> | null = null;

  constructor(deps: ImportsDeps) {
    this.#deps = deps;
  }

  /** Takes a list over and begins to check it. Throws IMPORT_BUSY while another one is read. */
  async take(upload: Parameters<ImportsPort['take']>[0]): Promise<ImportView> {
    this.#mustBeFree();
    const { ids, folder, history } = this.#deps;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const own = await mkdtemp(join(folder, 'checked-'));
    const path = join(own, 'list.csv');
    await rename(upload.path, path);
    const hash = await hashOfFile(path);
    const before = (await history.imports(REMEMBERED)).find((one) => one.hash === hash);
    const view: ImportView = {
      id: ids.next(),
      file: upload.name.slice(0, MAX_NAME),
      bytes: upload.bytes,
      hash,
      state: 'checking',
      progress: 0,
      counts: null,
      failure: null,
      importedBefore: before?.at ?? null,
    };
    const kept: Kept = { folder: own, view, books: [] };
    // Somebody else's list may have come first while this one was taken in.
    if (this.#busy !== null) await forget(kept);
    this.#mustBeFree();
    this.#kept.set(view.id, kept);
    this.#begin(kept, async () => {
      await this.#makeRoom();
      await this.#read(kept, true);
      kept.view = { ...kept.view, state: 'checked' };
    });
    return view;
  }

  /** Throws NOT_FOUND; a list does not outlive the process. */
  get(id: string): ImportView {
    return this.#find(id).view;
  }

  /** Rows as the last check or import decided on them. Throws NOT_FOUND. */
  async rows(
    id: string,
    filter: RowFilter,
    page: { readonly from: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly ImportRow[]; readonly total: number }> {
    const book = this.#find(id).books.at(-1);
    if (book === undefined) return { rows: [], total: 0 };
    return { rows: await book.page(filter, page.from, page.limit), total: book.count(filter) };
  }

  /** All rows of a kind, one after the other. Throws NOT_FOUND. */
  each(id: string, filter: RowFilter): AsyncIterable<ImportRow> {
    return this.#find(id).books.at(-1)?.rows(filter) ?? nothing();
  }

  /**
   * Begins to import a list that was checked. Throws NOT_FOUND, IMPORT_OTHER_FILE unless it is the very content with this `hash`
   * and its check has ended well, IMPORT_BUSY while another one is read.
   */
  apply(id: string, hash: string, who: string): ImportView {
    const kept = this.#find(id);
    this.#mustBeFree();
    if (kept.view.state !== 'checked' || kept.view.hash !== hash) throw new HuifangError('IMPORT_OTHER_FILE');
    kept.view = { ...kept.view, state: 'importing', progress: 0 };
    this.#begin(kept, async () => {
      // The content that was shown is the content that goes in, whatever happened to the file meanwhile.
      if ((await hashOfFile(listOf(kept))) !== hash) throw new HuifangError('IMPORT_OTHER_FILE');
      const report = await this.#read(kept, false);
      const { history, clock, imported } = this.#deps;
      await history.addImport({ id, at: clock.now(), who, hash, counts: countsOf(report) });
      kept.view = { ...kept.view, state: 'imported' };
      imported();
    });
    return kept.view;
  }

  /** Newest first; `who` is the account. */
  log(limit: number): Promise<readonly ImportLogRow[]> {
    return this.#deps.history.imports(limit);
  }

  /** Resolves when nothing is under way and no file is open. */
  async stop(): Promise<void> {
    await this.#busy;
    for (const kept of this.#kept.values()) await forget(kept);
    this.#kept.clear();
  }

  #find(id: string): Kept {
    const kept = this.#kept.get(id);
    if (kept === undefined) throw new HuifangError('NOT_FOUND');
    return kept;
  }

  #mustBeFree(): void {
    if (this.#busy !== null) throw new HuifangError('IMPORT_BUSY');
  }

  #begin(kept: Kept, work: () => Promise<void>): void {
    this.#busy = work()
      .catch((error: unknown) => {
        const known = error instanceof HuifangError ? error : new HuifangError('INTERNAL');
        if (known !== error) this.#deps.onFault(error);
        kept.view = { ...kept.view, state: 'failed', failure: { code: known.code, details: inOwnWords(kept, known) } };
      })
      .finally(() => {
        this.#busy = null;
      });
  }

  async #read(kept: Kept, dryRun: boolean): Promise<ImportReport> {
    const rows = await RowBook.create(join(kept.folder, dryRun ? 'check.ndjson' : 'import.ndjson'));
    kept.books.push(rows);
    const report = await this.#deps.importFile(
      { path: listOf(kept), dryRun, today: null },
      {
        onRow: (row) => rows.add(row),
        onProgress: ({ done, total }) => {
          kept.view = { ...kept.view, progress: total === 0 ? 1 : Math.min(1, done / total) };
        },
      },
    );
    await rows.flush();
    const { dryRun: _dryRun, ...counts } = report;
    kept.view = { ...kept.view, progress: 1, counts };
    return report;
  }

  async #makeRoom(): Promise<void> {
    for (const [id, old] of [...this.#kept].slice(0, -KEPT)) {
      this.#kept.delete(id);
      await forget(old);
    }
  }
}

function listOf({ folder }: Kept): string {
  return join(folder, 'list.csv');
}

async function forget({ folder, books }: Kept): Promise<void> {
  for (const book of books) await book.close();
  await rm(folder, { recursive: true, force: true });
}

/** Nobody knows the file under the name that it has here. */
function inOwnWords({ folder, view }: Kept, { details }: HuifangError): readonly string[] {
  return details.map((line) => line.replaceAll(join(folder, 'list.csv'), view.file));
}

function countsOf({ records, accept, normalise, reject, skip, imported }: ImportReport): Record<string, number> {
  return { records, imported, accept, normalise, reject: reject.total, skip: skip.total };
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function* nothing(): AsyncGenerator<never> {
  // A list whose check has not begun has no rows.
}
