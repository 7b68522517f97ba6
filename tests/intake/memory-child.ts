import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { generateList } from './generate-list.ts';
import { importFile, temporaryFolder } from './support.ts';

/**
 * Imports a generated list of argv[2] records into a real data file and prints the counts and the peak memory in MB. With
 * `hold` as argv[3] every row is kept until the end, as an import that does not stream would.
 */
const count = Number(process.argv[2]);
const held: unknown[] | undefined = process.argv[3] === 'hold' ? [] : undefined;
const folder = temporaryFolder();
const path = join(folder, 'list.csv');
generateList(path, count);
const store = await openSqliteStore({ file: join(folder, 'test.sqlite'), zone: 'Asia/Shanghai' });
// importFile collects the rows, so an own listener replaces its.
let rows = 0;
const { report } = await importFile(path, {
  directory: store.directory,
  dryRun: false,
  onRow: (row) => {
    rows += 1;
    held?.push(row);
  },
});
await store.close();
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ imported: report.imported, deceased: report.skip.byCode.deceased, rows, peak }));
