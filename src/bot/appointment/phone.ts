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

/** 不是138…, 之前的138…停机了: a number that is not meant. */
const NOT_BEFORE =
  /(?:不是|别用|不用|别打|之前的?|以前的?|原来的?|旧的?|订单号?|单号|病历号|住院号|卡号)[^,，。;；\d]{0,4}$/;
const NOT_AFTER = /^[^,，。;；\d]{0,3}(?:停机|不用了|打不通|注销|换了|错了|不对)/;

/** A phone number in a text: `phone` is usable (digits, perhaps a leading +), `broken` has digits missing or too many. The last one meant counts. */
export function readPhone(text: string): { readonly phone: string | null; readonly broken: string | null } {
  for (const pattern of NUMBERS) {
    const meant = [...text.matchAll(new RegExp(pattern, 'g'))].filter(({ index, 0: written }) =>
      isMeant(text, index, written),
    );
    const phone = plain(meant.at(-1)?.[0] ?? '');
    if (PLUS_DIGITS.test(phone)) return { phone, broken: null };
  }
  const broken = BROKEN.exec(text.replace(/(?<=\d)[- ](?=\d)/g, ''))?.[0] ?? null;
  return { phone: null, broken: broken !== null && NUMBERS.some((pattern) => pattern.test(broken)) ? null : broken };
}

function isMeant(text: string, start: number, written: string): boolean {
  return (
    !NOT_BEFORE.test(text.slice(Math.max(0, start - 10), start)) &&
    !NOT_AFTER.test(text.slice(start + written.length, start + written.length + 8))
  );
}

/** Without blanks, hyphens and the country code of the mainland. */
function plain(written: string): string {
  return written.replace(/[- ]/g, '').replace(/^(?:0086|\+?86)(?=1[3-9]\d{9}$)/, '');
}

/** The text without its phone number: digits of it are no date. */
export function withoutPhone(text: string): string {
  return NUMBERS.reduce((rest, pattern) => rest.replace(pattern, ','), text).replace(BROKEN, ',');
}
