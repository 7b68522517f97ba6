import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { HuifangError } from '../domain/errors.ts';
import type { Json } from './workbook.types.ts';

/** What is no longer than this stands on one line: a slot, a session. Lists of words always do. */
const LINE = 160;

function flat(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** One line where nothing is nested, so that a change of one price is one line of a comparison. */
function jsonText(value: unknown, indent = ''): string {
  if (flat(value)) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => jsonText(item, deeper));
    return value.every(flat) ? `[${items.join(', ')}]` : wrapped(items, '[]', indent);
  }
  const members = Object.entries(value as Json).map(
    ([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, deeper)}`,
  );
  return wrapped(members, '{}', indent);
}

function wrapped(members: readonly string[], brackets: '[]' | '{}', indent: string): string {
  const [open, close] = [brackets.slice(0, 1), brackets.slice(1)];
  const line = `${open}${members.join(', ')}${close}`;
  if (line.length <= LINE && !line.includes('\n')) return line;
  return `${open}\n${members.map((member) => `${indent}  ${member}`).join(',\n')}\n${indent}${close}`;
}

/** `knowledge.backup-20261118-101500.json` beside `knowledge.json`. */
function backupOf(path: string, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `${path.replace(/\.json$/, '')}.backup-${stamp}.json`;
}

function writeWhole(path: string, text: string, mode: number): void {
  const handle = openSync(path, 'w', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(path, mode);
}

/**
 * Replaces a knowledge file in one step, so that whoever reads it sees the old one or the new one, and keeps the old one
 * beside it. Returns the name of that copy; null if there was none.
 */
export function saveKnowledge(file: string, knowledge: Json, at: Date): string | null {
  const exists = existsSync(file);
  // A link stays a link; what it leads to is replaced.
  const path = exists ? realpathSync(file) : file;
  const next = `${path}.new-${String(process.pid)}`;
  const backup = exists ? backupOf(path, at) : null;
  try {
    writeWhole(next, `${jsonText(knowledge)}\n`, exists ? statSync(path).mode & 0o777 : 0o644);
    if (backup !== null) copyFileSync(path, backup);
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw new HuifangError('FILE_UNWRITABLE', [`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return backup;
}
