import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessDeps } from '../../access/access.types.ts';
import type { Permission } from '../../access/roles.ts';
import type { SignedInSession } from '../../access/sessions.ts';
import type { Endpoint, SignedIn } from '../api/endpoint.ts';
import type { ConsoleAbout } from '../wire/session.ts';

/**
 * A GET that answers by itself and for long (server-sent events): what an `Endpoint` cannot do. Session and permission are checked
 * before `open`; it appears in the OpenAPI document. `open` hijacks the reply. A session that ends is not noticed while the stream
 * runs: ask `stillSignedIn` now and then (with the heartbeat).
 */
export interface StreamRoute {
  /** `/api/events` */
  readonly path: string;
  readonly permission: Permission | 'signed-in';
  readonly summary: string;
  open(call: StreamCall): void | Promise<void>;
}

export interface StreamCall {
  readonly who: SignedIn;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The caller as they are now; undefined once the session is over, or the permission gone. Does not keep the session alive. */
  readonly stillSignedIn: () => Promise<SignedIn | undefined>;
}

export interface ConsoleDeps {
  readonly access: AccessDeps;
  readonly endpoints: readonly Endpoint[];
  readonly streams: readonly StreamRoute[];
  /** What the pages say of this service. */
  readonly about: () => ConsoleAbout;
  /** Address in the browser, when it is set; decides about `Secure` and is an allowed `Origin`. */
  readonly publicBaseUrl: string | undefined;
  /** Where uploads wait while their endpoint runs: in the data folder, which holds patient data anyway. */
  readonly uploadFolder: string;
  /** The built pages (dist/console/ui); there may be none. */
  readonly pageFolder: string;
}

/** A call that is signed in. */
export interface Caller extends SignedInSession {
  readonly who: SignedIn;
}
