import { toDataURL } from 'qrcode';
import { z } from 'zod';
import type { AccessDeps } from '../../../access/access.types.ts';
import { confirmTotp, dropTotp, findAccount } from '../../../access/accounts.ts';
import { newTotpSecret, totpUri } from '../../../access/totp.ts';
import type { TotpOffer } from '../../wire/access.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

const password = z.string().min(1).max(200);

/** The own second factor. Whoever finds the page open cannot change it: the password is asked for. */
export function totpEndpoints(access: AccessDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/account/totp/offer',
      permission: 'signed-in',
      summary: 'A new secret for an authenticator app, also as QR code. Nothing is kept until it is confirmed.',
      handle: async ({ who }): Promise<TotpOffer> => {
        const { userName } = await findAccount(access, who.accountId);
        const secret = newTotpSecret();
        return { secret, qr: await toDataURL(totpUri(secret, userName), { margin: 1, width: 220 }) };
      },
    }),
    endpoint({
      method: 'PUT',
      path: '/api/account/totp',
      permission: 'signed-in',
      summary: 'Turns the second factor on: the secret of the offer, the six digits that the app shows, the password.',
      body: z.strictObject({
        secret: z.string().regex(/^[A-Z2-7]{32}$/, 'expected the secret of the offer'),
        code: z.string().max(20),
        password,
      }),
      auditedInCommit: true,
      handle: async ({ who, body }) => {
        await confirmTotp(access, await findAccount(access, who.accountId), body);
        return { hasTotp: true };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/account/totp/drop',
      permission: 'signed-in',
      summary: 'Turns the second factor off.',
      body: z.strictObject({ password }),
      auditedInCommit: true,
      handle: async ({ who, body }) => {
        await dropTotp(access, await findAccount(access, who.accountId), body.password);
        return { hasTotp: false };
      },
    }),
  ];
}
