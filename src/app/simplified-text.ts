import { simplify } from '../bot/understanding/simplified.ts';

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
