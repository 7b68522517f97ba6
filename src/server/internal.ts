import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { HuifangError } from '../domain/errors.ts';
import { TOKEN_HEADER } from '../intake/wire.ts';

/** Where the running service takes campaign commands from the same machine. */
export const CAMPAIGN_PATH = '/internal/campaign';

/**
 * Throws NOT_FOUND unless the request carries the token of service.json: who knows it can read the data folder. Nobody else
 * learns that the route exists.
 */
export function requireToken(request: Pick<FastifyRequest, 'headers'>, token: string): void {
  const given = request.headers[TOKEN_HEADER];
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(token)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new HuifangError('NOT_FOUND');
}
