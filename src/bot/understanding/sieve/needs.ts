/**
 * What a text must hold for a pattern to match in it, read from the pattern's source. Errs on the safe side only: what is
 * not known in detail counts as something that may match anything.
 */
export interface Needs {
  /** May match without taking a character. */
  readonly empty: boolean;
  /** The characters with which a match begins, some more than once; null: any. */
  readonly first: string | null;
  /** The characters with which a match ends; null: any. */
  readonly last: string | null;
  /** What every matching text holds; null: nothing is known. */
  readonly grams: Grams | null;
  /** A text that holds one of these matches for certain. Numbered by `gramOf`. */
  readonly sure: readonly number[];
  /** Takes exactly one character, and looks at nothing else. */
  readonly single: boolean;
}

/** Single characters and pairs of neighbours, of which a text must hold at least one. */
interface Grams {
  /** Numbered by `gramOf`, some more than once. */
  readonly any: readonly number[];
  /** Grows with the share of messages that hold one, by a rough guess. */
  readonly cost: number;
}

/** The number of the pair of two UTF-16 units; that of a single one is its code. */
export function gramOf(left: number, right: number): number {
  return left * 0x1_0000 + right;
}

/** More of them tell nothing worth knowing. */
const MOST_CHARS = 200;
const MOST_GRAMS = 3_000;

/** A border, or a lookaround that says what must not stand there. */
const NOTHING: Needs = { empty: true, first: '', last: '', grams: null, sure: [], single: false };
const ANYTHING: Needs = { ...NOTHING, empty: false, first: null, last: null };
const ANYTHING_OR_NOTHING: Needs = { ...ANYTHING, empty: true };

/** Named groups, what refers to them, and other things that no rule uses. */
const UNKNOWN = /\(\?(?:<[^=!]|[^:=!<])|\\[ckpP]/;

/** What every text in which `pattern` matches must hold. */
export function needsOf(pattern: RegExp): Needs {
  if (/[imuv]/.test(pattern.flags) || UNKNOWN.test(pattern.source)) return ANYTHING_OR_NOTHING;
  return readAlternatives({ source: pattern.source, at: 0 });
}

interface Cursor {
  readonly source: string;
  at: number;
}

function readAlternatives(cursor: Cursor): Needs {
  const first = readSequence(cursor);
  if (cursor.source[cursor.at] !== '|') return first;
  const all = [first];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    all.push(readSequence(cursor));
  }
  return oneOfThese(all);
}

function readSequence(cursor: Cursor): Needs {
  const { source } = cursor;
  let whole: Needs | null = null;
  while (cursor.at < source.length && source[cursor.at] !== '|' && source[cursor.at] !== ')') {
    const atom = quantified(cursor, readAtom(cursor));
    whole = whole === null ? atom : then(whole, atom);
  }
  return whole ?? NOTHING;
}

function readAtom(cursor: Cursor): Needs {
  const char = cursor.source[cursor.at] ?? '';
  cursor.at += 1;
  switch (char) {
    case '(':
      return readGroup(cursor);
    case '[':
      return readClass(cursor);
    case '\\':
      return oneOf(readEscape(cursor));
    case '.':
      return ANYTHING;
    case '^':
    case '$':
      return NOTHING;
    default:
      return oneOf(char);
  }
}

const OPENERS = ['?:', '?=', '?!', '?<=', '?<!'] as const;

/** A group; of a lookaround that says what must stand there, what it asks of the text. */
function readGroup(cursor: Cursor): Needs {
  const opener = OPENERS.find((mark) => cursor.source.startsWith(mark, cursor.at)) ?? '';
  cursor.at += opener.length;
  const inner = readAlternatives(cursor);
  cursor.at += 1;
  if (opener === '?!' || opener === '?<!') return NOTHING;
  return opener === '?=' || opener === '?<=' ? { ...NOTHING, grams: inner.grams } : inner;
}

function readClass(cursor: Cursor): Needs {
  const { source } = cursor;
  let chars = '';
  let known = source[cursor.at] !== '^';
  while (source[cursor.at] !== ']') {
    const member = readMember(cursor);
    if (member === null || member === '') known = false;
    else chars += member;
  }
  cursor.at += 1;
  return known && chars !== '' ? oneOf(chars) : ANYTHING;
}

/** One character, range or escape of a class; null where it stands for too many. */
function readMember(cursor: Cursor): string | null {
  const found = readClassChar(cursor);
  if (cursor.source[cursor.at] !== '-' || cursor.source[cursor.at + 1] === ']') return found;
  cursor.at += 1;
  const until = readClassChar(cursor)?.charCodeAt(0) ?? 0;
  const from = found?.charCodeAt(0) ?? 0;
  if (until < from || until - from >= MOST_CHARS) return null;
  return String.fromCharCode(...Array.from({ length: until - from + 1 }, (_, i) => from + i));
}

