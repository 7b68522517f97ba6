import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { EnvironmentSettings } from '../config/env.ts';
import { HuifangError } from '../domain/errors.ts';

/** Listens, and gives the port. A port that is taken or forbidden is told with what to do. */
export async function listen(app: FastifyInstance, env: EnvironmentSettings): Promise<number> {
  try {
    await app.listen({ port: env.port, host: env.host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') {
      const next = env.port < 65_535 ? env.port + 1 : 3000;
      throw new HuifangError('PORT_BUSY', [
        `PORT: ${String(env.port)} — allowed: a free port, for example PORT=${String(next)}`,
      ]);
    }
    if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code)) {
      const what = `HOST, PORT: ${env.host}:${String(env.port)}`;
      throw new HuifangError('ENV_INVALID', [
        `${what} — allowed: an address of this machine and a port this account may use (${code})`,
      ]);
    }
    throw error;
  }
  return (app.server.address() as AddressInfo).port;
}
