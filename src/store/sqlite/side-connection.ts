import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Row, Value } from './database.ts';

/** Runs in the thread; plain JavaScript as text, so that it starts the same way from source and from the build. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.driver);
const db = new Database(workerData.file);
db.exec('PRAGMA wal_autocheckpoint = 0');
db.exec('PRAGMA busy_timeout = 1000');
parentPort.on('message', ({ id, sql, params }) => {
  try {
    if (sql === '') {
      db.close();
      parentPort.postMessage({ id });
      parentPort.close();
      return;
    }
    const statement = db.prepare(sql);
    if (statement.reader) parentPort.postMessage({ id, rows: statement.raw().all(params) });
    else { statement.run(params); parentPort.postMessage({ id }); }
  } catch (error) {
    parentPort.postMessage({ id, error: String(error.message) });
  }
});
`;

interface Answer {
  readonly id: number;
  readonly rows?: readonly Row[];
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * A second connection to the data file on a thread of its own, for what takes long and must not hold up turns: checkpoints
 * and copies, or long lists. Started by its first statement.
 */
export class SideConnection {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Runs one statement; all rows of its answer. */
  run(sql: string, ...params: readonly Value[]): Promise<readonly Row[]> {
    const worker = this.start();
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      this.waiting.set(this.lastId, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: this.lastId, sql, params });
    });
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    // The thread may have ended by the time it answers, and `worker` be cleared with it.
    const { worker } = this;
    if (worker === undefined) return;
    await this.run('');
    await worker.terminate();
    this.worker = undefined;
  }

  private start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const driver = createRequire(import.meta.url).resolve('libsql');
    const worker = new Worker(THREAD, { eval: true, workerData: { driver, file: this.file }, execArgv: [] });
    worker.on('message', (answer: Answer) => {
      this.settle(answer);
    });
    worker.on('error', (error) => {
      this.fail(error);
    });
    worker.on('exit', () => {
      this.fail(new Error('the side connection ended'));
    });
    this.worker = worker;
    return worker;
  }

  private settle({ id, rows, error }: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    // Nothing to wait for: the thread alone does not keep the process alive.
    if (this.waiting.size === 0) this.worker?.unref();
    if (error === undefined) waiting?.resolve(rows ?? []);
    else waiting?.reject(new Error(error));
  }

  private fail(error: Error): void {
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
