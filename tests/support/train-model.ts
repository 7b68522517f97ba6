import { execFileSync } from 'node:child_process';

/** Before all tests: they ask the same model as the service, trained from the same seeds. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/ensure-model.mjs'], { stdio: 'inherit' });
}
