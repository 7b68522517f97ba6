/** What an emoji says, as one character in the normalised text. */
export const EMOJI_GOOD = '☺';
/** Anger, thumbs down. */
export const EMOJI_BAD = '☹';
/** Any other emoji. */
export const EMOJI_OTHER = '◇';

const GOOD = new Set(Array.from('👍😊😀😃😄😁🙂😍🥰😘💯👌❤♥💕💖💐🌹🌸🌷👏🎉✅✔🤝💪⭐🌟✨☺😌😆🤗😇💗💓💝🏆🥇🙆🌺🌻'));
const BAD = new Set(Array.from('😡👎😠🤬😤💩🙄😒😞😣😖😫😩🖕❌✖💢☹🙁👿😑🤮🤢😾'));

/** A pictograph that carries no text of its own (digits, ©, ™ are not meant). */
const PICTOGRAPH = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})$/u;

/** Whether the code point may be an emoji at all: cheap test before the table. */
export function mayBeEmoji(code: number): boolean {
  return code >= 0x1f000 || (code >= 0x2194 && code <= 0x2b55 && !(code >= 0x2460 && code <= 0x24ff));
}

/** The class character of an emoji, or null when `symbol` is none. */
export function emojiClass(symbol: string): string | null {
  if (GOOD.has(symbol)) return EMOJI_GOOD;
  if (BAD.has(symbol)) return EMOJI_BAD;
  return PICTOGRAPH.test(symbol) ? EMOJI_OTHER : null;
}
