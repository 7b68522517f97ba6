import type { Fonts } from './fonts.ts';

/** Must not begin a line. */
const NOT_FIRST = /^[，。！？；：、）】》」』”’〉％…·,.!?;:)\]}%]/u;
/** Must not end one. */
const NOT_LAST = /[（【《「『“‘〈([{]$/u;
/** A Latin word or a number with what belongs to it, a space, or any one character. */
const UNITS = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}'_.,:/@+%-]*(?<![.,:])|\s|./gu;

interface Face {
  readonly fonts: Fonts;
  readonly size: number;
  readonly bold: boolean;
}

/** Width of a text in points. */
export function widthOf(text: string, { fonts, size, bold }: Face): number {
  let width = 0;
  for (const char of text) width += fonts.glyph(char, bold).width;
  return width * size;
}

/** Units no wider than the line: a longer word is cut between its letters. */
function units(text: string, width: number, face: Face): readonly string[] {
  return (text.match(UNITS) ?? []).flatMap((unit) => (widthOf(unit, face) <= width ? [unit] : Array.from(unit)));
}

/** Where a line that is too long is broken: the number of units that stay on it. */
function stays(line: readonly string[], next: string): number {
  let count = line.length;
  while (count > 1 && (NOT_FIRST.test(line[count] ?? next) || NOT_LAST.test(line[count - 1] ?? ''))) count -= 1;
  return count === 1 ? line.length : count;
}

function wrapParagraph(text: string, width: number, face: Face): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const unit of units(text, width, face)) {
    const size = widthOf(unit, face);
    if (used + size > width + 0.01 && line.length > 0) {
      if (unit === ' ') continue;
      const count = stays(line, unit);
      lines.push(line.slice(0, count).join('').trimEnd());
      line = line.slice(count);
      used = widthOf(line.join(''), face);
    }
    line.push(unit);
    used += size;
  }
  return [...lines, line.join('').trimEnd()];
}

/** Breaks a text into lines no wider than `width` points, the Chinese way: no comma begins a line, no opening bracket ends one. */
export function wrap(text: string, width: number, face: Face): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, face));
}
