/**
 * What the browser keeps for this page. Where that is blocked (private windows, frames on other sites), it is kept for the length
 * of the page and nothing breaks.
 */
export interface Storage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

const PREFIX = 'huifang.chat.';

export function openStorage(open: () => globalThis.Storage): Storage {
  const memory = new Map<string, string>();
  /** The real one, or undefined. Asking may throw, and so may each use of it. */
  const real = <T>(use: (store: globalThis.Storage) => T): T | undefined => {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? real((store) => store.getItem(PREFIX + key)) ?? null,
    set(key, value) {
      memory.set(key, value);
      real((store) => {
        store.setItem(PREFIX + key, value);
      });
    },
    remove(key) {
      memory.delete(key);
      real((store) => {
        store.removeItem(PREFIX + key);
      });
    },
    keys() {
      const kept = real((store) =>
        Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
          .filter((key) => key.indexOf(PREFIX) === 0)
          .map((key) => key.slice(PREFIX.length)),
      );
      return Array.from(new Set([...(kept ?? []), ...Array.from(memory.keys())]));
    },
  };
}
