import type { Language } from '../../domain/language.ts';
import type { Gender } from '../../domain/patient.ts';
import { isPrintableName } from '../../domain/printable-name.ts';
import type { NameStyle } from './name-style.ts';
import { COMPOUND_SURNAMES } from './surnames.lists.ts';

const MIDDLE_DOT = /[·•・‧∙⋅]/u;
const TITLES_EN: Readonly<Record<Gender, string>> = { male: 'Mr', female: 'Ms', unknown: 'Mr/Ms' };
const TITLES_ZH: Readonly<Record<Gender, string>> = { male: '先生', female: '女士', unknown: '先生/女士' };
/** Where not even a surname is left. */
const NAMELESS: Readonly<Record<Language, string>> = { 'zh-CN': '这位病友', 'zh-TW': '這位病友', en: 'the patient' };
const NEWBORN = /^(.+)(之[子女])$/u;

/**
 * The patient's name as a message before identity may show it. Handbook section 3: in the form the setting allows.
 * Cut by code points; a name with a lost character or another sign that no name has is never printed, nor is an endless one:
 * it becomes surname and title.
 */
export function nameShown(name: string, gender: Gender, style: NameStyle, language: Language): string {
  const clean = name.trim();
  const latin = /\p{Script=Latin}/u.test(clean) && !/\p{Script=Han}/u.test(clean);
  if (latin) return latinName(clean, gender, style) ?? NAMELESS[language];
  const newborn = NEWBORN.exec(clean);
  if (newborn !== null && style !== 'surname_title') {
    // 罗晓雯之女: the mother's name is what is masked.
    return nameShown(newborn[1] ?? '', 'female', style, language) + (newborn[2] ?? '');
  }
  if (style === 'surname_title' || !isPrintableName(clean)) return surnameWithTitle(clean, gender, language);
  return style === 'full' ? clean : masked(clean);
}

/** 王建国 → 王*国 · 王丽 → 王* · 欧阳小敏 → 欧阳*敏 · 阿依古丽·买买提 → 阿***·买** . */
function masked(name: string): string {
  if (MIDDLE_DOT.test(name)) {
    return name
      .split(MIDDLE_DOT)
      .map((part) => keepEnds(Array.from(part), 1, false))
      .join('·');
  }
  const characters = Array.from(name);
  const kept = surnameLength(characters);
  return keepEnds(characters, kept, characters.length - kept >= 2);
}

/** Stars for all but the first `kept` characters and, if wanted, the last. */
function keepEnds(characters: readonly string[], kept: number, last: boolean): string {
  return characters
    .map((character, i) => (i < kept || (last && i === characters.length - 1) ? character : '*'))
    .join('');
}

function surnameLength(characters: readonly string[]): number {
  return characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
}

/**
 * 王先生, 李女士, 王女士（之女）; without a known gender 王先生/女士. A name with a middle dot has no surname: its first part stands.
 * Where even the surname is lost, the title alone.
 */
function surnameWithTitle(name: string, gender: Gender, language: Language): string {
  const newborn = NEWBORN.exec(name);
  if (newborn !== null) return surnameWithTitle(newborn[1] ?? '', 'female', language) + (newborn[2] ?? '');
  const beforeDot = name.split(MIDDLE_DOT)[0] ?? '';
  const shown = beforeDot === name ? surname(Array.from(name)) : beforeDot;
  if (!isPrintableName(shown)) return NAMELESS[language];
  return language === 'en' ? `${TITLES_EN[gender]} ${shown}` : shown + TITLES_ZH[gender];
}

function surname(characters: readonly string[]): string {
  return characters.slice(0, surnameLength(characters)).join('');
}

/** Emily Carter → Emily C. · Ms Carter; a single word keeps its first letter. Undefined where no word is left. */
function latinName(name: string, gender: Gender, style: NameStyle): string | undefined {
  const printable = isPrintableName(name);
  if (style === 'full' && printable) return name;
  const words = name.split(/[\s,]+/u).filter(isPrintableName);
  const first = words[0];
  if (first === undefined) return undefined;
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (style === 'surname_title' || !printable) return `${TITLES_EN[gender]} ${last ?? first}`;
  return last === undefined ? `${first.slice(0, 1)}***` : `${first} ${last.slice(0, 1)}.`;
}
