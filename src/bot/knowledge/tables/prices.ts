import { type Attribute, QUALIFIERS } from '../asks/attributes.lists.ts';
import type { Mention } from '../entities/entities.types.ts';
import type { Named } from '../frames/frames.types.ts';
import type { Price } from '../knowledge.types.ts';
import { departmentFact } from './departments.ts';
import { type Desk, type Fact, fact } from './desk.ts';

/** So many others of a group are told beside the plain one, and so many in one list. */
const MOST_OTHERS = 3;
const MOST_LISTED = 8;
const MOST_CHOICES = 3;
/** What marks the item that a general word means. */
const TELLS_RESULT = /结果|报告/;
const PLAIN = /普通|平扫|常规|一般/;

/** What the price list says of the items a word may mean. */
export function priceFact(desk: Desk, mention: Mention, attribute: Attribute | null): Fact | undefined {
  const items = itemsOf(desk, mention);
  const [first] = items.exact.length > 0 ? items.exact : items.others;
  if (first === undefined) return undefined;
  if (attribute === 'result') return resultFact(desk, mention, items.exact);
  if (attribute === 'place') return placeFact(desk, mention, [...items.exact, ...items.others]);
  if (attribute !== null && attribute !== 'price' && attribute !== 'insurance') return undefined;
  // 挂号 alone asks for no price.
  const general = mention.candidates.length > 1 && mention.candidates.every(({ via }) => via === 'lay');
  if (attribute === null && general) return undefined;
  return several(desk, mention, items, attribute);
}

/** 拍片子在哪栋楼: where the one department is that all the items belong to. An entry on the item itself knows better. */
function placeFact(desk: Desk, { word }: Mention, items: readonly Price[]): Fact | undefined {
  const [first] = items;
  const id = first?.department;
  const said = word === '' ? (first?.name.toLowerCase() ?? '') : word;
  const told = desk.tables.knowledge.faq.some(
    ({ question, answer }) => question.toLowerCase().includes(said) && TELLS_PLACE.test(answer),
  );
  if (told || first === undefined || items.some(({ department }) => department !== id)) return undefined;
  const department = id === undefined ? undefined : desk.tables.departments.get(id);
  const found = department === undefined ? undefined : departmentFact({ ...desk, ward: false }, department, 'place');
  return found?.type === 'fact' ? { ...found, entities: [`price:${first.id}`, ...found.entities] } : undefined;
}
const TELLS_PLACE = /楼|层|窗口/;

/** When the result comes, where the remark on the one examination that is meant tells. */
function resultFact(desk: Desk, { word }: Mention, exact: readonly Price[]): Fact | undefined {
  const [only, second] = exact;
  if (only === undefined || second !== undefined || !TELLS_RESULT.test(only.notes)) return undefined;
  return fact(desk, `price:${only.id}`, [desk.frames.price(saidFor(only, word))]);
}

interface Items {
  readonly exact: readonly Price[];
  readonly others: readonly Price[];
}

/** Several items named one after the other. */
export function pricesFact(desk: Desk, mentions: readonly Mention[]): Fact | undefined {
  const all = mentions.flatMap((mention) => {
    const { exact, others } = itemsOf(desk, mention);
    return exact.length > 0 ? exact : others;
  });
  const items = all.filter((item, i) => all.indexOf(item) === i);
  if (items.length < 2 || items.length > MOST_LISTED) return undefined;
  const entities = items.map(({ id }) => `price:${id}`);
  const sources = entities.map((id) => ({ id, updatedOn: desk.tables.knowledge.updatedOn }));
  return { type: 'fact', text: desk.frames.prices(items), entities, sources };
}

