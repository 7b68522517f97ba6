import type { Language } from '../../../domain/language.ts';
import type { PageConfig } from '../wire.ts';
import type { Api } from './api.ts';
import type { Storage } from './storage.ts';
import { put, TEXTS, type Texts } from './texts.ts';

/** What every part of the page uses. */
export interface Context {
  readonly config: PageConfig;
  readonly storage: Storage;
  readonly api: Api;
  readonly embedded: boolean;
  language: Language;
}

export function texts(context: Context): Texts {
  return TEXTS[context.language];
}

/** A text with the hospital's name and numbers put in. */
export function say(context: Context, text: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { config, language } = context;
  const { phone, emergency } = config;
  return put(text, { hospital: config.name[language], phone, emergency, ...values });
}

/** A part of the page between header and end: the notice, or the chat. */
export interface View {
  readonly root: HTMLElement;
  /** The language or the size of the type changed. */
  translate(): void;
  /** Takes it off the page. */
  leave(): void;
}
