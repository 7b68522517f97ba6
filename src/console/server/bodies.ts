import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { HuifangError } from '../../domain/errors.ts';
import type { UploadedFile } from '../api/endpoint.ts';

/** Bodies that are taken: JSON, and files as they are. No forms: those can be sent from any site. */
export function takeBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const json = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // A page's client may announce JSON where there is nothing to send.
    if (body === '') done(null, undefined);
    else void json(request, body as string, done);
  });
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload);
  });
}

/** Whether the body is the stream of a file. */
function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body;
}

/** Keeps the body in a file of its own, readable by nobody else, while `use` runs. Of an upload that breaks off nothing stays. */
export async function withUpload<T>(
  body: unknown,
  { folder, maxBytes }: { readonly folder: string; readonly maxBytes: number },
  use: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  if (!isStream(body)) throw new HuifangError('BAD_REQUEST', ['body: no file — allowed: application/octet-stream']);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = await mkdtemp(join(folder, 'console-'));
  const path = join(own, 'upload');
  try {
    await pipeline(body, upTo(maxBytes), createWriteStream(path, { mode: 0o600 }));
    return await use({ path, bytes: (await stat(path)).size });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Breaks off with FILE_TOO_LARGE. The server's own limit does not look at bodies that are handed on as streams. */
function upTo(maxBytes: number) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maxBytes)
        throw new HuifangError('FILE_TOO_LARGE', [`more than ${maxBytes} bytes — allowed: at most that many`]);
      yield chunk;
    }
  };
}
