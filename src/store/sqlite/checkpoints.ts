import type { Logger } from '../../domain/logger.ts';
import { type Database, number, type Row } from './database.ts';
import type { SideConnection } from './side-connection.ts';

export interface CheckpointLimits {
  /** Pause between two looks at the log while it is being written. */
  readonly intervalMs: number;
  /** Pages (of 4 KiB) in the log above which the writer itself finishes the checkpoint, so that the log starts over. */
  readonly restartPages: number;
}

const LIMITS: CheckpointLimits = { intervalMs: 500, restartPages: 16_384 };

/**
 * Moves the log into the file in the background, never in a commit: a thread copies what it can while turns go on (PASSIVE);
 * when the log has grown all the same, the writer copies the small rest between two commits (RESTART).
 */
export class Checkpoints {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private dirty = false;
  private closed = false;
  private readonly db: Database;
  private readonly side: SideConnection;
  private readonly logger: Pick<Logger, 'warn'> | undefined;
  private readonly limits: CheckpointLimits;

  constructor(db: Database, side: SideConnection, logger?: Pick<Logger, 'warn'>, limits = LIMITS) {
    this.limits = limits;
    this.db = db;
    this.side = side;
    this.logger = logger;
  }

  /** Something was committed. */
  note(): void {
    this.dirty = true;
    if (this.timer !== undefined || this.closed || this.running !== undefined) return;
    this.timer = setTimeout(this.start, this.limits.intervalMs);
    this.timer.unref();
  }

  /** No more looks; waits for the one under way. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private readonly start = (): void => {
    this.timer = undefined;
    this.running = this.checkpoint().finally(() => {
      this.running = undefined;
      if (this.dirty) this.note();
    });
  };

  private async checkpoint(): Promise<void> {
    this.dirty = false;
    try {
      const [row] = await this.side.run('PRAGMA wal_checkpoint(PASSIVE)');
      if (!this.closed && pagesInLog(row) > this.limits.restartPages) this.restart();
    } catch (error) {
      this.logger?.warn({ err: error }, 'a checkpoint of the data file failed');
    }
  }

  /** Does not wait for readers (a backup): it is tried again later. */
  private restart(): void {
    this.db.exec('PRAGMA busy_timeout = 0');
    try {
      this.db.pragma('wal_checkpoint(RESTART)');
    } finally {
      this.db.exec('PRAGMA busy_timeout = 5000');
    }
  }
}

function pagesInLog(row: Row | undefined): number {
  return row === undefined ? 0 : number(row, 1);
}
