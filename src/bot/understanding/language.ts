import type { Language } from '../../domain/language.ts';
import { isHan, isTraditional } from '../../domain/simplified.ts';
import { ALSO_PINYIN, CLEAR_ALONE, ENGLISH_WORDS } from './english.lists.ts';
import { SIMPLIFIED_ONLY } from './simplified-only.data.ts';

const simplifiedOnly = new Set(Array.from(SIMPLIFIED_ONLY));
/** Traditional forms that mainland writers type too. */
const IN_BOTH = new Set(Array.from('佔佈並乾麼隻係妳'));
/** From here on a message of characters that both writings share is Chinese all the same. */
const ENOUGH_CHINESE = 4;
/** Share of the words that must be known, so that pinyin and names are not taken for English. */
const ENOUGH_ENGLISH = 0.4;

/**
 * The language to go on in: the one the contact writes, as far as the message shows it, else `current`. "OK", "T", "1",
 * emoji, names and addresses show nothing. Pure.
 */
export function detectLanguage(text: string, current: Language): Language {
  const { han, traditional, simplified } = countCharacters(text);
  if (han === 0) return isEnglish(text) ? 'en' : current;
  if (traditional > 0 && simplified === 0) return 'zh-TW';
  if (simplified > 0 && traditional === 0) return 'zh-CN';
  return current === 'en' && han >= ENOUGH_CHINESE && !isEnglish(text) ? 'zh-CN' : current;
}

/** Chinese characters, and those of them that only one of the two writings has. */
function countCharacters(text: string): {
  readonly han: number;
  readonly traditional: number;
  readonly simplified: number;
} {
  const characters = Array.from(text).filter((character) => isHan(character.charCodeAt(0)));
  const simplified = characters.filter((character) => simplifiedOnly.has(character)).length;
  const traditional = characters.filter(
    (c) => isTraditional(c.charCodeAt(0)) && !simplifiedOnly.has(c) && !IN_BOTH.has(c),
  ).length;
  return { han: characters.length, traditional, simplified };
}

function isEnglish(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/https?:\S+|\S+@\S+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .toLowerCase();
  const words: readonly string[] = plain.match(/[a-z]+(?:'[a-z]+)?/gu) ?? [];
  const [only, second] = words;
  if (only !== undefined && second === undefined) return CLEAR_ALONE.has(only);
  const known = words.filter((word) => ENGLISH_WORDS.has(word));
  const clear = known.filter((word) => word.length > 1 && !ALSO_PINYIN.has(word));
  return words.length >= 2 && clear.length > 0 && known.length / words.length >= ENOUGH_ENGLISH;
}
