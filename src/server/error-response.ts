import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, HuifangError } from '../domain/errors.ts';

/** The one place that turns errors into HTTP. Bodies are `{error, code, details}`; what is unforeseen says nothing of its cause. */
export function errorResponse(error: FastifyError | HuifangError, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof HuifangError) {
    void reply
      .code(ERRORS[error.code].status)
      .send({ error: ERRORS[error.code].message, code: error.code, details: error.details });
    return;
  }
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    // The logger keeps of an error what is no patient's (app/fault-for-log.ts).
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    void reply.code(500).send({ error: ERRORS.INTERNAL.message, code: 'INTERNAL', details: [] });
    return;
  }
  void reply.code(status).send({ error: ERRORS.BAD_REQUEST.message, code: 'BAD_REQUEST', details: [error.message] });
}

export function notFound(_request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(404).send({ error: ERRORS.NOT_FOUND.message, code: 'NOT_FOUND', details: [] });
}
