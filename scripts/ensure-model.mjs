// What tests need, without a build: trains the models straight from the sources when they are missing or older than their seeds, and
// bundles the web chat's page and the staff console when they are older than their sources.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChatPage, chatPageIsStale } from './build-chat-page.mjs';
import { buildConsole, consoleIsStale } from './build-console.mjs';
import { staleModels } from './newest.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (chatPageIsStale(root)) await buildChatPage(root);
if (consoleIsStale(root)) await buildConsole(root);
for (const command of staleModels(root)) {
  const entry = join(root, `src/${command}.ts`);
  const trained = spawnSync(process.execPath, ['--import', 'tsx', entry], { cwd: root, stdio: ['ignore', 2, 2] });
  process.exitCode ||= trained.status ?? 1;
}
