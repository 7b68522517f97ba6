import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountAuthor } from '../../access/accounts.ts';
import { PERMISSIONS, type Permission } from '../../access/roles.ts';
import { MINUTE, SECOND } from '../../domain/clock.ts';
import { audited } from '../api/audited.ts';
import type { Call, Endpoint } from '../api/endpoint.ts';
import { answer } from './answer.ts';
import { authenticate, requirePermission } from './authenticate.ts';
import { withUpload } from './bodies.ts';
import type { Caller, ConsoleDeps, StreamRoute } from './deps.ts';
import { requireConsolePage } from './own-page.ts';
import { shaped } from './shape.ts';

/** Seconds since somebody last touched keyboard, mouse or screen, as the page tells with each call. */
const IDLE_HEADER = 'x-huifang-idle';

/** Who calls, from the check before the body is read to the handler. */
const callers = new WeakMap<FastifyRequest, Caller>();

/** Only of requests that `admit` let through. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('a request was not checked');
  return caller;
}

/**
 * Whether the call comes from a page of the console (changes), from somebody who is signed in, and who may do it. Before the body is
 * read: nobody else sends us files. `permission` null: the call needs no session, signing in is one.
 */
export function admit(deps: ConsoleDeps, permission: Permission | 'signed-in' | 'session' | null, used = isUsed) {
  return async (request: FastifyRequest): Promise<void> => {
    if (request.method !== 'GET') requireConsolePage(request, deps.publicBaseUrl);
    if (permission === null) return;
    const caller = await authenticate(deps.access, request, used(request));
    if (permission !== 'session') requirePermission(caller, permission);
    callers.set(request, caller);
  };
}

/** Whether somebody is at the page: what it asks for by itself, on news, does not keep a session alive that nobody uses. */
function isUsed({ headers }: FastifyRequest): boolean {
  const seconds = Number(headers[IDLE_HEADER] ?? 0);
  return !(seconds > MINUTE / SECOND);
}

/** Mounts one endpoint: page → session → permission → shape → handle → audit. */
export function mountEndpoint(app: FastifyInstance, deps: ConsoleDeps, endpoint: Endpoint): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.upload === undefined ? {} : { bodyLimit: endpoint.upload.maxBytes }),
    onRequest: admit(deps, endpoint.permission),
    handler: (request, reply) => run(deps, endpoint, request, reply),
  });
}

/** Mounts a stream: session → permission → open. */
export function mountStream(app: FastifyInstance, deps: ConsoleDeps, stream: StreamRoute): void {
  app.get(stream.path, { onRequest: admit(deps, stream.permission, () => false) }, async (request, reply) => {
    const stillSignedIn = async () => {
      try {
        const caller = await authenticate(deps.access, request, false);
        requirePermission(caller, stream.permission);
        return caller.who;
      } catch {
        return undefined;
      }
    };
    await stream.open({ who: callerOf(request).who, request, reply, stillSignedIn });
    return reply;
  });
}

/** A mistake of ours: everybody or nobody could call it. Found at start. */
export function requireKnownPermission({ path, permission }: Pick<Endpoint, 'path' | 'permission'>): void {
  if (permission === 'signed-in' || PERMISSIONS.includes(permission)) return;
  throw new Error(`${path} has no permission that roles.ts knows`);
}

async function run(deps: ConsoleDeps, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply) {
  const { who } = callerOf(request);
  const { params, query } = request;
  const body = endpoint.upload === undefined ? request.body : undefined;
  const call: Call<unknown, unknown, unknown> = {
    ...shaped(endpoint, { params, query, body }),
    who,
    now: deps.access.clock.now(),
  };
  const note = endpoint.audit?.(call);
  const row = note === undefined ? undefined : { ...note, who: accountAuthor(who.accountId) };
  const act = async () => {
    if (endpoint.upload === undefined) return endpoint.handle(call);
    const place = { folder: deps.uploadFolder, maxBytes: endpoint.upload.maxBytes };
    return withUpload(request.body, place, (file) => endpoint.handle({ ...call, file }));
  };
  return answer(reply, await audited(deps.access.store.audit, row, act, endpoint.shown?.bind(endpoint)));
}
