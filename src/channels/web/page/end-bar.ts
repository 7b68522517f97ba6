import { type Context, say, texts } from './context.ts';
import { button, el, fill, withNumber } from './dom.ts';

/** The line under the chat: the emergency number, the notice, and the end of the chat, which asks back. */
export class EndBar {
  readonly root = el('div', { class: 'end' });
  readonly #context: Context;
  readonly #actions: { privacy: () => void; end: () => void };
  #asking = false;

  constructor(context: Context, actions: { privacy: () => void; end: () => void }) {
    this.#context = context;
    this.#actions = actions;
    this.translate();
  }

  translate(): void {
    const words = texts(this.#context);
    if (this.#asking) {
      const yes = button('strong danger', words.endYes, this.#actions.end);
      const no = button('plain', words.endNo, () => {
        this.#ask(false);
      });
      fill(this.root, el('p', { id: 'end-ask' }, words.endAsk), el('div', { class: 'row' }, yes, no));
      this.root.setAttribute('role', 'group');
      this.root.setAttribute('aria-labelledby', 'end-ask');
      return;
    }
    this.root.removeAttribute('role');
    this.root.removeAttribute('aria-labelledby');
    const { emergency } = this.#context.config;
    const line = say(this.#context, words.emergencyLine);
    fill(
      this.root,
      el('span', { class: 'urgent' }, ...withNumber(line, emergency)),
      button('link', words.privacy, this.#actions.privacy),
      button('link', words.end, () => {
        this.#ask(true);
      }),
    );
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.translate();
    // The focus stays where the person is: on the safe answer, and back on the button that asked.
    const buttons = this.root.querySelectorAll('button');
    buttons[buttons.length - 1]?.focus();
  }
}
