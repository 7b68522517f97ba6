import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HuifangError } from '../../domain/errors.ts';
import { PAGE_HEADERS } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/** What the build has packed beside a file, the better first. */
const PACKED = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** Files of this folder have their content in their name. */
const HASHED = 'assets/';
const INDEX = 'index.html';

/** The console's pages under /console, as the build left them; every address below is the one page, which looks at it itself. */
export function mountPages(app: FastifyInstance, folder: string): void {
  // Only what was there at the start is served: no path leads anywhere else.
  const files = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    const { '*': asked = '' } = request.params as { '*'?: string };
    const known = files.has(asked) && extname(asked) !== '';
    // A script that a newer build has dropped must not turn out to be a page.
    if (!known && asked.startsWith(HASHED)) throw new HuifangError('NOT_FOUND');
    if (!files.has(INDEX))
      throw new HuifangError('NOT_FOUND', ['the console was not built: npm run build / 请运行 npm run build']);
    return send(request, reply, { folder, files, name: known ? asked : INDEX });
  };
  app.get('/console', serve);
  app.get('/console/*', serve);
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, files, name }: { folder: string; files: ReadonlySet<string>; name: string },
): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'] ?? '';
  const packed = PACKED.find(
    ({ encoding, ending }) => files.has(name + ending) && new RegExp(`\\b${encoding}\\b`).test(accepted),
  );
  void reply
    .type(TYPES[extname(name)] ?? 'application/octet-stream')
    .headers({ ...PAGE_HEADERS, vary: 'accept-encoding' })
    .header('cache-control', name.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (packed !== undefined) void reply.header('content-encoding', packed.encoding);
  return reply.send(await readFile(join(folder, name + (packed?.ending ?? ''))));
}
