import { isIP } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Host names under which a person reaches their own machine or network: no foreign domain can be made to point here. */
function isOwn(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || !name.includes('.') || name.endsWith('.localhost') || name.endsWith('.local');
}

/**
 * The demo has no log-in, so a page on another domain whose name resolves to this machine (DNS rebinding) must not read it:
 * only localhost, addresses and names without a domain are answered.
 */
export function requireOwnHost(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!request.url.startsWith('/demo') || isOwn(request.headers.host ?? '')) {
    done();
    return;
  }
  void reply.code(403).send({
    error: 'the demo answers on this machine only',
    code: 'BAD_REQUEST',
    details: ['Host: use localhost or the address of the machine'],
  });
}
