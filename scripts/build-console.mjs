// Bundles the staff console into dist/console/ui with Vite, and compresses what it wrote, so that the server sends it as it is.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { newest } from './newest.mjs';

const SOURCE = 'src/console/ui';
// A folder of its own: it is emptied, and the compiler writes the rest of dist/console.
const TARGET = 'dist/console/ui';
/** What its pages take from the service besides their own folder, and what they are built with. */
const ALSO = ['src/console/wire', 'src/domain', 'src/access/roles.ts', 'src/channels/segments.ts', 'package-lock.json'];
/** Browsers of hospital desks: three years back. */
const BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];
const COMPRESSED = /\.(?:js|css|svg|html|json)$/;

const youngest = (path) => (!existsSync(path) ? 0 : statSync(path).isFile() ? statSync(path).mtimeMs : newest(path));

/** Missing, or older than what it is made of. */
export function consoleIsStale(root) {
  const stamp = join(root, TARGET, '.built');
  const made = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const sources = [SOURCE, ...ALSO, 'scripts/build-console.mjs'].map((path) => join(root, path));
  return sources.some((path) => youngest(path) > made);
}

export async function buildConsole(root) {
  const target = join(root, TARGET);
  // Vitest says 'test', with which React's development code would be bundled.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root: join(root, SOURCE),
    base: '/console/',
    plugins: [react()],
    logLevel: 'warn',
    // A test reads the manifest for what the first page loads.
    build: { outDir: target, emptyOutDir: true, manifest: true, target: BROWSERS, chunkSizeWarningLimit: 2_000 },
  });
  compress(target);
  writeFileSync(join(target, '.built'), '');
}

/** Beside each text file its .gz and .br. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    // 9 of 11: the last two steps take ten times as long for two percent.
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}
