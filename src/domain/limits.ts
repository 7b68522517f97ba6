/** Most keys that are counted at once; beyond it the oldest count is forgotten. */
const MAX_KEYS = 20_000;

interface Window {
  readonly since: number;
  count: number;
}

/** Counts per key in spans that begin with the key's first use. Keeps at most `maxKeys` counts. */
export class Spans {
  readonly #most: number;
  readonly #length: number;
  readonly #maxKeys: number;
  readonly #windows = new Map<string, Window>();

  constructor(most: number, length: number, maxKeys = MAX_KEYS) {
    this.#most = most;
    this.#length = length;
    this.#maxKeys = maxKeys;
  }

  /** Milliseconds until there is room; 0 if there is. */
  wait(key: string, now: number): number {
    const window = this.#windows.get(key);
    if (window === undefined || window.count < this.#most) return 0;
    return Math.max(0, window.since + this.#length - now);
  }

  take(key: string, now: number): void {
    const window = this.#windows.get(key);
    if (window !== undefined && now < window.since + this.#length) {
      window.count += 1;
      return;
    }
    this.#windows.delete(key); // so that it stands at the end, as the youngest
    this.#windows.set(key, { since: now, count: 1 });
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > this.#maxKeys && oldest !== undefined) this.#windows.delete(oldest);
  }

  get size(): number {
    return this.#windows.size;
  }
}

/** An IPv6 household has 2^64 addresses: its network counts as one. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace(/^::ffff:/, '');
  const [head = ''] = ip.split('%');
  const [left = '', right] = head.split('::');
  const groups = left.split(':').filter((group) => group !== '');
  if (right !== undefined) while (groups.length < 4) groups.push('0');
  return `${groups.slice(0, 4).join(':')}::/64`;
}
