import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/domain/language.ts';
import type { Chance } from './chance.ts';

interface Seed {
  readonly text: string;
  readonly question: string;
  readonly lang: Language;
  readonly want: readonly (string | { readonly kind: string })[];
}

/** Messages people write, from the seeds of the understanding, and how to draw one. */
export class Messages {
  readonly #byKey = new Map<string, string[]>();

  constructor() {
    for (const { text, question, lang, want } of linesOf('corpus/seeds') as readonly Seed[]) {
      this.#add(`${lang} any`, text);
      this.#add(`${lang} at ${question}`, text);
      for (const found of want) this.#add(`${lang} means ${typeof found === 'string' ? found : found.kind}`, text);
    }
    for (const { text } of linesOf('corpus/questions')) this.#add('zh-CN asks', text);
    for (const { text } of linesOf('corpus/triage/seeds')) this.#add('zh-CN ails', text);
  }

  /** A message that was written as answer to this question. */
  at(chance: Chance, lang: Language, question: string): string {
    return this.#draw(chance, `${lang} at ${question}`);
  }

  /** A message with this meaning. */
  meaning(chance: Chance, lang: Language, kind: string): string {
    return this.#draw(chance, `${lang} means ${kind}`);
  }

  any(chance: Chance, lang: Language): string {
    return this.#draw(chance, `${lang} any`);
  }

  /** What people ask hospitals, or what ails them; written in one language only. */
  inquiry(chance: Chance, about: 'asks' | 'ails'): string {
    return this.#draw(chance, `zh-CN ${about}`);
  }

  #add(key: string, text: string): void {
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [text]);
    else list.push(text);
  }

  #draw(chance: Chance, key: string): string {
    const list = this.#byKey.get(key);
    if (list === undefined) throw new Error(`no seed: ${key}`);
    return chance.pick(list);
  }
}

function linesOf(folder: string): readonly Pick<Seed, 'text'>[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Seed),
  );
}
