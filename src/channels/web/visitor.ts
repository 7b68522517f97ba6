import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECOND } from '../../domain/clock.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { Refusal } from './limits.ts';
import type { Session, Sessions } from './session.ts';

/** Throws CHAT_NO_SESSION unless the request carries a session: the notice was not accepted, or too long ago. */
export function visitorOf(request: FastifyRequest, sessions: Sessions): Session {
  const session = sessions.of(request.headers);
  if (session === undefined) throw new HuifangError('CHAT_NO_SESSION');
  return session;
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

/**
 * Throws CHAT_ORIGIN unless the call comes from a page of this service (the widget's frame is one). Browsers send `Origin`
 * with every POST; the few old ones that do not send `Referer`. Compared by host: a proxy that ends TLS changes the scheme.
 */
export function requireOwnPage(request: FastifyRequest, publicBaseUrl: string | undefined): void {
  const { origin, referer } = request.headers;
  const from = hostOf(origin ?? referer);
  if (from !== undefined && (from === request.host || from === hostOf(publicBaseUrl))) return;
  throw new HuifangError('CHAT_ORIGIN');
}

/** Throws the refusal; says in `Retry-After` (seconds) when it works again. */
export function refuse(reply: FastifyReply, { code, waitMs }: Refusal): never {
  const seconds = String(Math.max(1, Math.ceil(waitMs / SECOND)));
  void reply.header('retry-after', seconds);
  throw new HuifangError(code, [`works again in ${seconds} seconds`]);
}
