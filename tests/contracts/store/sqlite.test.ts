import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { storeContract } from './suite.ts';
import { ZONE } from './turns.ts';

storeContract('SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-store-'));
  const options = { file: join(folder, 'huifang.db'), zone: ZONE };
  let store = await openSqliteStore(options);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore(options);
      return store;
    },
    cleanup: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

storeContract('SQLite in memory', async () => {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  return { store, cleanup: () => store.close() };
});
