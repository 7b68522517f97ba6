import { Secret, TOTP } from 'otpauth';
import { SECOND } from '../domain/clock.ts';

/** As every authenticator app takes it (RFC 6238): SHA-1, six digits, 30 seconds. */
const FORM = { issuer: 'Huifang', algorithm: 'SHA1', digits: 6, period: 30 };
/** A code of the step before or after also counts: phones' clocks differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;

export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the QR code says: `otpauth://totp/Huifang:lin?secret=…`. */
export function totpUri(secret: string, userName: string): string {
  return new TOTP({ ...FORM, label: userName, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step that the code belongs to, undefined if it is wrong. `now`: epoch ms of the real clock. */
export function totpStep(secret: string, code: string, now: number): number | undefined {
  const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / (FORM.period * SECOND)) + delta;
}
