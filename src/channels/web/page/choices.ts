import { type Context, texts } from './context.ts';
import { button, el, fill } from './dom.ts';
import type { Lines } from './lines.ts';

/** Buttons that send their label: beginnings while nothing was said, later the options of the last message. */
export class Choices {
  readonly root = el('div', { class: 'choices', role: 'group' });
  readonly #context: Context;
  readonly #choose: (text: string) => void;

  constructor(context: Context, choose: (text: string) => void) {
    this.#context = context;
    this.#choose = choose;
  }

  show(lines: Lines): void {
    const words = texts(this.#context);
    const last = lines.bubbles[lines.bubbles.length - 1];
    const labels = last === undefined ? words.starters : last.options;
    this.root.hidden = labels.length === 0;
    this.root.setAttribute('aria-label', last === undefined ? words.startersLabel : words.optionsLabel);
    const hadFocus = this.root.contains(document.activeElement);
    // The first tap takes the buttons away, so a second one finds none.
    const buttons = labels.map((label) =>
      button('choice', label, () => {
        this.#choose(label);
      }),
    );
    fill(this.root, ...buttons);
    // What had the focus is gone; the field below is the next thing to use.
    if (hadFocus && labels.length === 0) document.getElementById('text')?.focus();
  }
}
