import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** How a character is drawn: in which of the document's fonts, and as what. */
interface Glyph {
  readonly font: 'regular' | 'bold' | 'emoji';
  readonly char: string;
  /** In units of the size. */
  readonly width: number;
  /** No font has it: a box stands for it. */
  readonly missing: boolean;
}

/** The fonts of every document, read once. */
export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
  readonly emoji: Font;
  glyph(char: string, bold: boolean): Glyph;
}

/**
 * Noto Sans SC has simplified and traditional Chinese, the characters of the official list of 8,105 and of GB 18030 that personal names
 * use, Latin and kana; Noto Emoji has what patients put behind a sentence. Both under the SIL Open Font License.
 */
const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const;
const BOX = '□';

async function open(file: string): Promise<Font> {
  const font = create(await readFile(createRequire(import.meta.url).resolve(file)));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts`);
  return font;
}

async function openAll(): Promise<Fonts> {
  const [regular, bold, emoji] = await Promise.all([open(FILES.regular), open(FILES.bold), open(FILES.emoji)]);
  const known = { regular: new Map<string, Glyph>(), bold: new Map<string, Glyph>() };

  function find(char: string, face: 'regular' | 'bold'): Glyph {
    const code = char.codePointAt(0) ?? 0;
    const font = face === 'bold' ? bold : regular;
    const widthIn = (from: Font, at: number) => from.glyphForCodePoint(at).advanceWidth / from.unitsPerEm;
    if (font.hasGlyphForCodePoint(code)) return { font: face, char, width: widthIn(font, code), missing: false };
    if (emoji.hasGlyphForCodePoint(code)) {
      return { font: 'emoji', char, width: widthIn(emoji, code), missing: false };
    }
    return { font: face, char: BOX, width: 1, missing: true };
  }

  return {
    regular,
    bold,
    emoji,
    glyph(char, isBold) {
      const face = isBold ? 'bold' : 'regular';
      const glyph = known[face].get(char) ?? find(char, face);
      known[face].set(char, glyph);
      return glyph;
    },
  };
}

let opened: Promise<Fonts> | undefined;

/** Reads 22 MB at the first document of a process, and never again. */
export function loadFonts(): Promise<Fonts> {
  opened ??= openAll();
  return opened;
}
