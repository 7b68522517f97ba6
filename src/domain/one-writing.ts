import { simplify } from './simplified.ts';

/** In simplified characters, as the bot reads it: 護士 is found by 护士, and the other way round. */
export function simplifiedText(text: string): string {
  let simple = '';
  for (let at = 0; at < text.length; at += 1) {
    const before = at === 0 ? 0 : text.charCodeAt(at - 1);
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    simple += String.fromCharCode(simplify(text.charCodeAt(at), before, after));
  }
  return simple;
}

/**
 * A name as it is compared: simplified, without blanks and marks between its parts, in small letters. 梁 宏偉 and 梁宏伟 are one. What stands
 * beside a character changes nothing, so that a name is the same alone and within a sentence.
 */
export function nameInOneWriting(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・‧]/gu, '');
  let simple = '';
  for (let at = 0; at < plain.length; at += 1) simple += String.fromCharCode(simplify(plain.charCodeAt(at), 0, 0));
  return simple;
}
