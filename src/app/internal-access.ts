import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AccessDeps } from '../access/access.types.ts';
import { commandAccounts } from '../access/command.ts';
import { HuifangError } from '../domain/errors.ts';
import { ACCOUNTS_PATH, AUDIT_PATH } from '../server/internal.ts';
import { internalRoute } from '../server/internal-route.ts';

const MAX_WHO = 80;

const accountsAsked = z.object({ who: z.string().max(MAX_WHO), command: z.unknown() });
const auditAsked = z.union([
  z.strictObject({ type: z.literal('verify') }),
  z.strictObject({ type: z.literal('page'), after: z.int().min(0), limit: z.int().min(1).max(5_000) }),
]);

function asked<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new HuifangError('BAD_REQUEST', ['not a command of this version']);
  return parsed.data;
}

/** `npm run account` and `npm run audit` while the service runs. */
export function accessCommandRoutes(access: AccessDeps, token: string): readonly ((app: FastifyInstance) => void)[] {
  const { audit } = access.store;
  return [
    internalRoute({
      path: ACCOUNTS_PATH,
      token,
      answer: (given) => {
        const { who, command } = asked(accountsAsked, given);
        return commandAccounts(access, command, who);
      },
    }),
    internalRoute({
      path: AUDIT_PATH,
      token,
      answer: (given) => {
        const what = asked(auditAsked, given);
        return what.type === 'verify' ? audit.verify() : audit.page(what.after, what.limit);
      },
    }),
  ];
}
