import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountAuthor, changeOwnPassword, findAccount } from '../../access/accounts.ts';
import { permissionsOf } from '../../access/roles.ts';
import { liveSessions } from '../../access/sessions.ts';
import { SignIn } from '../../access/sign-in.ts';
import type { Account } from '../../store/store.ts';
import type { OwnSession } from '../wire/access.ts';
import type { SessionView } from '../wire/session.ts';
import { answer } from './answer.ts';
import { isSecure, sessionCookie } from './cookie.ts';
import type { ConsoleDeps } from './deps.ts';
import { admit, callerOf } from './endpoints.ts';
import { type Shapes, shaped } from './shape.ts';

/** What deals with the session itself: it needs the cookie, which an `Endpoint` never sees. */
export interface SessionRoute extends Shapes {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** `none`: nobody has to be signed in. `session`: also with a one-time password that has to be changed first. */
  readonly access: 'none' | 'session' | 'signed-in';
  readonly summary: string;
}

interface Given {
  readonly body: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const signInBody = z.strictObject({
  userName: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  totp: z.string().max(20).optional(),
});
const passwordBody = z.strictObject({ old: z.string().max(200), new: z.string().max(200) });
const endBody = z.strictObject({ sessions: z.array(z.string()).min(1).max(100) });

export const SESSION_ROUTES = {
  signIn: {
    method: 'POST',
    path: '/api/session',
    access: 'none',
    summary: 'Signs in: sets the session cookie.',
    body: signInBody,
  },
  signOut: { method: 'DELETE', path: '/api/session', access: 'session', summary: 'Signs out.' },
  show: {
    method: 'GET',
    path: '/api/session',
    access: 'session',
    summary: 'Who is signed in and what they may do.',
  },
  password: {
    method: 'POST',
    path: '/api/session/password',
    access: 'session',
    summary: 'Changes the own password; the other sessions end.',
    body: passwordBody,
  },
  list: { method: 'GET', path: '/api/account/sessions', access: 'signed-in', summary: 'The own sessions.' },
  end: {
    method: 'POST',
    path: '/api/account/sessions/end',
    access: 'signed-in',
    summary: 'Ends some of the own sessions.',
    body: endBody,
  },
} as const satisfies Readonly<Record<string, SessionRoute>>;

/** Mounts them with the same checks as endpoints. */
export function mountSession(app: FastifyInstance, deps: ConsoleDeps): void {
  const { access } = deps;
  const sessions = access.store.sessions;
  const signIn = new SignIn(access);
  const mount = <B extends z.ZodType = z.ZodUndefined>(
    route: SessionRoute & { readonly body?: B },
    run: (given: Given & { body: z.output<B> }) => Promise<unknown>,
  ) => {
    app.route({
      method: route.method,
      url: route.path,
      onRequest: admit(deps, route.access === 'none' ? null : route.access),
      handler: async (request, reply) => {
        const { body } = shaped(route, { params: request.params, query: request.query, body: request.body });
        return answer(reply, await run({ request, reply, body: body as z.output<B> }));
      },
    });
  };
  const setCookie = ({ request, reply }: Given, secret: string) => {
    void reply.header('set-cookie', sessionCookie(secret, isSecure(request, deps.publicBaseUrl)));
  };

  mount(SESSION_ROUTES.signIn, async (given) => {
    const { userName, password, totp } = given.body;
    const place = { ip: given.request.ip, device: given.request.headers['user-agent'] ?? '' };
    const { account, secret } = await signIn.signIn({ userName, password, totp }, place);
    setCookie(given, secret);
    return viewOf(deps, account);
  });
  mount(SESSION_ROUTES.signOut, async (given) => {
    const { account, session } = callerOf(given.request);
    await sessions.end(account.id, [session.id], byOwner(account, 'session.end'));
    setCookie(given, '');
    return undefined;
  });
  mount(SESSION_ROUTES.show, ({ request }) => Promise.resolve(viewOf(deps, callerOf(request).account)));
  mount(SESSION_ROUTES.password, async ({ request, body }) => {
    const caller = callerOf(request);
    await changeOwnPassword(access, caller, { old: body.old, next: body.new });
    return viewOf(deps, await findAccount(access, caller.account.id));
  });
  mount(SESSION_ROUTES.list, async ({ request }) => {
    const { account, session } = callerOf(request);
    return (await liveSessions(access, account.id)).map(
      ({ id, createdAt, seenAt, device }): OwnSession => ({
        id,
        createdAt,
        seenAt,
        device,
        current: id === session.id,
      }),
    );
  });
  mount(SESSION_ROUTES.end, async ({ request, body }) => {
    const { account } = callerOf(request);
    return { ended: await sessions.end(account.id, body.sessions, byOwner(account, 'session.end')) };
  });
}

function byOwner({ id }: Account, what: string) {
  return { who: accountAuthor(id), what, subject: id };
}

function viewOf({ about, access }: ConsoleDeps, account: Account): SessionView {
  return {
    account,
    permissions: permissionsOf(account.role),
    mustChangePassword: account.mustChangePassword,
    about: about(),
    now: access.clock.now(),
  };
}
