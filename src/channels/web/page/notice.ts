import type { Answer } from './api.ts';
import { type Context, say, texts, type View } from './context.ts';
import { button, el, fill, setText, withNumber } from './dom.ts';
import { waitInWords } from './texts.ts';

/** The notice's words; with the full text folded away, or open for those who came to read it. */
export function noticeParts(context: Context, open: boolean): readonly HTMLElement[] {
  const words = texts(context);
  const { phone, emergency } = context.config;
  const list = (points: readonly string[]) =>
    el('ul', {}, ...points.map((point) => el('li', {}, ...withNumber(say(context, point), phone))));
  return [
    el('p', { class: 'urgent' }, ...withNumber(say(context, words.noticeEmergency), emergency)),
    list(words.noticePoints),
    el('details', open ? { open: true } : {}, el('summary', {}, words.noticeDetails), list(words.noticeDetailPoints)),
  ];
}

/** What stands before the first word: what is kept, and that nothing is kept before it is accepted. */
export class NoticeView implements View {
  readonly root = el('div', { class: 'notice' });
  readonly #context: Context;
  readonly #accepted: () => void;
  readonly #error = el('p', { class: 'error', role: 'alert' });
  #answer: Answer | null = null;
  #busy = false;
  /** The chat that was here is too old. */
  readonly #expired: boolean;

  constructor(context: Context, accepted: () => void, expired: boolean) {
    this.#context = context;
    this.#accepted = accepted;
    this.#expired = expired;
    this.translate();
  }

  translate(): void {
    const words = texts(this.#context);
    const heading = el('h2', { tabindex: '-1' }, words.noticeHeading);
    const accept = button('strong wide', this.#busy ? words.starting : words.accept, () => void this.#accept());
    const { phone } = this.#context.config;
    const call = el('p', { class: 'quiet' }, ...withNumber(say(this.#context, words.callInstead), phone));
    fill(this.root, heading, ...noticeParts(this.#context, false), this.#error, accept, call);
    this.#explain();
  }

  leave(): void {
    this.root.remove();
  }

  async #accept(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const { api, embedded } = this.#context;
    this.#answer = await api.open(embedded);
    this.#busy = false;
    if (this.#answer.status >= 200 && this.#answer.status < 300) this.#accepted();
    else this.#explain();
  }

  #explain(): void {
    const words = texts(this.#context);
    const answer = this.#answer;
    if (answer === null) setText(this.#error, this.#expired ? words.expired : '');
    else if (answer.status === 429)
      setText(this.#error, say(this.#context, words.tooManyVisitors, { when: waitInWords(words, answer.waitMs ?? 0) }));
    else setText(this.#error, say(this.#context, words.failed));
  }
}
