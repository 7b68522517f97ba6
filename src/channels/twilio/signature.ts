import { createHmac, timingSafeEqual } from 'node:crypto';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Base64 of an HMAC-SHA1: always as long as this. */
const SIGNATURE_LENGTH = 28;

/** What Twilio signs: the URL, then each key with its value, sorted by code unit; repeated values once, sorted. */
function signedText(url: string, form: FormFields): string {
  let text = url;
  for (const key of Object.keys(form).sort()) {
    const value = form[key] ?? '';
    if (typeof value === 'string') text += key + value;
    else for (const one of [...new Set(value)].sort()) text += key + one;
  }
  return text;
}

/** The signature that `token` gives to this request. */
export function expectedSignature(token: string, url: string, form: FormFields): string {
  return createHmac('sha1', token).update(signedText(url, form), 'utf8').digest('base64');
}

/**
 * Is this request signed with one of our tokens? The usual case, the very address, is one HMAC; the spellings of an
 * address that Twilio's library also accepts (port, encoding) are left to the library. Never throws.
 */
export function isSigned(
  tokens: readonly string[],
  signature: string | undefined,
  url: string,
  form: FormFields,
): boolean {
  if (signature?.length !== SIGNATURE_LENGTH) return false;
  const given = Buffer.from(signature);
  try {
    for (const token of tokens) {
      const expected = Buffer.from(expectedSignature(token, url, form));
      if (given.length === expected.length && timingSafeEqual(given, expected)) return true;
    }
    return tokens.some((token) => validateRequest(token, signature, url, form));
  } catch {
    // A JSON body may hold what no form can: numbers, objects.
    return false;
  }
}