function readClassChar(cursor: Cursor): string | null {
  const char = cursor.source[cursor.at] ?? '';
  cursor.at += 1;
  return char === '\\' ? readEscape(cursor) : char;
}

/** What stands behind a backslash for these characters; nothing for borders. */
const CLASSES: Readonly<Record<string, string>> = {
  b: '',
  B: '',
  d: '0123456789',
  w: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
  s: ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** The characters behind a backslash: none for a border, null for any. */
function readEscape(cursor: Cursor): string | null {
  const { source } = cursor;
  const char = source[cursor.at] ?? '';
  cursor.at += 1;
  const known = CLASSES[char];
  if (known !== undefined) return known;
  if (char === 'u' || char === 'x') {
    const length = char === 'u' ? 4 : 2;
    const code = Number.parseInt(source.slice(cursor.at, cursor.at + length), 16);
    cursor.at += length;
    return String.fromCharCode(code);
  }
  return /[a-zA-Z1-9]/.test(char) ? null : char;
}

function oneOf(chars: string | null): Needs {
  // A reference to a group may be empty.
  if (chars === null) return ANYTHING_OR_NOTHING;
  if (chars === '') return NOTHING;
  if (chars.length > MOST_CHARS) return ANYTHING;
  const any: number[] = [];
  let cost = 0;
  for (let i = 0; i < chars.length; i++) {
    const code = chars.charCodeAt(i);
    any.push(code);
    cost += isFrequent(code) ? 30 : 6;
  }
  return { empty: false, first: chars, last: chars, grams: { any, cost }, sure: any, single: true };
}

const DIGIT = /\d/;

/** `atom` with the quantifier that follows it, if any. */
function quantified(cursor: Cursor, atom: Needs): Needs {
  const { source } = cursor;
  const mark = source[cursor.at];
  const counts = mark === '{' && DIGIT.test(source[cursor.at + 1] ?? '');
  if (!counts && mark !== '*' && mark !== '+' && mark !== '?') return atom;
  const least = counts ? Number.parseInt(source.slice(cursor.at + 1, cursor.at + 6), 10) : mark === '+' ? 1 : 0;
  cursor.at = counts ? source.indexOf('}', cursor.at) + 1 : cursor.at + 1;
  if (source[cursor.at] === '?') cursor.at += 1;
  const many = { ...atom, sure: [], single: false };
  return least > 0 ? many : { ...many, empty: true, grams: null };
}

function then(left: Needs, right: Needs): Needs {
  const across = left.empty || right.empty ? null : joined(left.last, right.first);
  return {
    empty: left.empty && right.empty,
    first: left.empty ? together(left.first, right.first) : left.first,
    last: right.empty ? together(left.last, right.last) : right.last,
    grams: rarer(across, rarer(left.grams, right.grams)),
    sure: left.single && right.single ? (across?.any ?? []) : [],
    single: false,
  };
}

function together(left: string | null, right: string | null): string | null {
  return left === null || right === null || left.length + right.length > MOST_CHARS ? null : left + right;
}

function oneOfThese(all: readonly Needs[]): Needs {
  let first: string | null = '';
  let last: string | null = '';
  let cost = 0;
  for (const needs of all) {
    first = together(first, needs.first);
    last = together(last, needs.last);
    cost += needs.grams?.cost ?? 0;
  }
  const any = all.flatMap(({ grams }) => grams?.any ?? []);
  const known = any.length <= MOST_GRAMS && all.every(({ grams }) => grams !== null);
  return {
    empty: all.some(({ empty }) => empty),
    first,
    last,
    grams: known ? { any, cost } : null,
    sure: all.flatMap(({ sure }) => sure),
    single: all.every(({ single }) => single),
  };
}

/** Each last character of what comes before with each first one of what follows. */
function joined(left: string | null, right: string | null): Grams | null {
  if (left === null || right === null || left.length * right.length > MOST_GRAMS) return null;
  const any: number[] = [];
  let cost = 0;
  for (let i = 0; i < left.length; i++) {
    const before = left.charCodeAt(i);
    for (let j = 0; j < right.length; j++) {
      const after = right.charCodeAt(j);
      any.push(gramOf(before, after));
      cost += isFrequent(before) && isFrequent(after) ? 1.5 : 1;
    }
  }
  return { any, cost };
}

/** The one of two that fewer messages fulfil. */
function rarer(left: Grams | null, right: Grams | null): Grams | null {
  if (left === null || right === null) return left ?? right;
  return left.cost <= right.cost ? left : right;
}

/** In many messages: what a text must hold shall rather be something else. */
const FREQUENT = new Set(
  Array.from(
    '的了不是我有没你们在都好一人他这个就医院生护士说来去到要很满意还也吧啊上大看给,。0123456789 aeiotnsrhl',
    (char) => char.charCodeAt(0),
  ),
);

function isFrequent(code: number): boolean {
  return FREQUENT.has(code);
}
