import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { HuifangError } from '../domain/errors.ts';
import { TOKEN_HEADER } from '../intake/wire.ts';

/** Where the running service takes campaign commands from the same machine. */
export const CAMPAIGN_PATH = '/internal/campaign';

/** Where it makes links for the discharge papers. */
export const ENROLMENT_PATH = '/internal/enrolments';

/** Where it changes accounts of the console. */
export const ACCOUNTS_PATH = '/internal/accounts';

/** Where it shows the audit. */
export const AUDIT_PATH = '/internal/audit';

/** For whom links are wanted; `planned`: everybody who waits for a follow-up and has no messenger. `who` is audited. */
export interface EnrolmentWish {
  readonly records: readonly string[] | 'planned';
  readonly who: string;
}

/** The tokens that were made; `unknown`: record numbers that nobody has, or whose patient died. */
export interface EnrolmentsIssued {
  readonly issued: readonly { readonly recordNo: string; readonly token: string; readonly expiresAt: number }[];
  readonly unknown: readonly string[];
}

/**
 * Throws NOT_FOUND unless the request carries the token of service.json: who knows it can read the data folder. Nobody else
 * learns that the route exists.
 */
export function requireToken(request: Pick<FastifyRequest, 'headers'>, token: string): void {
  const given = request.headers[TOKEN_HEADER];
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(token)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new HuifangError('NOT_FOUND');
}
