import { type Context, say, texts } from './context.ts';
import { button, el, setText } from './dom.ts';
import type { Bubble, Change } from './lines.ts';

interface Drawn {
  readonly node: HTMLElement;
  readonly who: HTMLElement;
  readonly note: HTMLElement;
  readonly time: HTMLElement;
}

function clock(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours())}:${`0${String(date.getMinutes())}`.slice(-2)}`;
}

/** The conversation on the screen. What is added is read out by screen readers; what only changes is not. */
export class Bubbles {
  readonly root = el('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-relevant': 'additions',
    tabindex: '0',
  });
  readonly #context: Context;
  readonly #retry: () => void;
  readonly #drawn = new Map<Bubble, Drawn>();
  readonly #intro = el('p', { class: 'intro' });

  constructor(context: Context, retry: () => void) {
    this.#context = context;
    this.#retry = retry;
    this.root.appendChild(this.#intro);
    this.translate();
  }

  translate(): void {
    const words = texts(this.#context);
    this.root.setAttribute('aria-label', words.logLabel);
    setText(this.#intro, say(this.#context, words.intro));
    for (const bubble of Array.from(this.#drawn.keys())) this.update(bubble);
  }

  add({ bubble, before }: Pick<Change, 'bubble' | 'before'>): void {
    const who = el('span', { class: 'hidden' });
    const note = el('span', { class: 'note' });
    const time = el('span', { class: 'time' });
    const text = el('p', { class: 'text' }, bubble.text);
    const foot = el('p', { class: 'foot' }, time, note);
    const node = el('div', { class: `bubble ${bubble.from}` }, who, text, foot);
    this.#drawn.set(bubble, { node, who, note, time });
    this.update(bubble);
    const next = before === null ? undefined : this.#drawn.get(before)?.node;
    this.root.insertBefore(node, next ?? null);
  }

  /** Its state or the language changed. */
  update(bubble: Bubble): void {
    const drawn = this.#drawn.get(bubble);
    if (drawn === undefined) return;
    const words = texts(this.#context);
    const name = { me: words.mine, bot: words.bot, staff: words.staff }[bubble.from];
    setText(drawn.who, `${name}: `);
    setText(drawn.time, clock(bubble.at));
    drawn.node.setAttribute('data-state', bubble.state);
    if (bubble.from === 'staff') setText(drawn.note, name);
    if (bubble.from !== 'me') return;
    setText(drawn.note, words[bubble.state]);
    const again = drawn.node.querySelector('button');
    if (bubble.state !== 'waiting') again?.remove();
    else if (again === null) drawn.note.parentNode?.appendChild(button('retry', words.retry, this.#retry));
    else setText(again, words.retry);
  }

  /** While what was said before comes in, it is not read out. */
  quietly(draw: () => void): void {
    this.root.setAttribute('aria-live', 'off');
    draw();
    window.setTimeout(() => {
      this.root.setAttribute('aria-live', 'polite');
    }, 500);
  }

  toEnd(): void {
    this.root.scrollTop = this.root.scrollHeight;
  }

  /** Whoever has scrolled up to read is not pulled away. */
  get atEnd(): boolean {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 120;
  }
}
