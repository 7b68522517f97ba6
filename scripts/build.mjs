// Compiles src/ to dist/ with the TypeScript compiler, copies the files that are read at run time, bundles the web chat's page and the
// staff console, and trains the models.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChatPage } from './build-chat-page.mjs';
import { buildConsole, consoleIsStale } from './build-console.mjs';
import { staleModels } from './newest.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: ['ignore', 2, 2] });
if (result.status !== 0) process.exit(result.status ?? 1);
const pages = join(root, 'src/demo/page');
if (existsSync(pages)) cpSync(pages, join(root, 'dist/demo/page'), { recursive: true });
mkdirSync(join(root, 'dist'), { recursive: true });
await buildChatPage(root);
if (consoleIsStale(root)) await buildConsole(root);
for (const command of staleModels(root)) {
  const trained = spawnSync(process.execPath, [join(root, `dist/${command}.js`)], { stdio: ['ignore', 2, 2] });
  if (trained.status !== 0) process.exit(trained.status ?? 1);
}
writeFileSync(join(root, 'dist/.built'), '');
