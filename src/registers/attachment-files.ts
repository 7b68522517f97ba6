import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HuifangError } from '../domain/errors.ts';
import { fileType } from './file-type.ts';

/** 10 MB. */
export const MAX_ATTACHMENT = 10 * 1024 * 1024;

/** What one entry holds at most: number of files, and their bytes together. Those that were taken away do not count. */
export const MOST_ATTACHMENTS = { files: 30, bytes: 100 * 1024 * 1024 };

/** A file that is kept: what it is, and how it can be told from any other. */
interface KeptFile {
  readonly type: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The bytes of attachments, each under its random id in one folder that nobody else reads. */
export interface AttachmentFiles {
  /** Keeps a copy of the file at `path`. ATTACHMENT_TYPE when its content is none of the types that are kept. */
  keep(id: string, path: string): Promise<KeptFile>;
  /** What belongs to no entry after all. */
  drop(id: string): Promise<void>;
  /** STORE_CORRUPT when the bytes are not those that were kept. */
  read(id: string, sha256: string): Promise<Uint8Array>;
}

export function attachmentFiles(folder: string): AttachmentFiles {
  // Ids are ours and random; anything else must not name a file.
  const pathOf = (id: string) => {
    if (!/^[\w-]{8,64}$/.test(id)) throw new HuifangError('NOT_FOUND', ['attachment']);
    return join(folder, id);
  };
  return {
    async keep(id, path) {
      const bytes = await readFile(path);
      const type = fileType(bytes);
      if (type === undefined) throw new HuifangError('ATTACHMENT_TYPE');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await copyFile(path, pathOf(id));
      await chmod(pathOf(id), 0o600);
      return { type, bytes: bytes.length, sha256: digestOf(bytes) };
    },
    drop: (id) => rm(pathOf(id), { force: true }),
    async read(id, sha256) {
      const bytes = await readFile(pathOf(id)).catch(() => undefined);
      if (bytes === undefined) throw new HuifangError('NOT_FOUND', ['attachment']);
      if (digestOf(bytes) !== sha256) throw new HuifangError('STORE_CORRUPT', [`attachment ${id}`]);
      return bytes;
    },
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
