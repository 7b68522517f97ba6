import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { HuifangError } from '../../domain/errors.ts';

/** A new content that lies beside the file, whole and on disk; it becomes the file in one step, or nothing of it stays. */
export interface StagedFile {
  replace(): void;
  drop(): void;
}

/**
 * Writes `text` beside the file at `path`, with the file's mode; throws FILE_UNWRITABLE. A link stays a link: what it leads to is
 * replaced. Whoever reads the file sees the old text or the new one, never a part.
 */
export function stageFile(path: string, text: string): StagedFile {
  const target = realpathSync(path);
  const beside = `${target}.new-${String(process.pid)}`;
  const drop = () => {
    rmSync(beside, { force: true });
  };
  const trying = (step: () => void) => {
    try {
      step();
    } catch (error) {
      drop();
      throw new HuifangError('FILE_UNWRITABLE', [`${path}: ${error instanceof Error ? error.message : String(error)}`]);
    }
  };
  trying(() => {
    const mode = statSync(target).mode & 0o777;
    const handle = openSync(beside, 'w', mode);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(beside, mode);
  });
  return {
    replace: () => {
      trying(() => {
        renameSync(beside, target);
      });
    },
    drop,
  };
}

/** The file's text; throws CONFIG_INVALID when it cannot be read. */
export function readSettingsText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [`(file): ${path} — allowed: a readable JSON file (${why})`]);
  }
}
