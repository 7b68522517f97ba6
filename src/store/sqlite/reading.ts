import type { Row, Value } from './database.ts';

/** A read that may take long: wherever it is done, turns go on meanwhile. */
export type ReadLong = (sql: string, ...values: readonly Value[]) => Promise<readonly Row[]>;

/** A read of the port: done at once, its failure handed over as a rejection. */
export function reading<T>(read: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(read());
  });
}
