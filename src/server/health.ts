import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

export interface HealthDeps {
  readonly metrics: Metrics;
  /** Reasons why the service should get no traffic; empty when all is well. */
  readonly notReady: () => Promise<readonly string[]>;
  /** What does not work as configured, though the service can do its work. */
  readonly warnings: () => readonly string[];
}

/** /healthz: the process answers. /readyz: it can store and is not stopping. /metrics: Prometheus text. */
export function mountHealth(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reasons = await deps.notReady();
    const warnings = deps.warnings();
    return reply.code(reasons.length === 0 ? 200 : 503).send({
      status: reasons.length === 0 ? 'ready' : 'not ready',
      reasons,
      ...(warnings.length > 0 ? { warnings } : {}),
    });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics()),
  );
}
