import { type Context, texts } from './context.ts';
import { button, el, fill } from './dom.ts';
import { noticeParts } from './notice.ts';

/** The privacy notice again, in place of the chat while it is read. */
export class NoticePanel {
  readonly root = el('div', { class: 'notice' });
  readonly #context: Context;
  readonly #chat: HTMLElement;
  #opener: Element | null = null;

  constructor(context: Context, chat: HTMLElement) {
    this.#context = context;
    this.#chat = chat;
    this.root.hidden = true;
    this.translate();
  }

  translate(): void {
    const words = texts(this.#context);
    const heading = el('h2', { tabindex: '-1' }, words.privacy);
    const back = button('strong wide', words.back, () => {
      this.#close();
    });
    fill(this.root, heading, ...noticeParts(this.#context, true), back);
  }

  open(): void {
    this.#opener = document.activeElement;
    this.#chat.hidden = true;
    this.root.hidden = false;
    this.root.querySelector('h2')?.focus();
  }

  #close(): void {
    this.root.hidden = true;
    this.#chat.hidden = false;
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
  }
}
