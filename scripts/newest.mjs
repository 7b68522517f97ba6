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

const UNDERSTANDING = 'src/bot/understanding';
/** What the build trains: the file, the command that writes it, and what it is made from. */
const MODELS = [
  {
    file: 'dist/understanding.model',
    command: 'cli/build-model',
    from: ['corpus/seeds', 'corpus/neutral', UNDERSTANDING, 'src/evaluate/messages'],
  },
  {
    file: 'dist/consultation.model',
    command: 'cli/build-consultation',
    from: [
      'corpus/seeds',
      'corpus/neutral',
      'corpus/questions',
      'corpus/triage/seeds',
      UNDERSTANDING,
      'src/evaluate/messages',
    ],
  },
  {
    file: 'dist/questions.model',
    command: 'cli/build-questions',
    from: ['corpus/questions', 'src/bot/knowledge/faq', UNDERSTANDING, 'src/evaluate/knowledge'],
  },
  {
    file: 'dist/triage.model',
    command: 'cli/build-triage',
    from: ['corpus/triage', 'src/bot/knowledge/triage', UNDERSTANDING, 'src/evaluate/triage'],
  },
];

/** Commands (below src or dist) that train what is missing, or older than its seeds or than what reads them. */
export function staleModels(root) {
  const isStale = ({ file, from }) => {
    const path = join(root, file);
    return !existsSync(path) || from.some((folder) => newest(join(root, folder)) > statSync(path).mtimeMs);
  };
  return MODELS.filter(isStale).map(({ command }) => command);
}
