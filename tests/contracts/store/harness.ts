import { onTestFinished, test } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import type { StoreFactory } from './suite.ts';

/** A test with a fresh store, cleaned up when it ends. */
export type StoreTest = (title: string, body: (store: Store) => Promise<void>) => void;

export function withStore(factory: StoreFactory): StoreTest {
  return (title, body) => {
    test(title, async () => {
      const { store, cleanup } = await factory();
      onTestFinished(cleanup);
      await body(store);
    });
  };
}
