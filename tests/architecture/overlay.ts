import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What makes up the project for its tools; everything else is installed, built or data. */
const FOLDERS = ['src', 'tests', 'bench', 'scripts', 'corpus'];

/** A copy of the project with its real configuration, in which violations can be planted. */
export interface Overlay {
  readonly root: string;
  /** Writes a file of the copy. */
  plant(path: string, text: string): void;
  /** Puts the copy back to how the project is. */
  clean(): void;
  /** Runs a tool of the project in the copy, as the gate does. */
  run(tool: string, ...words: readonly string[]): { readonly status: number | null; readonly output: string };
  remove(): void;
}

export function copyProject(): Overlay {
  const root = mkdtempSync(join(tmpdir(), 'huifang-canary-'));
  const files = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== '.env');
  for (const name of [...FOLDERS, ...files.map((entry) => entry.name)])
    cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  // Copied last, so that it is younger than its seeds: no second training.
  for (const model of ['understanding.model', 'consultation.model'])
    cpSync(join('dist', model), join(root, 'dist', model));
  const planted = new Set<string>();
  return {
    root,
    plant(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      planted.add(path);
    },
    clean() {
      for (const path of planted) rmSync(join(root, path));
      planted.clear();
    },
    run(tool, ...words) {
      const env = { ...process.env, NO_COLOR: '1', CI: '1', NODE_OPTIONS: '' };
      // Vitest marks the processes that it starts; a vitest inside must not believe that it is this one.
      for (const name of Object.keys(env)) if (name.startsWith('VITEST')) Reflect.deleteProperty(env, name);
      const binary = join(root, 'node_modules/.bin', tool);
      const { status, stdout, stderr } = spawnSync(binary, words, {
        cwd: root,
        encoding: 'utf8',
        env,
        maxBuffer: 2 ** 28,
      });
      return { status, output: stdout + stderr };
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** TypeScript files of a folder of the project. */
export function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
