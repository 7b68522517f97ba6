import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Epoch ms of the youngest file under `folder`; 0 if there is none. */
export function newest(folder) {
  if (!existsSync(folder)) return 0;
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return latest;
}

/** The trained model is older than its seeds, or than what reads them. */
export function modelIsStale(root) {
  const model = join(root, 'dist/understanding.model');
  if (!existsSync(model)) return true;
  const sources = ['corpus/seeds', 'corpus/neutral', 'src/bot/understanding', 'src/evaluate/messages'];
  return sources.some((folder) => newest(join(root, folder)) > statSync(model).mtimeMs);
}

/** The same for the model of the triage. */
export function triageIsStale(root) {
  const model = join(root, 'dist/triage.model');
  if (!existsSync(model)) return true;
  const sources = [
    'corpus/triage',
    'corpus/neutral',
    'corpus/seeds',
    'src/bot/knowledge/triage',
    'src/evaluate/triage',
  ];
  return sources.some((folder) => newest(join(root, folder)) > statSync(model).mtimeMs);
}
