/** Words by their characters, so that all of them are found in one pass over a text, however many there are. */
export interface WordIndex<T> {
  readonly root: Node<T>;
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  readonly values: T[];
}

/** A word found at `[start, end)`, with what it stands for. */
export interface Occurrence<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export function indexWords<T>(words: Iterable<readonly [word: string, value: T]>): WordIndex<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [word, value] of words) {
    let node = root;
    for (let i = 0; i < word.length; i += 1) {
      const code = word.charCodeAt(i);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), values: [] };
        node.next.set(code, next);
      }
      node = next;
    }
    if (node !== root) node.values.push(value);
  }
  return { root };
}

/** Every word of the index in `[from, to)` of a text. At most text length × longest word steps: nobody can make it slow. */
export function wordsIn<T>({ root }: WordIndex<T>, text: string, from = 0, to = text.length): readonly Occurrence<T>[] {
  if (root.next.size === 0) return [];
  const found: Occurrence<T>[] = [];
  for (let start = from; start < to; start += 1) {
    let node = root.next.get(text.charCodeAt(start));
    for (let end = start + 1; node !== undefined; end += 1) {
      for (const value of node.values) found.push({ start, end, value });
      node = end < to ? node.next.get(text.charCodeAt(end)) : undefined;
    }
  }
  return found;
}
