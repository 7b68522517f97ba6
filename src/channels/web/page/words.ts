/** What the widget's frame and the script on the host page say to each other. Nothing of the chat is in it. */
export type FrameWord = 'ready' | 'close';

const MARK = 'huifang-chat:';

export function asMessage(word: FrameWord): string {
  return MARK + word;
}

export function readWord(data: unknown): string | null {
  return typeof data === 'string' && data.indexOf(MARK) === 0 ? data.slice(MARK.length) : null;
}
