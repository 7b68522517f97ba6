import type { Language } from '../../../domain/language.ts';
import { type Context, texts } from './context.ts';
import { byId, setText } from './dom.ts';
import { tellHost } from './frame.ts';

const LARGE_KEY = 'large';
const LANGUAGE_KEY = 'language';

export function rememberedLanguage(storage: Context['storage']): string | null {
  return storage.get(LANGUAGE_KEY);
}

/** Name of the hospital, large type, language, and in the widget the way out. */
export class Header {
  readonly #context: Context;
  readonly #onChange: () => void;
  readonly #large = byId('large');
  readonly #select = byId('language') as HTMLSelectElement;
  readonly #close = byId('close');

  constructor(context: Context, onChange: () => void) {
    this.#context = context;
    this.#onChange = onChange;
    this.#select.value = context.language;
    this.#select.addEventListener('change', () => {
      this.#choose(this.#select.value as Language);
    });
    this.#large.addEventListener('click', () => {
      this.#enlarge(this.#large.getAttribute('aria-pressed') !== 'true');
      this.#onChange();
    });
    this.#close.hidden = !context.embedded;
    this.#close.addEventListener('click', () => {
      tellHost('close');
    });
    this.#enlarge(context.storage.get(LARGE_KEY) === 'yes');
    this.translate();
  }

  translate(): void {
    const { config, language } = this.#context;
    const { title, kind, large, language: languageLabel, close } = texts(this.#context);
    document.documentElement.lang = language;
    document.title = `${title} · ${config.name[language]}`;
    setText(byId('name'), config.name[language]);
    setText(byId('kind'), kind);
    setText(this.#large, large);
    this.#select.setAttribute('aria-label', languageLabel);
    this.#close.setAttribute('aria-label', close);
  }

  #choose(language: Language): void {
    this.#context.language = language;
    this.#context.storage.set(LANGUAGE_KEY, language);
    this.translate();
    this.#onChange();
  }

  #enlarge(large: boolean): void {
    this.#large.setAttribute('aria-pressed', String(large));
    document.documentElement.className = large ? 'large' : '';
    this.#context.storage.set(LARGE_KEY, large ? 'yes' : 'no');
  }
}
