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
}

/** One transaction holds at most so many writes, so that its first one does not wait for all of a flood. */
const MAX_BATCH = 256;
/** Small transactions in a row, each less than `BUSY_GAP_MS` after the last, before waiting for company is tried. */
const BUSY_FLUSHES = 8;
const BUSY_GAP_MS = 2;
/** After a wait that gathered nobody: so many transactions without waiting. */
const LONELY_REST = 200;

/**
 * All writes of the process, in the order of their calls. Those that arrive together share one transaction (group commit) and
 * resolve after it is on disk. Together means the same turn of the event loop; under load also `windowMs` longer, as callers
 * that open a connection each arrive one per turn. Waiting must pay: after a wait that gathered nobody it stops for a while.
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

  /** Writes what waits and takes nothing more. */
  close(): void {
    this.closed = true;
    while (this.queue.length > 0) this.flush();
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
  };

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
      job.resolve(results[index] as never);
    });
    return true;
  }

  private undo(): void {
    this.hooks.onRollback();
    // A full disk or an I/O error makes SQLite end the transaction by itself.
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }
}
