// Compiles src/ and bench/ as they run in production (a transforming loader would be measured too), then runs the bench.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const built = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.bench.json')], { stdio: ['ignore', 2, 2] });
if (built.status !== 0) process.exit(built.status ?? 1);
const entry = join(root, 'dist/with-bench/bench/throughput.js');
process.argv.splice(1, 1, entry);
await import(pathToFileURL(entry).href);
