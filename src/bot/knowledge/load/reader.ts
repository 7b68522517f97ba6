import type { KnowledgeFault } from '../knowledge.types.ts';
import { RULES, type Rule, unknownKey } from './rules.ts';

/** A fault with what was found and what is allowed, apart, so that it can be told in either language and of a spreadsheet. */
export interface FoundFault extends KnowledgeFault {
  readonly value: unknown;
  readonly rule: Rule;
}

/** Longest stretch of a value that is quoted. */
const MAX_QUOTED = 60;
/** Controls, line ends, halves of characters, the mark of one that was lost, and what turns writing round or takes no room: nobody means them, and no handset shows them well. */
const CONTROL = /[\p{Cc}\p{Cs}\ufffd-\uffff\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PHONE = /^\+?\d+(-\d+)*$/;
const MAX_SHORT = 140;

export function quoted(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED)}…`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() === value && !CONTROL.test(value);
}

function isPhone(value: unknown): value is string {
  if (typeof value !== 'string' || !PHONE.test(value)) return false;
  const digits = value.replace(/\D/g, '').length;
  return digits >= 3 && digits <= 16;
}

/** Collects every fault of a file, not only the first. */
export class Faults {
  readonly list: FoundFault[] = [];

  add(path: string, value: unknown, rule: Rule): void {
    this.list.push({ path, value, rule, message: `${quoted(value)} — allowed: ${rule.en}` });
  }

  /** The members of an object, of which only the `known` may be there. */
  object(value: unknown, path: string, known: readonly string[] | null): Item {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(path, value, RULES.object);
      return new Item({}, path, this, true);
    }
    const found = value as Readonly<Record<string, unknown>>;
    const prefix = path === ROOT ? '' : `${path}.`;
    for (const key of known === null ? [] : Object.keys(found)) {
      if (known?.includes(key) === false) this.add(`${prefix}${key}`, found[key], unknownKey(known));
    }
    return new Item(found, path, this, false);
  }

  /** One text, as the file has to hold it. */
  text(value: unknown, path: string, rule: Rule = RULES.text): string {
    if (isText(value) && value !== '') return value;
    this.add(path, value, rule);
    return '';
  }
}

/** Where the file itself is at fault. */
export const ROOT = '(file)';

/**
 * An object of the file. Each method reads one member and gives something of its kind even where it is at fault, so that
 * reading goes on and finds what else is wrong. Of something that is no object the members are not missed: one fault is enough.
 */
export class Item {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #faults: Faults;
  readonly #void: boolean;
  readonly path: string;

  constructor(value: Readonly<Record<string, unknown>>, path: string, faults: Faults, isVoid: boolean) {
    this.#value = value;
    this.path = path;
    this.#faults = faults;
    this.#void = isVoid;
  }

  get keys(): readonly string[] {
    return Object.keys(this.#value);
  }

  get(key: string): unknown {
    return this.#value[key];
  }

  has(key: string): boolean {
    return this.#value[key] !== undefined;
  }

  at(key: string): string {
    return this.path === ROOT ? key : `${this.path}.${key}`;
  }

  fault(key: string, rule: Rule): void {
    if (!this.#void) this.#faults.add(this.at(key), this.get(key), rule);
  }

  text(key: string): string {
    return this.#read(key, (value) => isText(value) && value !== '', RULES.text, '');
  }

  /** A text that may be absent or empty. */
  notes(key: string): string {
    return this.has(key) ? this.#read(key, isText, RULES.notes, '') : '';
  }

  /** A text that is sent as it is, so that it must fit into a message. */
  short(key: string): string {
    const text = this.text(key);
    if (Array.from(text).length > MAX_SHORT) this.fault(key, RULES.short);
    return text;
  }

  id(key: string): string {
    return this.#read(key, (value): value is string => typeof value === 'string' && ID.test(value), RULES.id, '');
  }

  phone(key: string): string {
    return this.#read(key, isPhone, RULES.phone, '');
  }

  amount(key: string): number {
    return this.#read(key, (value) => typeof value === 'number' && value >= 0, RULES.amount, 0);
  }

  count(key: string): number {
    return this.#read(key, (value) => Number.isInteger(value) && Number(value) >= 0, RULES.count, 0);
  }

  flag(key: string): boolean {
    return this.#read(key, (value) => typeof value === 'boolean', RULES.flag, false);
  }

  object(key: string, known: readonly string[] | null): Item {
    if (this.#void) return this;
    return this.#faults.object(this.get(key), this.at(key), known);
  }

  /** A list, each of its entries read by `read`. */
  list<T>(key: string, read: (value: unknown, path: string) => T): readonly T[] {
    const value = this.get(key);
    if (Array.isArray(value)) return value.map((item: unknown, i) => read(item, `${this.at(key)}[${String(i)}]`));
    this.fault(key, RULES.list);
    return [];
  }

  /** Texts, each only once; absent counts as none. */
  texts(key: string): readonly string[] {
    if (!this.has(key)) return [];
    const texts = this.list(key, (value, path) => this.#faults.text(value, path));
    this.once(key, texts);
    return texts;
  }

  /** Notes what a list holds twice. */
  once(key: string, values: readonly (string | number)[]): void {
    values.forEach((value, i) => {
      const again = value !== '' && values.indexOf(value) < i;
      if (again) this.#faults.add(`${this.at(key)}[${String(i)}]`, value, RULES.once);
    });
  }

  #read<T>(key: string, fits: (value: unknown) => boolean, rule: Rule, instead: T): T {
    const value = this.get(key);
    if (fits(value)) return value as T;
    this.fault(key, rule);
    return instead;
  }
}
