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

/** A trained model is older than its seeds, or than what reads them. */
export function modelIsStale(root) {
  const older = (model, sources) => {
    const file = join(root, model);
    return !existsSync(file) || sources.some((folder) => newest(join(root, folder)) > statSync(file).mtimeMs);
  };
  const understanding = 'src/bot/understanding';
  return (
    older('dist/understanding.model', ['corpus/seeds', 'corpus/neutral', understanding, 'src/evaluate/messages']) ||
    older('dist/questions.model', [
      'corpus/questions',
      'src/bot/knowledge/faq',
      understanding,
      'src/evaluate/knowledge',
    ])
  );
}
