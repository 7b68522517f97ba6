import { networkOf } from '../../domain/limits.ts';
import type { ChatLimits } from './limits.ts';

/** An open page: how to tell it that there is something new, and that the service stops. */
export interface OpenPage {
  wake(): void;
  close(): void;
}

/** The pages that wait for something now, by visitor. */
export class OpenPages {
  readonly #limits: ChatLimits;
  readonly #bySession = new Map<string, Set<OpenPage>>();
  readonly #byNetwork = new Map<string, number>();
  #count = 0;
  #closed = false;

  constructor(limits: ChatLimits) {
    this.#limits = limits;
  }

  /** Undefined when there are too many; else how to take it off again. */
  add(address: string, ip: string, page: OpenPage): (() => void) | undefined {
    const network = networkOf(ip);
    const mine = this.#bySession.get(address) ?? new Set();
    const there = this.#byNetwork.get(network) ?? 0;
    const { pages, pagesPerSession, pagesPerAddress } = this.#limits;
    if (this.#closed || this.#count >= pages || mine.size >= pagesPerSession || there >= pagesPerAddress)
      return undefined;
    this.#bySession.set(address, mine.add(page));
    this.#byNetwork.set(network, there + 1);
    this.#count += 1;
    return () => {
      this.#remove(address, network, page);
    };
  }

  /** Something about this visitor changed. */
  wake(address: string): void {
    for (const page of [...(this.#bySession.get(address) ?? [])]) page.wake();
  }

  /** The service stops: open connections would hold its end back. */
  close(): void {
    this.#closed = true;
    for (const pages of [...this.#bySession.values()]) for (const page of [...pages]) page.close();
  }

  get closed(): boolean {
    return this.#closed;
  }

  #remove(address: string, network: string, page: OpenPage): void {
    const mine = this.#bySession.get(address);
    if (mine?.delete(page) !== true) return;
    if (mine.size === 0) this.#bySession.delete(address);
    const left = (this.#byNetwork.get(network) ?? 1) - 1;
    if (left === 0) this.#byNetwork.delete(network);
    else this.#byNetwork.set(network, left);
    this.#count -= 1;
  }
}
