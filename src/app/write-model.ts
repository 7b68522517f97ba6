import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Writes a trained model, packed: whole or not at all, so that a service which starts meanwhile reads the old one. */
export function writeModel(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  writeFileSync(part, gzipSync(content, { level: 9 }));
  renameSync(part, path);
}
