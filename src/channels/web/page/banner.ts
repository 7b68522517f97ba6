import { type Context, say, texts } from './context.ts';
import { el, setText } from './dom.ts';
import { waitInWords } from './texts.ts';

type LineState = 'connected' | 'lost' | 'offline';
type Limit = 'tooFast' | 'dayFull' | 'tooManyPages';

/** A short break of the line is not worth a word. */
const PATIENCE_MS = 1_500;
const TICK_MS = 1_000;

/** One line above the chat that says what is wrong, and when it works again. Read out when it changes kind, not as it counts down. */
export class Banner {
  readonly root = el('div', { class: 'banner' });
  readonly #context: Context;
  readonly #status = el('p', { role: 'status' });
  readonly #rest = el('p', { class: 'rest', 'aria-hidden': 'true' });
  #line: LineState = 'connected';
  #limit: { readonly kind: Limit; readonly until: number } | null = null;
  #timer = 0;
  #patience = 0;

  constructor(context: Context) {
    this.#context = context;
    this.root.appendChild(this.#status);
    this.root.appendChild(this.#rest);
    this.translate();
  }

  translate(): void {
    this.#say();
  }

  line(state: LineState): void {
    if (state === this.#line) return;
    const lostBefore = this.#line !== 'connected';
    this.#line = state;
    window.clearTimeout(this.#patience);
    if (state !== 'lost' || lostBefore) this.#say();
    else
      this.#patience = window.setTimeout(() => {
        this.#say();
      }, PATIENCE_MS);
  }

  limited(kind: Limit, waitMs: number): void {
    this.#limit = { kind, until: Date.now() + waitMs };
    this.#say();
    window.clearInterval(this.#timer);
    this.#timer = window.setInterval(() => {
      if (Date.now() >= (this.#limit?.until ?? 0)) this.works();
      else this.#countDown();
    }, TICK_MS);
  }

  /** A message got through. */
  works(): void {
    window.clearInterval(this.#timer);
    this.#limit = null;
    this.#say();
  }

  #say(): void {
    const words = texts(this.#context);
    const limit = this.#limit;
    let text = '';
    if (this.#line === 'offline') text = words.offline;
    else if (limit !== null)
      text = say(this.#context, words[limit.kind], { when: waitInWords(words, limit.until - Date.now()) });
    else if (this.#line === 'lost') text = words.lost;
    setText(this.#status, text);
    setText(this.#rest, '');
    this.root.hidden = text === '';
  }

  #countDown(): void {
    if (this.#limit === null || this.#line === 'offline') return;
    setText(this.#rest, waitInWords(texts(this.#context), this.#limit.until - Date.now()));
  }
}
