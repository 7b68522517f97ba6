import { asMessage, type FrameWord, readWord } from './words.ts';

/** Shown in a frame of another page. */
export const framed = window.parent !== window;

export function tellHost(word: FrameWord): void {
  if (framed) window.parent.postMessage(asMessage(word), '*');
}

/** The host page's script tells the frame at which end the keyboard's focus comes in. */
export function onHostFocus(focus: (where: 'first' | 'last') => void): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) return;
    const word = readWord(event.data);
    if (word === 'focus-first' || word === 'focus-last') focus(word === 'focus-first' ? 'first' : 'last');
  });
}
