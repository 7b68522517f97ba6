import { MAX_TEXT } from '../wire.ts';
import { type Context, say, texts } from './context.ts';
import { el, setText } from './dom.ts';

/** From so few characters left on, the rest is counted down. */
const COUNT_FROM = 200;
const MAX_ROWS_PX = 140;

/** Where one writes. Enter sends, Shift+Enter begins a line; sending empties it at once, so a second tap sends nothing. */
export class Compose {
  readonly root = el('form', { class: 'write' });
  readonly #context: Context;
  readonly #input = el('textarea', { id: 'text', rows: '1', enterkeyhint: 'send', autocomplete: 'off' });
  readonly #send = el('button', { type: 'submit', class: 'strong' });
  readonly #left = el('p', { class: 'left', role: 'status' });
  readonly #onText: (text: string) => void;
  readonly #onHeight: () => void;

  /** `onText`: to be sent; `onHeight`: it takes more or less room now. */
  constructor(context: Context, onText: (text: string) => void, onHeight: () => void) {
    this.#context = context;
    this.#onHeight = onHeight;
    this.#onText = onText;
    const row = el('div', { class: 'row' }, this.#input, this.#send);
    this.root.appendChild(this.#left);
    this.root.appendChild(row);
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener('input', () => {
      this.#changed();
    });
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
      event.preventDefault();
      this.#submit();
    });
    this.translate();
  }

  translate(): void {
    const words = texts(this.#context);
    this.#input.setAttribute('aria-label', words.input);
    this.#input.placeholder = words.input;
    setText(this.#send, words.send);
    this.#changed();
  }

  focus(): void {
    this.#input.focus();
  }

  #submit(): void {
    const text = this.#input.value;
    if (text.trim() === '' || text.length > MAX_TEXT) return;
    this.#input.value = '';
    this.#changed();
    this.#onText(text);
  }

  #changed(): void {
    const words = texts(this.#context);
    const left = MAX_TEXT - this.#input.value.length;
    const said =
      left < 0 ? say(this.#context, words.tooLong, { max: MAX_TEXT }) : say(this.#context, words.left, { count: left });
    setText(this.#left, left < COUNT_FROM ? said : '');
    this.#input.setAttribute('aria-invalid', String(left < 0));
    this.#input.style.height = 'auto';
    this.#input.style.height = `${String(Math.min(MAX_ROWS_PX, this.#input.scrollHeight + 2))}px`;
    this.#onHeight();
  }
}

/** An input method uses Enter to take a word. */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- old browsers know no isComposing after the last Enter, only 229
  return event.isComposing || event.keyCode === 229;
}
