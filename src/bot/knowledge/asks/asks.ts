import type { Normalised } from '../../understanding/normalise.ts';
import { readExpressions } from '../../understanding/time/expressions.ts';
import type { Entities, Mention } from '../entities/entities.types.ts';
import {
  ATTRIBUTES,
  type Attribute,
  FILLERS,
  OF_DEADLINE,
  OF_RESULTS,
  QUALIFIERS,
  WARD,
  WHERE_BY_NIGHT,
} from './attributes.lists.ts';

/** A stretch of a message that asks something, with what it names. */
export interface Ask {
  readonly attribute: Attribute | null;
  readonly mentions: readonly Mention[];
  readonly ward: boolean;
}

/** A message as the tables see it. */
export interface Reading {
  readonly asks: readonly Ask[];
  readonly mentions: readonly Mention[];
  /** How much the text holds beside entities, attributes, days and words that carry nothing; in characters of Chinese. */
  readonly rest: number;
}

/** A word of Latin letters weighs as three characters. */
const WORD_WEIGHT = 3;

/** Reads what a normalised message asks, clause by clause; what a clause does not name it takes from the others. */
export function readAsks(n: Normalised, entities: Entities): Reading {
  const { departments, doctors, offices, prices, hours, hospital } = entities;
  const all: readonly Mention[] = [...departments, ...doctors, ...offices, ...prices, ...hours, ...hospital];
  const mentions = [...all].sort((a, b) => a.start - b.start);
  const clauses = n.clauses.length === 0 ? [{ start: 0, end: n.text.length, text: n.text }] : n.clauses;
  const asks: Ask[] = [];
  let last: readonly Mention[] = [];
  for (const { start, end, text } of clauses) {
    const own = mentions.filter((mention) => mention.start >= start && mention.start < end);
    const named = own.some(({ kind }) => kind !== 'hospital') || last.length === 0 ? own : last;
    if (own.length > 0) last = own;
    for (const attribute of attributesIn(text, own)) asks.push({ attribute, mentions: named, ward: WARD.test(text) });
  }
  const complete = asks.map((ask) =>
    ask.mentions.length > 0 ? ask : { ...ask, mentions: ofOthers(ask, asks, mentions) },
  );
  return { asks: complete, mentions, rest: restOf(n.text, mentions) };
}

/** A clause that names nothing is about what the next names, or what the message names at all. */
function ofOthers(ask: Ask, asks: readonly Ask[], mentions: readonly Mention[]): readonly Mention[] {
  return asks.slice(asks.indexOf(ask)).find((other) => other.mentions.length > 0)?.mentions ?? mentions;
}

/** What a clause asks; "在几楼" is one attribute though several words say so, and what stands inside a name asks nothing. */
function attributesIn(text: string, own: readonly Mention[]): readonly Attribute[] {
  const all = ATTRIBUTES.filter(([, words]) => words.test(text)).map(([attribute]) => attribute);
  const found = OF_RESULTS.test(text) || OF_DEADLINE.test(text) ? without(all, 'hours') : all;
  if (WHERE_BY_NIGHT.test(text)) return ['hours'];
  const doctor = own.some(({ kind }) => kind === 'doctor');
  if (found.includes('clinic') && !doctor && !own.some(({ kind }) => kind === 'department'))
    return without(found, 'clinic').length > 0 ? without(found, 'clinic') : ['hours'];
  // 几点, 时间 beside a stronger word only repeats it (出诊时间, 有哪些医生上班).
  const strong = found.filter((attribute) => attribute !== 'hours' && attribute !== 'bookable');
  if (strong.some((attribute) => attribute === 'clinic' || attribute === 'doctors')) return strong.slice(0, 1);
  return found.slice(0, 2);
}

function without(list: readonly Attribute[], left: Attribute): readonly Attribute[] {
  return list.filter((attribute) => attribute !== left);
}

/** Attributes and qualifiers, wherever they stand. */
const CARRYING = [...ATTRIBUTES, ...QUALIFIERS].map(([, words]) => new RegExp(words, 'g'));

function restOf(text: string, mentions: readonly Mention[]): number {
  const units = Array.from(text);
  const blank = (start: number, end: number) => units.fill(' ', start, end);
  for (const { start, end } of mentions) blank(start, end);
  for (const { start, end, day, part, clock } of readExpressions(text))
    if (day !== undefined || part !== undefined || clock !== undefined) blank(start, end);
  let plain = units.join('');
  for (const words of CARRYING) plain = plain.replace(words, ' ');
  plain = plain.replace(FILLERS, ' ');
  return (plain.match(/[\u3400-\u9fff]/g)?.length ?? 0) + WORD_WEIGHT * (plain.match(/[a-z]{3,}/g)?.length ?? 0);
}
