// Trains the model straight from the sources when it is missing or older than its seeds: what tests need, without a build.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelIsStale, triageIsStale } from './newest.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (modelIsStale(root)) {
  const entry = join(root, 'src/cli/build-model.ts');
  const trained = spawnSync(process.execPath, ['--import', 'tsx', entry], { cwd: root, stdio: ['ignore', 2, 2] });
  process.exitCode = trained.status ?? 1;
}
if (triageIsStale(root)) {
  const entry = join(root, 'src/cli/build-triage.ts');
  const trained = spawnSync(process.execPath, ['--import', 'tsx', entry], { cwd: root, stdio: ['ignore', 2, 2] });
  process.exitCode = trained.status || process.exitCode;
}
