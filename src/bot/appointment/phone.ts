/** Mobiles of the mainland, Hong Kong and Taiwan, landlines with area code, and anything with a leading +. */
const NUMBERS: readonly RegExp[] = [
  /\+\d[\d\- ]{6,18}\d/,
  /(?<!\d)(?:0086|86)?[- ]?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/,
  /(?<!\d)1[3-9]\d{2}[- ]?\d{3}[- ]?\d{4}(?!\d)/,
  /(?<!\d)09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)/,
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/,
];
/** Meant as a phone number, and too short or too long. */
const BROKEN = /(?<!\d)1[3-9]\d{7,14}(?!\d)/;
const PLUS_DIGITS = /^\+?\d{8,15}$/;

/** A phone number in a text: `phone` is usable (digits, perhaps a leading +), `broken` has digits missing or too many. */
export function readPhone(text: string): { readonly phone: string | null; readonly broken: string | null } {
  for (const pattern of NUMBERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const phone = plain(match[0]);
    if (PLUS_DIGITS.test(phone)) return { phone, broken: null };
  }
  const broken = BROKEN.exec(text.replace(/(?<=\d)[- ](?=\d)/g, ''));
  return { phone: null, broken: broken?.[0] ?? null };
}

/** Without blanks, hyphens and the country code of the mainland. */
function plain(written: string): string {
  return written.replace(/[- ]/g, '').replace(/^(?:0086|\+?86)(?=1[3-9]\d{9}$)/, '');
}

/** The text without its phone number: digits of it are no date. */
export function withoutPhone(text: string): string {
  return NUMBERS.reduce((rest, pattern) => rest.replace(pattern, ','), text).replace(BROKEN, ',');
}
