import iconv from 'iconv-lite';
import { isPrintableName } from '../domain/printable-name.ts';
import type { NoteCode, RepairCode } from './codes.ts';
import { dropBlanks } from './text.ts';

const HAN = /\p{Script=Han}/u;
const DAMAGED = /[?？\ufffd□]/;
const MIDDLE_DOT = /[·•・‧∙．]/;
/** Names of newborns such as 罗晓雯之女 have five characters at most; longer ones are worth a note. */
const LONG_NAME = 6;
const RARE_CACHE_SIZE = 20_000;

/** A remark of the ward beside the name: 王小明（传染病房）. It is nobody's name, and may say what nobody else should read. */
const REMARK = /[（(【[〔［][^（()）【】[\]〔〕［］]*[）)】\]〕］]/;
const REMARKS = new RegExp(REMARK, 'g');

function dropRemarks(cell: string): string {
  if (!REMARK.test(cell)) return cell;
  const bare = cell.replace(REMARKS, ' ').trim();
  return bare === '' ? cell : bare;
}

/** 姓名 without remarks in brackets and blanks inside. A name in Latin letters keeps single blanks between its words. */
export function readName(cell: string): string {
  const bare = dropRemarks(cell);
  return HAN.test(bare) ? dropBlanks(bare) : bare.replace(/\s+/g, ' ');
}

/** What `readName` repaired in a cell. */
export function nameRepair(cell: string): RepairCode | null {
  if (dropRemarks(cell) !== cell) return 'name_remark';
  return readName(cell) === cell ? null : 'name_inner_blank';
}

/** A character was lost when the list was exported (`邵?`): such a name may not be printed. */
export function isDamaged(name: string): boolean {
  return DAMAGED.test(name);
}

/** Newborns are often entered as "X's son" or "X's daughter" before they have a name. */
export function namesNewborn(name: string): boolean {
  return /之[子女婴]$/.test(name);
}

const rareKnown = new Map<string, boolean>();

/** Outside GB2312, the set that every old system and font has. */
function isRare(character: string): boolean {
  const known = rareKnown.get(character);
  if (known !== undefined) return known;
  const [lead = 0, trail = 0, ...more] = iconv.encode(character, 'gb18030');
  const common = more.length === 0 && lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;
  if (rareKnown.size >= RARE_CACHE_SIZE) rareKnown.clear();
  rareKnown.set(character, !common);
  return !common;
}

/** What staff may want to know of a name, counted by code point. */
export function nameNotes(name: string): readonly NoteCode[] {
  const notes: NoteCode[] = [];
  const characters = Array.from(name);
  if (isDamaged(name)) notes.push('name_damaged');
  else if (name !== '' && !isPrintableName(name)) notes.push('name_odd');
  if (characters.some((character) => HAN.test(character) && isRare(character))) notes.push('rare_character');
  if (MIDDLE_DOT.test(name) || characters.length >= LONG_NAME) notes.push('long_name');
  return notes;
}

/** 王*国, 卢*: for terminals and reports. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const last = characters.length > 2 ? characters.at(-1) : '';
  return `${characters[0] ?? ''}*${last ?? ''}`;
}
