const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Tests talk to this machine only. */
export function assertLoopback(url: string): void {
  const { hostname } = new URL(url);
  if (!LOOPBACK.has(hostname)) throw new Error(`refusing to call ${hostname}: only loopback addresses are allowed`);
}
