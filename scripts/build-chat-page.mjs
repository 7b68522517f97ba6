// Bundles the page of the web chat and its widget into dist/chat-page, for old browsers.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { newest } from './newest.mjs';

const SOURCE = 'src/channels/web/page';
const TARGET = 'dist/chat-page';
/** The oldest browsers that are served: phones of 2017 with their in-app browsers. */
const BROWSERS = ['es2017', 'chrome60'];

/** Missing, or older than what it is made of. */
export function chatPageIsStale(root) {
  const made = newest(join(root, TARGET));
  return [join(root, SOURCE), join(root, 'scripts')].some((folder) => newest(folder) > made);
}

export async function buildChatPage(root) {
  const [source, target] = [join(root, SOURCE), join(root, TARGET)];
  mkdirSync(target, { recursive: true });
  await build({
    entryPoints: ['chat.ts', 'widget.ts', 'chat.css'].map((name) => join(source, name)),
    outdir: target,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: BROWSERS,
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of ['index.html', 'icon.svg']) copyFileSync(join(source, name), join(target, name));
  writeFileSync(join(target, '.built'), '');
}
