import type { FastifyRequest } from 'fastify';
import { LONGEST_MS } from '../../access/sessions.ts';
import { SECOND } from '../../domain/clock.ts';

const COOKIE = 'huifang_console';

/** The secret that the browser keeps. */
export function secretOf(request: Pick<FastifyRequest, 'headers'>): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** `Set-Cookie`; an empty secret forgets it. Scripts cannot read it, other sites' pages do not send it. */
export function sessionCookie(secret: string, secure: boolean): string {
  const life = secret === '' ? 0 : LONGEST_MS / SECOND;
  const flags = `HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return `${COOKIE}=${secret}; Path=/api; Max-Age=${String(life)}; ${flags}`;
}

/** Over https, as far as we can see: by the connection, a proxy that is believed, or the address people use. */
export function isSecure(request: Pick<FastifyRequest, 'protocol'>, publicBaseUrl: string | undefined): boolean {
  return request.protocol === 'https' || publicBaseUrl?.startsWith('https:') === true;
}
