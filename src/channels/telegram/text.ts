/** Longest message, in UTF-16 units: never more than Telegram's own count. */
const MAX_LENGTH = 4096;

/** Where a long text is cut best: behind a line, else behind a sentence, else behind a blank. */
const ENDS = [/\n(?=[^\n]*$)/, /[。！？!?](?=[^。！？!?]*$)|[.](?=\s[^.]*$)/, /\s(?=\S*$)/];

/** An end in the first part of the room would make parts for nothing. */
const WORTH = 0.5;

function cutAt(text: string, room: number): number {
  const head = text.slice(0, room);
  for (const end of ENDS) {
    const found = end.exec(head);
    if (found !== null && found.index + 1 >= room * WORTH) return found.index + 1;
  }
  const last = text.charCodeAt(room - 1);
  // Not between the halves of a surrogate pair.
  return last >= 0xd800 && last <= 0xdbff ? room - 1 : room;
}

/** The text in parts that Telegram takes, cut at ends of lines or sentences where there are any. Together they are the text. */
export function cutText(text: string, room: number = MAX_LENGTH): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const at = cutAt(rest, room);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}
