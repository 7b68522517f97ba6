/** Where in a JSON text something stands; both count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Misplaced extends Error {}

/** Levels of lists and objects in one another; flows.config.json needs eight. Deeper ones would run whatever walks them out of stack. */
export const DEEPEST = 32;

/** Walks a JSON text and notes where each value begins, under the path that fault lines name it by. */
class Walk {
  readonly starts = new Map<string, number>();
  at = 0;
  #level = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    this.#value('');
    this.#take(BLANK);
    if (this.at < this.#text.length) throw new Misplaced();
  }

  #value(path: string): void {
    this.#take(BLANK);
    this.starts.set(path, this.at);
    const next = this.#text[this.at];
    if (next === '{' || next === '[') {
      this.#level += 1;
      if (this.#level > DEEPEST) throw new Misplaced();
      if (next === '{') this.#members(path);
      else this.#items(path);
      this.#level -= 1;
    } else if (this.#take(next === '"' ? STRING : SCALAR) === '') throw new Misplaced();
  }

  #members(path: string): void {
    this.#listed('}', () => {
      this.#take(BLANK);
      const start = this.at;
      const key = this.#take(STRING);
      if (key === '') throw new Misplaced();
      const name = JSON.parse(key) as string;
      const inner = path === '' ? name : `${path}.${name}`;
      this.#mark(':');
      this.#value(inner);
      // The key, not the value: that is where the eye looks for it.
      this.starts.set(inner, start);
    });
  }

  #items(path: string): void {
    let index = 0;
    this.#listed(']', () => {
      this.#value(`${path}[${String(index)}]`);
      index += 1;
    });
  }

  /** `{…}` or `[…]`, with commas between. */
  #listed(end: '}' | ']', item: () => void): void {
    this.at += 1;
    this.#take(BLANK);
    if (this.#text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      item();
      this.#take(BLANK);
      const mark = this.#text[this.at];
      if (mark !== ',' && mark !== end) throw new Misplaced();
      this.at += 1;
      if (mark === end) return;
    }
  }

  #mark(mark: string): void {
    this.#take(BLANK);
    if (this.#text[this.at] !== mark) throw new Misplaced();
    this.at += 1;
  }

  /** What the pattern matches here, perhaps nothing; goes past it. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** True for a JSON text that is nested deeper than DEEPEST. Counts brackets outside of texts, one after the other. */
export function isTooDeep(text: string): boolean {
  let level = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') level += 1;
    else if (token === ']' || token === '}') level -= 1;
    if (level > DEEPEST) return true;
  }
  return false;
}

/** What `jsonPlaces` found: where a path stands, or where the text stops being JSON. */
export interface JsonPlaces {
  /** Null when the text is JSON. */
  readonly broken: Place | null;
  /** Of the path itself, or of the nearest thing round it that is there. */
  of(path: string): Place;
}

/** Finds in a JSON text what a fault line names (`followup.questions[2].id`), so that a person sees the line it stands on. */
export function jsonPlaces(text: string): JsonPlaces {
  const walk = new Walk(text);
  let broken: Place | null = null;
  try {
    walk.document();
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    broken = placeAt(text, walk.at);
  }
  return {
    broken,
    of(path) {
      for (let known = path; known !== ''; known = known.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
        const start = walk.starts.get(known);
        if (start !== undefined) return placeAt(text, start);
      }
      return { line: 1, column: 1 };
    },
  };
}
