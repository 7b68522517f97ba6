/**
 * All matches of a global pattern, in order. Like `text.matchAll(pattern)`, which copies the pattern at each call: that copy costs
 * more than most searches in a text message.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
