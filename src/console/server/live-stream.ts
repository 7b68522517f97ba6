import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../api/endpoint.ts';
import type { LiveSight } from '../api/live-sight.ts';
import type { LiveHub } from './live.ts';

interface Opening {
  readonly who: SignedIn;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly stillSignedIn: () => Promise<SignedIn | undefined>;
}

/** What has changed, as server-sent events. Everybody who is signed in may listen; what they hear is theirs to see. */
export function liveStream(hub: LiveHub, maySee: LiveSight) {
  return {
    path: '/api/events',
    permission: 'signed-in',
    summary: 'What has changed, as server-sent events; resumes after the event named in Last-Event-ID.',
    open({ who, request, reply, stillSignedIn }: Opening): void {
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      const seen = request.headers['last-event-id'];
      hub.attach({
        response: reply.raw,
        lastEventId: typeof seen === 'string' ? seen : undefined,
        who,
        maySee,
        stillSignedIn,
      });
    },
  } as const;
}
