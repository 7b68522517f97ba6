import type { Ask, Reading } from '../asks/asks.ts';
import { ASKING, type Attribute } from '../asks/attributes.lists.ts';
import { goesOn, saysGoesOn } from '../asks/elliptical.ts';
import { type AskedDay, askedDayOf } from '../days/asked-day.ts';
import type { Mention } from '../entities/entities.types.ts';
import type { KnowledgeReply, Topic } from '../inquiry.types.ts';
import { specialistsFact } from './doctors.ts';
import { type Desk, type Fact, factFor, factOf, GENERAL, targetOf } from './index.ts';
import { bothFact, siblingOf } from './prices.ts';

/** Asks where in the house, so not for the house. */
const FLOOR = /几楼|几层|哪一?层|哪一?楼|哪栋|哪个窗口|floor/;

/** What the tables say to a whole message. */
export interface TableReply {
  readonly reply: KnowledgeReply | undefined;
  /** Of two questions the one that the tables answer. */
  readonly half: KnowledgeReply | undefined;
  /** It asks when something is open: a holiday may have an entry of its own. */
  readonly hours: boolean;
  /** It is about the hospital as a whole, or about seeing a doctor at all: any other word may mean something else. */
  readonly general: boolean;
}

/** At most so many questions of a message are answered. */
const MOST_ASKS = 2;
const MOST_BESIDES = 1;
/** Of what an attribute without any entity is asked back. */
export const LACKING: Partial<Record<Attribute, 'department' | 'doctor' | 'item'>> = {
  price: 'item',
  insurance: 'item',
  clinic: 'doctor',
  place: 'department',
  phone: 'department',
  intro: 'department',
  doctors: 'department',
  result: 'item',
};

/** Answers every ask of a message, with what the last topic was where the message leaves something out. */
export function tableReply(desk: Desk, reading: Reading, topic: Topic | null): TableReply {
  const asks = completed(desk, reading, topic);
  const general = topic === null || !goesOn(desk.text) ? asks.every(isGeneral) : false;
  const hours = asks.some(({ attribute }) => attribute === 'hours' || attribute === 'clinic');
  const found = asks.slice(0, MOST_ASKS).map((ask) => factIn(desk, ask, topic));
  const open = found.find((one): one is Exclude<Fact, { type: 'fact' }> => one !== undefined && one.type !== 'fact');
  const facts = found.filter((one): one is Fact & { type: 'fact' } => one?.type === 'fact');
  const [ask] = asks;
  if (open !== undefined) return { reply: asking(open, desk, ask), half: undefined, hours, general };
  // One question of two without its fact: an entry may answer both.
  const told = facts.length === 0 ? undefined : answering(desk, facts, ask);
  if (facts.length < Math.min(asks.length, MOST_ASKS)) return { reply: undefined, half: told, hours, general };
  return { reply: told, half: undefined, hours, general };
}

function isGeneral(ask: Ask): boolean {
  const target = targetOf(ask);
  return target === undefined || target.kind === 'hospital' || (target.kind === 'hours' && GENERAL.test(target.word));
}

function asking(open: Exclude<Fact, { type: 'fact' }>, desk: Desk, ask: Ask | undefined): KnowledgeReply {
  return { ...open, topic: { entities: [], attribute: ask?.attribute ?? null, day: desk.asked?.key ?? null } };
}

function answering(desk: Desk, facts: readonly (Fact & { type: 'fact' })[], ask: Ask | undefined): KnowledgeReply {
  const texts = [...new Set(facts.map(({ text }) => text))];
  const entities = [...new Set(facts.flatMap((one) => one.entities))];
  const sources = facts.flatMap((one) => one.sources);
  const topic = { entities, attribute: ask?.attribute ?? null, day: desk.asked?.key ?? null };
  return { type: 'answer', text: desk.frames.sentence(texts), sources, topic };
}

/** The asks of a message; what names only a thing or a day asks what was asked before, or all in short. */
function completed(desk: Desk, reading: Reading, topic: Topic | null): readonly Ask[] {
  const { asks, mentions } = reading;
  const priced = asks.some(({ attribute }) => attribute === 'price');
  const distinct = asks.filter((ask, i) => asks.findIndex((one) => same(one, ask)) === i && !(priced && isTold(ask)));
  if (distinct.length > 0) return distinct;
  const last = topic !== null && goesOn(desk.text) ? topic : null;
  if (last !== null && mentions.length === 0 && topicSibling(desk, last) !== undefined)
    return [{ attribute: 'price', mentions: [], ward: false }];
  const named = mentions.filter(({ kind, candidates }) => kind !== 'hospital' && candidates.length > 0);
  return named.length > 0 ? ofNamed(desk, named, last) : ofDay(desk, mentions, last);
}

/** What insurance pays stands beside each price. */
function isTold({ attribute, mentions }: Ask): boolean {
  return attribute === 'insurance' && mentions.some(({ kind }) => kind === 'price');
}

function ofNamed(desk: Desk, named: readonly Mention[], last: Topic | null): readonly Ask[] {
  const attribute = (last?.attribute ?? (desk.asked === null ? null : 'hours')) as Attribute | null;
  const more = attribute === null && besides(desk.text, named) > MOST_BESIDES;
  return more ? [] : [{ attribute, mentions: named, ward: desk.ward }];
}

