import formbody from '@fastify/formbody';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Channel, ChannelHost } from '../channels/channel.ts';
import { errorResponse, notFound } from './error-response.ts';
import { type HealthDeps, mountHealth } from './health.ts';
import { closeUnusedConnections } from './unused-connections.ts';
import { mountWebhooks } from './webhooks.ts';

/** Largest request body in bytes; a webhook is far smaller. Routes that take files set their own. */
const BODY_LIMIT = 256 * 1024;

export interface AppDeps extends HealthDeps {
  readonly logger: FastifyBaseLogger;
  readonly channels: readonly Channel[];
  readonly host: ChannelHost;
  /** Proxies in front of us whose X-Forwarded- headers tell the truth; 0 or absent: none. */
  readonly trustProxy?: number;
  /** Further routes: the demo pages, the import of a running service. */
  readonly routes: readonly ((app: FastifyInstance) => void)[];
}

/** Builds the HTTP side without listening. Request bodies and addresses never reach the log. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const proxies = deps.trustProxy ?? 0;
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    trustProxy: (_address, hop) => hop < proxies,
  });
  await app.register(formbody);
  app.setErrorHandler(errorResponse);
  app.setNotFoundHandler(notFound);
  closeUnusedConnections(app);
  mountHealth(app, deps);
  mountWebhooks(app, deps.channels, deps.host);
  for (const mount of deps.routes) mount(app);
  return app;
}