/** 连肠镜一块做 after 无痛胃镜: the one item that is both, sorted as the last one was. */
export function bothFact(desk: Desk, { word }: Mention, id: string): Fact | undefined {
  const last = desk.tables.prices.get(id);
  if (last === undefined || !TOGETHER.test(desk.text)) return undefined;
  const both = [...desk.tables.prices.values()].filter(
    ({ name }) => name !== last.name && name.includes(last.name.slice(-2)) && name.includes(word.slice(-2)),
  );
  const alike = both.filter(({ name }) =>
    QUALIFIERS.every(([, mark]) => name.includes(mark) === last.name.includes(mark)),
  );
  const [only, ...others] = alike.length > 0 ? alike : both;
  return only === undefined || others.length > 0
    ? undefined
    : fact(desk, `price:${only.id}`, [desk.frames.price(saidFor(only, ''))]);
}
const TOGETHER = /连|一块|一起|一道|一并|同时|加上|再加|both|together/;

/** The item beside the last one that a qualifier names: 无痛的呢 after 普通胃镜. */
export function siblingOf({ tables, text }: Desk, id: string): Price | undefined {
  const last = tables.prices.get(id);
  const wanted = QUALIFIERS.find(([words]) => words.test(text))?.[1];
  if (last === undefined || wanted === undefined) return undefined;
  const end = last.name.slice(-2);
  return [...tables.prices.values()].find(({ name }) => name.includes(wanted) && name.endsWith(end));
}

function itemsOf(desk: Desk, mention: Mention): Items {
  const items = allItems(desk, mention);
  const wanted = QUALIFIERS.find(([words]) => words.test(desk.text))?.[1];
  const meant =
    wanted === undefined ? [] : [...items.exact, ...items.others].filter(({ name }) => name.includes(wanted));
  const called = meant.filter(({ name }) => name === `${wanted ?? ''}${mention.word}`);
  if (called.length > 0) return { exact: called, others: meant.filter((item) => !called.includes(item)) };
  return meant.length === 0 || mention.word.includes(wanted ?? '') ? items : { exact: meant, others: [] };
}

function allItems({ tables }: Desk, { candidates }: Mention): Items {
  const of = (lay: boolean) =>
    candidates.filter(({ via }) => (via === 'lay') === lay).flatMap(({ id }) => tables.prices.get(id) ?? []);
  const [exact, others] = [of(false), of(true)];
  if (exact.length > 0 || others.length <= 1) return { exact, others };
  const plain = others.filter(({ name }) => PLAIN.test(name));
  return plain.length === 1
    ? { exact: plain, others: others.filter((item) => !plain.includes(item)) }
    : { exact, others };
}

function several(desk: Desk, { word }: Mention, { exact, others }: Items, attribute: Attribute | null): Fact {
  const { frames } = desk;
  const [only, second] = exact;
  const entity = (items: readonly Price[]) => items.map(({ id }) => `price:${id}`);
  const sources = (items: readonly Price[]) =>
    entity(items).map((id) => ({ id, updatedOn: desk.tables.knowledge.updatedOn }));
  if (only !== undefined && second === undefined) {
    const said = saidFor(only, word);
    if (attribute === 'insurance') return fact(desk, `price:${only.id}`, [frames.insurance(said)]);
    const more = others.length > 0 && others.length <= MOST_OTHERS ? [frames.otherPrices(others)] : [];
    if (others.length <= MOST_OTHERS) return fact(desk, `price:${only.id}`, [frames.price(said), ...more]);
  }
  const all = [...exact, ...others];
  const [single] = all;
  if (all.length === 1 && single !== undefined) {
    const said = saidFor(single, word);
    return fact(desk, `price:${single.id}`, [attribute === 'insurance' ? frames.insurance(said) : frames.price(said)]);
  }
  if (all.length > MOST_LISTED || attribute === 'insurance')
    return {
      type: 'choose',
      about: 'item',
      choices: all.slice(0, MOST_CHOICES).map(({ id, name }) => ({ id: `price:${id}`, label: name })),
    };
  return { type: 'fact', text: frames.prices(all), entities: entity(all), sources: sources(all) };
}

function saidFor(item: Price, word: string): Price & Named {
  return { ...item, said: /[a-z]/.test(word) ? word : '' };
}
