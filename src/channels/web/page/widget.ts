import { firstLanguage } from './first-language.ts';
import { BUTTON, FALLBACK, FALLBACK_PART, FOCUSED, FRAME, place, style } from './widget-style.ts';
import { readWord } from './words.ts';

/**
 * `<script src="https://hospital/chat/widget.js" async></script>` on any page: a button that opens the chat in a frame.
 * `data-lang` (zh-CN, zh-TW, en) and `data-position` (left, right) are read.
 */

const LABELS = {
  'zh-CN': { open: '在线咨询', other: '打不开？点这里在新页面打开', close: '关闭' },
  'zh-TW': { open: '線上諮詢', other: '打不開？按這裡在新頁面開啟', close: '關閉' },
  en: { open: 'Chat with us', other: 'Does not open? Open it in a new page', close: 'Close' },
} as const;

/** Below this width of the window, in CSS pixels, the chat takes all of it. */
const NARROW = 520;
/** A frame that has said nothing by then is refused or cannot be reached. */
const PATIENCE_MS = 8_000;

type Names = Readonly<Record<string, string>>;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, names: Names, text = ''): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const name of Object.keys(names)) node.setAttribute(name, names[name] ?? '');
  node.textContent = text;
  return node;
}

class Widget {
  readonly #base: string;
  readonly #asked: string | null;
  readonly #words: (typeof LABELS)[keyof typeof LABELS];
  readonly #side: 'left' | 'right';
  readonly #button: HTMLButtonElement;
  readonly #dialog: HTMLElement;
  readonly #fallback: HTMLElement;
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  #open = false;
  /** What the host page had, while the chat covers it. */
  #overflow = '';

  constructor(script: HTMLElement & { src: string }) {
    const link = document.createElement('a');
    link.href = script.src;
    this.#base = `${link.protocol}//${link.host}`;
    this.#asked = script.getAttribute('data-lang');
    this.#side = script.getAttribute('data-position') === 'left' ? 'left' : 'right';
    const device = navigator.languages as readonly string[] | undefined;
    this.#words = LABELS[firstLanguage(null, this.#asked, device ?? [navigator.language])];
    this.#button = make('button', { type: 'button', 'aria-expanded': 'false' }, this.#words.open);
    this.#dialog = make('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': this.#words.open });
    this.#fallback = this.#makeFallback();
  }

  mount(): void {
    style(this.#button, { ...BUTTON, [this.#side]: '20px' });
    this.#button.addEventListener('focus', () => {
      style(this.#button, FOCUSED);
    });
    this.#button.addEventListener('blur', () => {
      this.#button.style.removeProperty('outline');
    });
    this.#button.addEventListener('click', () => {
      if (this.#open) this.close();
      else this.show();
    });
    style(this.#dialog, { display: 'none' });
    for (const node of [this.#edge('focus-last'), this.#fallback, this.#edge('focus-first')])
      this.#dialog.appendChild(node);
    document.body.appendChild(this.#button);
    document.body.appendChild(this.#dialog);
    window.addEventListener('resize', () => {
      this.#place();
    });
    window.addEventListener('message', (event) => {
      this.#hear(event);
    });
    document.addEventListener('keydown', (event) => {
      if (this.#open && (event.key === 'Escape' || event.key === 'Esc')) this.close();
    });
  }

  show(): void {
    if (this.#frame === null) this.#load();
    this.#open = true;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#place();
    this.#focus('focus-first');
  }

  /** The frame stays as it is, so that opening again shows the same chat. */
  close(): void {
    this.#open = false;
    this.#button.setAttribute('aria-expanded', 'false');
    this.#place();
    this.#button.focus();
  }

  #load(): void {
    const query = this.#asked === null ? '' : `&lang=${encodeURIComponent(this.#asked)}`;
    const frame = make('iframe', { src: `${this.#base}/chat?embed=1${query}`, title: this.#words.open });
    style(frame, FRAME);
    this.#frame = frame;
    this.#dialog.insertBefore(frame, this.#fallback);
    window.setTimeout(() => {
      if (this.#ready) return;
      style(frame, { display: 'none' });
      style(this.#fallback, { ...FALLBACK, display: 'block' });
      if (this.#open) this.#focus('focus-first');
    }, PATIENCE_MS);
  }

  #place(): void {
    const narrow = window.innerWidth < NARROW;
    style(this.#dialog, { ...place(narrow, this.#side), display: this.#open ? 'block' : 'none' });
    style(this.#button, { display: this.#open && narrow ? 'none' : 'block' });
    const { style: page } = document.documentElement;
    if (this.#open && narrow && page.overflow !== 'hidden') {
      this.#overflow = page.overflow;
      page.overflow = 'hidden';
    } else if (!(this.#open && narrow) && page.overflow === 'hidden') page.overflow = this.#overflow;
  }

  /** The keyboard leaves the frame here: back in at its other end, for behind the dialog there is nothing to do. */
  #edge(where: 'focus-first' | 'focus-last'): HTMLElement {
    const edge = make('div', { tabindex: '0' });
    edge.addEventListener('focus', () => {
      this.#focus(where);
    });
    return edge;
  }

  #focus(where: 'focus-first' | 'focus-last'): void {
    if (this.#ready) {
      this.#frame?.focus();
      this.#frame?.contentWindow?.postMessage(`huifang-chat:${where}`, this.#base);
      return;
    }
    const parts = this.#fallback.querySelectorAll<HTMLElement>('a, button');
    if (this.#fallback.style.display === 'block') parts[where === 'focus-first' ? 0 : parts.length - 1]?.focus();
    else this.#frame?.focus();
  }

  #hear(event: MessageEvent): void {
    if (event.source === null || event.source !== this.#frame?.contentWindow || event.origin !== this.#base) return;
    const word = readWord(event.data);
    if (word === 'close' && this.#open) this.close();
    if (word !== 'ready') return;
    this.#ready = true;
    style(this.#frame, { display: 'block' });
    style(this.#fallback, { display: 'none' });
    if (this.#open) this.#focus('focus-first');
  }

  #makeFallback(): HTMLElement {
    const box = make('div', {});
    const link = make('a', { href: `${this.#base}/chat`, target: '_blank', rel: 'noopener' }, this.#words.other);
    const shut = make('button', { type: 'button' }, this.#words.close);
    shut.addEventListener('click', () => {
      this.close();
    });
    for (const node of [link, shut]) {
      style(node, FALLBACK_PART);
      box.appendChild(node);
    }
    style(box, { display: 'none' });
    return box;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const mount = () => {
    new Widget(script).mount();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mount);
  else mount();
}
