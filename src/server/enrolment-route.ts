import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HuifangError } from '../domain/errors.ts';
import { ENROLMENT_PATH, type EnrolmentsIssued, type EnrolmentWish, requireToken } from './internal.ts';

const wishSchema = z.object({
  records: z.union([z.literal('planned'), z.array(z.string().min(1).max(64)).min(1).max(10_000)]),
  who: z.string().max(80),
});

export interface EnrolmentRouteDeps {
  /** From service.json. */
  readonly token: string;
  readonly issue: (wish: EnrolmentWish) => Promise<EnrolmentsIssued>;
}

/** Issues one-time links to a command on the same machine; takes and answers JSON. */
export function enrolmentRoute(deps: EnrolmentRouteDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.post(ENROLMENT_PATH, (request) => {
      requireToken(request, deps.token);
      const wish = wishSchema.safeParse(request.body);
      if (!wish.success) throw new HuifangError('BAD_REQUEST', ['records: allowed: "planned", or record numbers']);
      return deps.issue(wish.data);
    });
  };
}
