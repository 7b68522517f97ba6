import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HuifangError } from '../../domain/errors.ts';
import type { PageConfig } from './wire.ts';

/** What the build writes. */
const BUILT = ['index.html', 'chat.js', 'chat.css', 'widget.js', 'icon.svg'] as const;
type BuiltFile = (typeof BUILT)[number];

const YEAR = 'public, max-age=31536000, immutable';
const SCRIPT = 'text/javascript; charset=utf-8';

interface Served {
  readonly path: string;
  readonly file: BuiltFile;
  readonly type: string;
  readonly cache: string;
}

/** The page names its parts by content (`?v=`), so they may be kept; the widget's address is fixed, so it is asked for anew each hour. */
const SERVED: readonly Served[] = [
  { path: '/chat/chat.js', file: 'chat.js', type: SCRIPT, cache: YEAR },
  { path: '/chat/chat.css', file: 'chat.css', type: 'text/css; charset=utf-8', cache: YEAR },
  { path: '/chat/icon.svg', file: 'icon.svg', type: 'image/svg+xml', cache: YEAR },
  { path: '/chat/widget.js', file: 'widget.js', type: SCRIPT, cache: 'public, max-age=3600' },
];

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin', // old browsers send no Origin with a POST; the Referer is looked at then
  vary: 'accept-encoding',
};

/** Nothing from elsewhere, no inline script or style, no form that leaves; in frames of the sites named only. */
function policy(embedOrigins: readonly string[]): string {
  const ancestors = ["'self'", ...embedOrigins].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

function readBuilt(folder: string, file: BuiltFile): Buffer {
  try {
    return readFileSync(join(folder, file));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new HuifangError('CONFIG_INVALID', [`web chat: ${cause} — npm run build makes it / 请运行 npm run build`]);
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);
}

function sendPacked(request: FastifyRequest, reply: FastifyReply, plain: Buffer, packed: Buffer): FastifyReply {
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(packed);
}

/** The page, its parts, and the script for other sites. */
export function chatPage(
  app: FastifyInstance,
  options: { folder: string; embedOrigins: readonly string[]; hospital: () => PageConfig },
): void {
  const files = new Map(BUILT.map((file) => [file, readBuilt(options.folder, file)]));
  const of = (file: BuiltFile) => files.get(file) ?? Buffer.alloc(0);
  for (const { path, file, type, cache } of SERVED) {
    const plain = of(file);
    const packed = gzipSync(plain, { level: 9 });
    app.get(path, (request, reply) => {
      // The hospital's own site loads the widget, whatever it says about resources of others.
      void reply
        .type(type)
        .headers({ ...COMMON, 'cache-control': cache, 'cross-origin-resource-policy': 'cross-origin' });
      return sendPacked(request, reply, plain, packed);
    });
  }
  const template = of('index.html').toString('utf8');
  const version = createHash('sha256').update(of('chat.js')).update(of('chat.css')).digest('hex').slice(0, 12);
  const headers = { ...COMMON, 'cache-control': 'no-cache', 'content-security-policy': policy(options.embedOrigins) };
  app.get('/chat', (request, reply) => {
    const config = options.hospital();
    const values: Readonly<Record<string, string>> = {
      version,
      config: JSON.stringify(config),
      name: config.name['zh-CN'],
      nameEn: config.name.en,
      phone: config.phone,
      emergency: config.emergency,
    };
    const page = Buffer.from(template.replace(/\{\{(\w+)\}\}/g, (_all, key: string) => escaped(values[key] ?? '')));
    void reply.type('text/html; charset=utf-8').headers(headers);
    return sendPacked(request, reply, page, gzipSync(page));
  });
}
