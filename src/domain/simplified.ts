import { SIMPLIFIED_PAIRS } from './simplified.data.ts';

/**
 * Cantonese function words and pronouns that stand one for one for a Mandarin word: with them every rule reads
 * Cantonese too (叫唔醒 → 叫不醒, 走咗 → 走了). 唔 is handled apart: alone it is a hum.
 */
const CANTONESE = '係是冇没咗了佢他嘅的喺在嚟来畀给俾给睇看瞓睡翳闷攰累屙拉哋们嗰那噉这咁这啲点嗌叫攞拿揸开';
/** Pronouns of one person that differ in writing only: rules name just 你 and 他. */
const PRONOUNS = '您你妳你她他它他祂他牠他';

const TABLE = new Uint16Array(0x10000);
/** 1 = traditional writing (also of Cantonese), so the contact should be answered in it. */
const IS_TRADITIONAL = new Uint8Array(0x10000);

function fill(pairs: string, traditional: boolean): void {
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const from = pairs.charCodeAt(i);
    TABLE[from] = pairs.charCodeAt(i + 1);
    IS_TRADITIONAL[from] = traditional ? 1 : 0;
  }
}
fill(SIMPLIFIED_PAIRS, true);
// In both writings (薬, 痴, 喫 …) or used as such in the mainland as well: no sign of traditional writing.
for (const both of '喫麽祂牠妳乾於徵著') IS_TRADITIONAL[both.charCodeAt(0)] = 0;
fill(CANTONESE, false);
fill(PRONOUNS, false);
IS_TRADITIONAL['係'.charCodeAt(0)] = 1;

const HUM = '唔'.charCodeAt(0);
const NOT = '不'.charCodeAt(0);
const HAI = '係'.charCodeAt(0);
const XI = '系'.charCodeAt(0);
const ZHE = '著'.charCodeAt(0);
const KEPT_BEFORE = '显顯原名编編论論土卓';
const KEPT_AFTER = '名作称者';

/** The simplified code unit of `code`, given its neighbours (0 at a border). */
export function simplify(code: number, before: number, after: number): number {
  const plain = TABLE[code];
  if (code === HUM) return isHan(after) ? NOT : code;
  if (plain === undefined || plain === 0) return code;
  if (code === HAI && '关關联聯'.includes(String.fromCharCode(before))) return XI;
  if (
    code === ZHE &&
    (KEPT_BEFORE.includes(String.fromCharCode(before)) || KEPT_AFTER.includes(String.fromCharCode(after)))
  ) {
    return code;
  }
  return plain;
}

/** Whether `code` is written in traditional characters only. */
export function isTraditional(code: number): boolean {
  return IS_TRADITIONAL[code] === 1;
}

/** A Chinese character (the common block; rarer ones do not matter to any rule). */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
