import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const SCRIPTS = ['demo', 'api', 'dom', 'labels', 'list', 'phone', 'record', 'store', 'top', 'vocabulary'];

/** Every file of the page, with the path that it is served under. */
export const PAGE_FILES: readonly { readonly path: string; readonly file: string; readonly type: string }[] = [
  { path: '/demo', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/demo/demo.css', file: 'demo.css', type: 'text/css; charset=utf-8' },
  { path: '/demo/icon.svg', file: 'icon.svg', type: 'image/svg+xml' },
  ...SCRIPTS.map((name) => ({ path: `/demo/${name}.js`, file: `${name}.js`, type: 'text/javascript; charset=utf-8' })),
];

const HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  vary: 'accept-encoding',
};

/** The page of the demo phones: a few files, no framework, nothing from elsewhere; packed once, for slow lines. */
export function demoPage(app: FastifyInstance): void {
  for (const { path, file, type } of PAGE_FILES) {
    const plain = readFileSync(new URL(`./page/${file}`, import.meta.url));
    const packed = gzipSync(plain, { level: 9 });
    app.get(path, (request, reply) => {
      void reply.type(type).headers(HEADERS);
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain);
      return reply.header('content-encoding', 'gzip').send(packed);
    });
  }
  app.get('/', (_request, reply) => reply.redirect('/demo'));
}
