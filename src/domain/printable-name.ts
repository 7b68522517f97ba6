/** A longer cell is no name: a sentence, several people, or columns that ran together. Counted by code point. */
const LONGEST = 40;
/** What names are written with: letters of any script, marks on them, digits, blanks, dots, commas, apostrophes, hyphens. */
const SIGNS = /^[\p{L}\p{M}\p{Nd}\p{Nl} ·•・‧∙⋅．.,，'’‐–-]+$/u;

/**
 * True if a name can stand in a message as it is. Anything else (a sign that marks a lost character, brackets, `<`, `=`,
 * control characters, a whole sentence) came about by accident or by intent: surname and title are shown instead.
 */
export function isPrintableName(name: string): boolean {
  // No name of so many code points is longer than twice as many units: an endless cell is not looked through.
  return name.length <= 2 * LONGEST && Array.from(name).length <= LONGEST && SIGNS.test(name);
}
