/** ASCII blanks, tabs, line ends, no-break and full-width blanks, and marks without width that hide in copied cells. */
const BLANKS = '\\s\\u00a0\\u3000\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff';
const EDGES = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, 'g');
const INSIDE = new RegExp(`[${BLANKS}]+`, 'g');

const FULL_WIDTH = /[！-～]/;
const FULL_WIDTH_SHIFT = 0xfee0;
const EDGE = new RegExp(`^[${BLANKS}]|[${BLANKS}]$`);

/** The field without blanks at its ends. */
export function trimField(raw: string): string {
  return EDGE.test(raw) ? raw.replace(EDGES, '') : raw;
}

/** Without any blank. */
export function dropBlanks(text: string): string {
  return text.replace(INSIDE, '');
}

/** Full-width digits, letters and signs made ASCII; Chinese characters stay as they are. */
export function halfWidth(text: string): string {
  return FULL_WIDTH.test(text) ? text.replace(/[！-～]/g, toHalf) : text;
}

function toHalf(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_SHIFT);
}
