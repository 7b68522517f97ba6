// Runs a compiled entry point (`run.mjs main`, `run.mjs cli/import FILE`), building first when a source is newer.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { newest, staleModels } from './newest.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist/.built');

const source = join(root, 'src');
const stale =
  existsSync(source) &&
  (!existsSync(stamp) || newest(source) > statSync(stamp).mtimeMs || staleModels(root).length > 0);
if (stale) {
  if (process.stderr.isTTY) process.stderr.write('Building …\n');
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const entry = process.argv[2] ?? 'main';
process.argv.splice(1, 2, join(root, 'dist', `${entry}.js`));
await import(pathToFileURL(process.argv[1]).href);
