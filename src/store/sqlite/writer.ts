import type { Database, Statement } from './database.ts';

/** A write that waits for its transaction. `write` runs inside it and must not keep anything in memory before `then`. */
interface Job {
  readonly write: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** What the writer calls round its transactions. */
export interface WriterHooks {
  /** Last statements of the transaction: what was gathered over the batch. */
  beforeCommit(): void;
  /** Forget what was gathered: the transaction did not happen. */
  onRollback(): void;
  afterCommit(): void;
  /** Resolves when everything committed before the call is on disk. Absent: there is no disk. */
  readonly sync?: () => Promise<void>;
}

/** One transaction holds at most so many writes, so that its first one does not wait for all of a flood. */
const MAX_BATCH = 256;
/** Small transactions in a row, each less than `BUSY_GAP_MS` after the last, before waiting for company is tried. */
const BUSY_FLUSHES = 8;
const BUSY_GAP_MS = 2;
/** After a wait that gathered nobody: so many transactions without waiting. */
const LONELY_REST = 200;

/** How a write ended, to be told once it is on disk. */
interface Ended {
  readonly job: Job;
  readonly result: unknown;
}

/**
 * All writes of the process, in the order of their calls. Those that arrive together share one transaction (group commit) and
 * resolve after it is on disk. Together means the same turn of the event loop; under load also `windowMs` longer, as callers
 * that open a connection each arrive one per turn. Waiting must pay: after a wait that gathered nobody it stops for a while.
 *
 * The disk is waited for beside the event loop: meanwhile the next turns are worked out and the next transaction may commit. One
 * sync is under way at a time; it covers every transaction that was committed before it began.
 */
export class Writer {
  private queue: Job[] = [];
  private scheduled = false;
  private closed = false;
  private readonly begin: Statement;
  private readonly commitNow: Statement;
  private readonly db: Database;
  private readonly hooks: WriterHooks;
  private readonly windowMs: number;
  /** Counts small transactions in quick succession; negative while waiting is not worth it. */
  private pressure = 0;
  private waited = false;
  private lastEnd = 0;
  /** Committed and not yet on disk; told by the next sync. */
  private ended: Ended[] = [];
  private syncing: Promise<void> | undefined;
  /** Why nothing is taken any more: what a failed sync has dropped cannot be told from what it has kept. */
  private broken: Error | undefined;

  constructor(db: Database, hooks: WriterHooks, windowMs: number) {
    this.db = db;
    this.hooks = hooks;
    this.windowMs = windowMs;
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commitNow = db.prepare('COMMIT');
  }

  /** Resolves with the result of `write` once it is on disk; rejects if it threw, and then nothing of it is stored. */
  run<T>(write: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new Error('the store is closed'));
    if (this.broken !== undefined) return Promise.reject(this.broken);
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ write, resolve, reject });
      this.schedule();
      if (this.queue.length === MAX_BATCH) setImmediate(this.flush);
    });
  }

  /** True if writes wait that a read would not see. */
  get pending(): boolean {
    return this.queue.length > 0;
  }

  /** Milliseconds since it had something to do; 0 while something waits. */
  get quietFor(): number {
    return this.pending ? 0 : performance.now() - this.lastEnd;
  }

  /** Resolves when everything committed so far is on disk: with the sync under way or, if that began too early, with the next one. */
  async durable(): Promise<void> {
    await this.syncing;
    await this.syncing;
    if (this.broken !== undefined) throw this.broken;
  }

  /** Writes what waits and takes nothing more; resolves when all of it is on disk and told. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.queue.length > 0) this.flush();
    while (this.syncing !== undefined) await this.syncing;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    const busy = this.pressure >= BUSY_FLUSHES && performance.now() - this.lastEnd <= BUSY_GAP_MS;
    const wait = busy && this.windowMs > 0;
    this.waited = wait;
    if (wait) setTimeout(this.flush, this.windowMs);
    else setImmediate(this.flush);
  }

  private readonly flush = (): void => {
    this.scheduled = false;
    const batch = this.queue.splice(0, MAX_BATCH);
    if (batch.length === 0) return;
    this.weigh(batch.length);
    if (!this.attempt(batch)) for (const job of batch) this.attempt([job], true);
    this.lastEnd = performance.now();
    if (this.queue.length > 0) this.schedule();
    this.hooks.afterCommit();
    this.startSync();
  };

  /** Tells what is on disk by then; what commits meanwhile is for the next one. */
  private startSync(): void {
    if (this.ended.length === 0 || this.syncing !== undefined) return;
    const batch = this.ended;
    this.ended = [];
    const { sync } = this.hooks;
    if (sync === undefined || this.broken !== undefined) {
      this.tell(batch);
      return;
    }
    this.syncing = sync()
      .catch((error: unknown) => {
        this.broken = error instanceof Error ? error : new Error(String(error));
      })
      .then(() => {
        this.syncing = undefined;
        this.tell(batch);
        this.startSync();
      });
  }

  private tell(batch: readonly Ended[]): void {
    for (const { job, result } of batch) {
      if (this.broken === undefined) job.resolve(result as never);
      else job.reject(this.broken);
    }
  }

  /** Decides whether the next transaction waits for company. */
  private weigh(size: number): void {
    if (this.waited) {
      if (size === 1) this.pressure = -LONELY_REST;
    } else if (performance.now() - this.lastEnd > BUSY_GAP_MS) {
      this.pressure = Math.min(this.pressure, 0);
    } else if (size <= 4 || this.pressure < 0) {
      this.pressure += 1;
    }
  }

  /** Runs the batch in one transaction; false if it was undone and nobody was told yet. */
  private attempt(batch: readonly Job[], last = false): boolean {
    const results: unknown[] = [];
    try {
      this.begin.run();
      for (const job of batch) results.push(job.write());
      this.hooks.beforeCommit();
      this.commitNow.run();
    } catch (error) {
      this.undo();
      if (last || batch.length === 1) {
        for (const job of batch) job.reject(error);
        return true;
      }
      return false;
    }
    batch.forEach((job, index) => {
      this.ended.push({ job, result: results[index] });
    });
    return true;
  }

  private undo(): void {
    this.hooks.onRollback();
    // A full disk or an I/O error makes SQLite end the transaction by itself.
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }
}
