import type { FastifyInstance } from 'fastify';
import { takeBodies } from './bodies.ts';
import type { ConsoleDeps } from './deps.ts';
import { mountEndpoint, mountStream } from './endpoints.ts';
import { API_HEADERS } from './headers.ts';
import { mountSession } from './session-routes.ts';

/** The console's API as routes of the service. */
export function consoleServer(deps: ConsoleDeps): (app: FastifyInstance) => void {
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
      done();
    });
  };
}
