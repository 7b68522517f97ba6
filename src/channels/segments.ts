/**
 * How an SMS is cut into segments (channels.md 2.8). GSM-7: 160 septets in one segment, 153 in each of several;
 * characters of the extension table cost two. One character outside GSM-7 makes the whole text UCS-2: 70 UTF-16 units,
 * 67 in each of several. Neither an escape pair nor a surrogate pair is cut in two.
 */
export interface SegmentCount {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets or UTF-16 units of the text itself. */
  readonly units: number;
  readonly segments: number;
}

const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENSION = '^{}\\[]~|€\f';

const SEPTETS = new Map<string, number>([
  ...Array.from(GSM_BASIC).map((character) => [character, 1] as const),
  ...Array.from(GSM_EXTENSION).map((character) => [character, 2] as const),
]);

const LIMITS = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;

/** Fills parts one after the other; a character that does not fit whole goes to the next part. */
function partsNeeded(costs: readonly number[], part: number): number {
  let parts = 1;
  let used = 0;
  for (const cost of costs) {
    if (used + cost > part) {
      parts += 1;
      used = 0;
    }
    used += cost;
  }
  return parts;
}

/** Counts the segments of `text`; an empty text has none. */
export function countSegments(text: string): SegmentCount {
  const characters = Array.from(text);
  const septets = characters.map((character) => SEPTETS.get(character));
  const gsm = septets.every((cost) => cost !== undefined);
  const encoding = gsm ? 'GSM-7' : 'UCS-2';
  const costs = characters.map((character, index) => (gsm ? (septets[index] ?? 1) : character.length));
  const units = costs.reduce((sum, cost) => sum + cost, 0);
  const { single, part } = LIMITS[encoding];
  const segments = units === 0 ? 0 : units <= single ? 1 : partsNeeded(costs, part);
  return { encoding, units, segments };
}
