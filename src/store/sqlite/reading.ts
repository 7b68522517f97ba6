/** A read of the port: done at once, its failure handed over as a rejection. */
export function reading<T>(read: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(read());
  });
}
