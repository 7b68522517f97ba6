import type { FastifyInstance } from 'fastify';
import { API_PAGE_POLICY, apiPage } from './api-page.ts';
import { takeBodies } from './bodies.ts';
import type { ConsoleDeps } from './deps.ts';
import { admit, mountEndpoint, mountStream, requireKnownPermission } from './endpoints.ts';
import { API_HEADERS } from './headers.ts';
import { openApi } from './openapi.ts';
import { mountPages } from './pages.ts';
import { mountSession } from './session-routes.ts';

/** The console as routes of the service: its API under /api, its pages under /console. */
export function consoleServer(deps: ConsoleDeps): (app: FastifyInstance) => void {
  for (const one of [...deps.endpoints, ...deps.streams]) requireKnownPermission(one);
  return (app) => {
    app.register((scope, _options, done) => {
      takeBodies(scope);
      scope.addHook('onRequest', (_request, reply, next) => {
        void reply.headers(API_HEADERS);
        next();
      });
      mountSession(scope, deps);
      for (const endpoint of deps.endpoints) mountEndpoint(scope, deps, endpoint);
      for (const stream of deps.streams) mountStream(scope, deps, stream);
      mountDescription(scope, deps);
      done();
    });
    mountPages(app, deps.pageFolder);
  };
}

/** What the API can do, for programs and for people; for those who are signed in. */
function mountDescription(app: FastifyInstance, deps: ConsoleDeps): void {
  const document = openApi(deps.endpoints, deps.streams);
  const page = apiPage(document);
  const onRequest = admit(deps, 'signed-in');
  app.get('/api/openapi.json', { onRequest }, () => document);
  app.get('/api/docs', { onRequest }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', API_PAGE_POLICY).send(page),
  );
}
