import type { FastifyInstance } from 'fastify';
import { requireToken } from './internal.ts';

/** Takes JSON from a command on the same machine and answers with JSON; `answer` looks at what was asked. */
export function internalRoute(given: {
  readonly path: string;
  /** From service.json. */
  readonly token: string;
  readonly answer: (asked: unknown) => Promise<unknown>;
}): (app: FastifyInstance) => void {
  return (app) => {
    app.post(given.path, (request) => {
      requireToken(request, given.token);
      return given.answer(request.body);
    });
  };
}
