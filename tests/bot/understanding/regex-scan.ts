import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A group of a regular expression that may repeat often: its body, and how often at most (Infinity when open). */
interface Repeated {
  readonly body: string;
  readonly most: number;
}

/** All regular expression literals below a folder, with where they stand. */
export function literalsIn(folder: string): readonly { readonly at: string; readonly source: string }[] {
  const found: { at: string; source: string }[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ at: `${name}:${line}`, source: node.text.slice(1, node.text.lastIndexOf('/')) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** All regular expressions that are put together while `load` runs. */
export async function builtWhile(load: () => Promise<unknown>): Promise<readonly string[]> {
  const plain = globalThis.RegExp;
  const built: string[] = [];
  globalThis.RegExp = new Proxy(plain, {
    construct(target, args, newTarget) {
      const made: unknown = Reflect.construct(target, args, newTarget);
      if (made instanceof plain) built.push(made.source);
      return made instanceof plain ? made : {};
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = plain;
  }
  return built;
}

const ESCAPE = /^\\(?:[pP]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|.)/i;
const OPENING = /^\?(?::|<?[=!]|<\w+>)/;

/** The end of the element (character, class, group) that starts at `at`, exclusive. */
function elementEnd(source: string, at: number): number {
  const char = source[at];
  if (char === '\\') return at + (ESCAPE.exec(source.slice(at))?.[0].length ?? 1);
  if (char === '[') {
    let end = at + 1;
    while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (char !== '(') return at + 1;
  let end = at + 1;
  while (end < source.length && source[end] !== ')') end = elementEnd(source, end);
  return end + 1;
}

/** The quantifier at `at`: its length, and the least and most repetitions. */
function quantifier(
  source: string,
  at: number,
): { readonly length: number; readonly least: number; readonly most: number } {
  const hit = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at));
  if (hit === null) return { length: 0, least: 1, most: 1 };
  const [whole, least = '', comma = '', most = ''] = hit;
  if (whole.startsWith('*')) return { length: whole.length, least: 0, most: Number.POSITIVE_INFINITY };
  if (whole.startsWith('+')) return { length: whole.length, least: 1, most: Number.POSITIVE_INFINITY };
  if (whole.startsWith('?')) return { length: whole.length, least: 0, most: 1 };
  const open = comma !== '' && most === '';
  return {
    length: whole.length,
    least: Number(least),
    most: open ? Number.POSITIVE_INFINITY : Number(most === '' ? least : most),
  };
}

/** Every group that repeats, wherever it stands. */
function repeatedGroups(source: string): readonly Repeated[] {
  const found: Repeated[] = [];
  for (let at = 0; at < source.length; ) {
    const end = elementEnd(source, at);
    if (source[at] === '(') {
      const body = source.slice(at + 1, end - 1).replace(OPENING, '');
      const { most } = quantifier(source, end);
      if (most > 1) found.push({ body, most });
      found.push(...repeatedGroups(body));
    }
    at = end;
  }
  return found;
}

/** Whether an open quantifier stands anywhere in it. */
function hasOpen(source: string): boolean {
  for (let at = 0; at < source.length; ) {
    const end = elementEnd(source, at);
    const { length, most } = quantifier(source, end);
    if (length > 0 && most === Number.POSITIVE_INFINITY) return true;
    if (source[at] === '(' && hasOpen(source.slice(at + 1, end - 1).replace(OPENING, ''))) return true;
    at = end + length;
  }
  return false;
}

/** Groups without a bound that hold another repetition without one. */
export function nestedOpen(source: string): readonly string[] {
  return repeatedGroups(source)
    .filter(({ body, most }) => most === Number.POSITIVE_INFINITY && hasOpen(body))
    .map(({ body }) => body);
}

const MOST_WORDS = 3000;

/** The alternatives of a body at its own level. */
function alternatives(body: string): readonly string[] {
  const list: string[] = [];
  let from = 0;
  for (let at = 0; at < body.length; at = elementEnd(body, at)) {
    if (body[at] !== '|') continue;
    list.push(body.slice(from, at));
    from = at + 1;
  }
  return [...list, body.slice(from)];
}

/** The words that one alternative stands for; look-around counts as nothing, open ends as up to two. */
function wordsOf(alternative: string): readonly string[] {
  let words: readonly string[] = [''];
  for (let at = 0; at < alternative.length; ) {
    const end = elementEnd(alternative, at);
    const { length, least, most } = quantifier(alternative, end);
    const once = symbolsOf(alternative.slice(at, end));
    const options: string[] = [];
    for (let times = least; times <= Math.min(most, Math.max(least, 2)); times++) options.push(...powers(once, times));
    words = words.flatMap((word) => options.map((option) => word + option)).slice(0, MOST_WORDS);
    at = end + length;
  }
  return words;
}

function powers(once: readonly string[], times: number): readonly string[] {
  return times === 0
    ? ['']
    : powers(once, times - 1)
        .flatMap((word) => once.map((symbol) => word + symbol))
        .slice(0, 200);
}

function symbolsOf(element: string): readonly string[] {
  if (/^\(\?<?[=!]|^[\^$]$|^\\[bB]$/.test(element)) return [''];
  if (element.startsWith('(')) {
    return alternatives(element.slice(1, -1).replace(OPENING, '')).flatMap(wordsOf);
  }
  if (element.startsWith('[^') || element === '.') return ['\u0001'];
  if (element.startsWith('[')) return Array.from(element.slice(1, -1).replace(/\\(.)/g, '$1')).slice(0, 40);
  if (/^\\[dwsDWS]$/.test(element)) return [element === '\\s' ? ' ' : element === '\\d' ? '1' : '\u0001'];
  return [element.startsWith('\\') && element.length === 2 ? element.slice(1) : element];
}

/**
 * A word of a freely repeated group by which some text could be read in two ways (Sardinas and Patterson), or null. Every
 * such word doubles the time that a text of n of them takes.
 */
function ambiguity(body: string): string | null {
  const list = alternatives(body).flatMap((alternative) => [...new Set(wordsOf(alternative))]);
  const words = new Set(list);
  if (words.size > MOST_WORDS) return null;
  const twice = list.find((word, index) => word !== '' && list.indexOf(word) !== index);
  if (twice !== undefined) return twice;
  words.delete('');
  const seen = new Set<string>();
  let left: readonly string[] = [...words].flatMap((word) => restsOf(word, words).filter((rest) => rest !== ''));
  while (left.length > 0) {
    const next: string[] = [];
    for (const rest of left) {
      if (seen.has(rest)) continue;
      seen.add(rest);
      if (words.has(rest)) return rest;
      // eslint-disable-next-line max-depth -- a search over pairs of words reads best in one piece
      for (const word of words) if (word.startsWith(rest)) next.push(word.slice(rest.length));
      next.push(...restsOf(rest, words));
    }
    left = next;
  }
  return null;
}

/** What is left of a text behind each word that it begins with. */
function restsOf(text: string, words: ReadonlySet<string>): readonly string[] {
  const rests: string[] = [];
  for (let end = 1; end <= text.length; end++) if (words.has(text.slice(0, end))) rests.push(text.slice(end));
  return rests;
}

/** Groups that repeat more than `often` times and whose words may be read in two ways, with such a word. */
export function ambiguous(source: string, often = 8): readonly string[] {
  return repeatedGroups(source)
    .filter(({ most }) => most > often)
    .flatMap(({ body }) => {
      const word = ambiguity(body);
      return word === null ? [] : [`${word} in ${body}`];
    });
}