function ofDay(desk: Desk, mentions: readonly Mention[], last: Topic | null): readonly Ask[] {
  if (desk.asked === null || (last === null && !ASKING.test(desk.text))) return [];
  return [{ attribute: last?.attribute === 'clinic' ? 'clinic' : 'hours', mentions, ward: desk.ward }];
}

/** How much stands beside the names: with more than a word or two something is asked that is no attribute. */
function besides(text: string, named: readonly Mention[]): number {
  const plain = text.replace(/[^\u3400-\u9fffa-z0-9]|呢|的|那|吧|请问|我想|问一?下|看看?/g, '');
  // One word may name things of several kinds.
  const words = named.filter(({ start }, i) => named.findIndex((other) => other.start === start) === i);
  return plain.length - words.reduce((sum, { word }) => sum + word.replace(/[^\u3400-\u9fffa-z0-9]/g, '').length, 0);
}

function same(one: Ask, other: Ask): boolean {
  return one.attribute === other.attribute && one.mentions[0] === other.mentions[0];
}

function factIn(desk: Desk, ask: Ask, topic: Topic | null): Fact | undefined {
  const target = targetOf(ask);
  const last = goesOn(desk.text) ? topic : null;
  if (last !== null) {
    const continued = continuedFact(desk, ask, last);
    if (continued !== undefined) return continued;
  }
  if (target !== undefined) return factFor(desk, ask);
  // 在哪做 after a price: not where the hospital is.
  if (last?.entities.some((entity) => entity !== 'hospital') === true) return undefined;
  return (ask.attribute === 'doctors' ? factFor(desk, ask) : undefined) ?? lacking(desk, ask);
}

function continuedFact(desk: Desk, ask: Ask, last: Topic): Fact | undefined {
  const target = targetOf(ask);
  if (target?.kind === 'price') return bothFor(desk, target, last);
  if (target !== undefined && target.kind !== 'hospital') return alsoFor(desk, target, last);
  return target === undefined || saysGoesOn(desk.text) ? ofTopic(desk, ask, last) : undefined;
}

function bothFor(desk: Desk, target: Mention, { entities }: Topic): Fact | undefined {
  const id = entities.find((entity) => entity.startsWith('price:'))?.slice('price:'.length);
  return id === undefined ? undefined : bothFact(desk, target, id);
}

/** The price beside the last one that a qualifier of the text names. */
function topicSibling(desk: Desk, topic: Topic): string | undefined {
  const id = topic.entities.find((entity) => entity.startsWith('price:'))?.slice('price:'.length);
  const item = id === undefined ? undefined : siblingOf(desk, id);
  return item === undefined || item.id === id ? undefined : `price:${item.id}`;
}

/** The same of what was talked about last, on the day of then if none is named. */
function ofTopic(desk: Desk, { attribute }: Ask, topic: Topic): Fact | undefined {
  const sibling = attribute === 'price' ? topicSibling(desk, topic) : undefined;
  if (sibling !== undefined) return factOf(desk, sibling, attribute);
  const timely = attribute === 'hours' || attribute === 'clinic' ? { ...desk, asked: askedThen(desk, topic) } : desk;
  const entities = topic.entities.filter((entity) => !entity.startsWith('faq:'));
  const facts = entities.map((entity) => factAfter(timely, entity, attribute));
  return facts.find((found) => found !== undefined);
}

function factAfter(desk: Desk, entity: string, attribute: Attribute | null): Fact | undefined {
  const department = entity.startsWith('department:') ? entity.slice('department:'.length) : undefined;
  const specialists =
    attribute === 'doctors' && department !== undefined ? specialistsFact(desk, department) : undefined;
  return specialists ?? factOf(desk, entity, attribute);
}

/** The day that is asked; a part of the day alone is one of the day of before. */
function askedThen({ asked, today }: Desk, { day }: Topic): AskedDay | null {
  const before = day === null ? null : askedDayOf(day, today);
  if (asked === null || before === null) return asked ?? before;
  return asked.days.length === 0 && asked.holiday === null ? { ...before, part: asked.part, now: false } : asked;
}

/** 那ICU呢 after the visiting hours of the wards: the hours of the same thing at the named department. */
function alsoFor(desk: Desk, { kind, candidates }: Mention, topic: Topic): Fact | undefined {
  const id = topic.entities.find((entity) => entity.startsWith('hours:'))?.slice('hours:'.length);
  const label = id === undefined ? undefined : desk.tables.hours.get(id)?.label;
  if (kind !== 'department' || label === undefined || label === '门诊') return undefined;
  const names = candidates.flatMap(({ id: one }) => {
    const department = desk.tables.departments.get(one);
    return department === undefined ? [] : [department.name, ...department.aliases];
  });
  const also = desk.tables.knowledge.hospital.hours.find(
    (hours) => hours.label.endsWith(label.slice(-2)) && names.some((name) => hours.label.includes(name)),
  );
  return also === undefined ? undefined : factOf(desk, `hours:${also.id}`, 'hours');
}

/** An attribute of nothing: of the hospital if it has it, else asked back. */
function lacking(desk: Desk, { attribute, mentions }: Ask): Fact | undefined {
  if (attribute === null || mentions.some(({ kind }) => kind !== 'hospital')) return undefined;
  const whole = attribute === 'hours' || attribute === 'level' || attribute === 'phone';
  if (whole || (attribute === 'place' && !FLOOR.test(desk.text))) return factOf(desk, 'hospital', attribute);
  const about = LACKING[attribute];
  return about === undefined ? undefined : { type: 'which', about };
}
