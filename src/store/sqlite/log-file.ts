import { closeSync, fdatasync, openSync } from 'node:fs';

/**
 * SQLite's write-ahead log as a file to be synced. `fdatasync` takes along whatever has been written to the file through any
 * descriptor, so that a commit of the connection is on disk once a sync that began after it has ended: what
 * `PRAGMA synchronous = FULL` gives, without holding up the event loop for as long as the disk takes.
 */
export class LogFile {
  private readonly descriptor: number;

  /** `file`: the data file, which has to be open in WAL mode: the log lives as long as that connection. */
  constructor(file: string) {
    this.descriptor = openSync(`${file}-wal`, 'a', 0o600);
  }

  /** Rejects with the system's error; what was written before is then lost or kept, nobody can tell. */
  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fdatasync(this.descriptor, (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
