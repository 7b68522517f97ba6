import type { FastifyRequest } from 'fastify';
import { HuifangError } from '../../domain/errors.ts';

/** A header of our own: a form of another site cannot send it, and a script there needs a permission that we give nobody. */
export const CONSOLE_HEADER = 'x-huifang-console';

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

/**
 * Throws CONSOLE_ORIGIN unless a change comes from a page of the console. Compared by host: a proxy that ends TLS changes the
 * scheme. Programs that are no browser send no `Origin`.
 */
export function requireConsolePage(request: FastifyRequest, publicBaseUrl: string | undefined): void {
  if (request.headers[CONSOLE_HEADER] !== '1')
    throw new HuifangError('CONSOLE_ORIGIN', [`${CONSOLE_HEADER}: missing — allowed: 1`]);
  const { origin } = request.headers;
  if (origin === undefined) return;
  const from = hostOf(origin);
  if (from !== undefined && (from === request.host || from === hostOf(publicBaseUrl))) return;
  throw new HuifangError('CONSOLE_ORIGIN', ['origin: another site']);
}
