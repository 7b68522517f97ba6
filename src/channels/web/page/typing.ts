import { type Context, texts } from './context.ts';
import { el, setText } from './dom.ts';

/** An answer that comes at once needs no announcement. */
const AFTER_MS = 300;
/** Whoever has not answered by then is not writing. */
const MOST_MS = 15_000;

/** "Replying …", from when the server has a message until its answer is there. Not read out: the answer will be. */
export class Typing {
  readonly root = el('p', { class: 'typing' });
  readonly #context: Context;
  #timer = 0;

  constructor(context: Context) {
    this.#context = context;
    this.root.hidden = true;
    this.translate();
  }

  translate(): void {
    const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
    setText(this.root, texts(this.#context).typing);
    this.root.appendChild(dots);
  }

  on(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.root.hidden = false;
      this.#timer = window.setTimeout(() => {
        this.off();
      }, MOST_MS);
    }, AFTER_MS);
  }

  off(): void {
    window.clearTimeout(this.#timer);
    this.root.hidden = true;
  }
}
