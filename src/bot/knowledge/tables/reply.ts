import type { Ask, Reading } from '../asks/asks.ts';
import type { Attribute } from '../asks/attributes.lists.ts';
import { goesOn, saysGoesOn } from '../asks/elliptical.ts';
import { askedDayOf } from '../days/asked-day.ts';
import type { Mention } from '../entities/entities.types.ts';
import type { KnowledgeReply, Topic } from '../inquiry.types.ts';
import { specialistsFact } from './doctors.ts';
import { type Desk, type Fact, factFor, factOf, targetOf } from './index.ts';
import { siblingOf } from './prices.ts';

/** Asks where in the house, so not for the house. */
const FLOOR = /几楼|几层|哪一?层|哪一?楼|哪栋|哪个窗口|floor/;

/** What the tables say to a whole message. */
export interface TableReply {
  readonly reply: KnowledgeReply | undefined;
  /** It asks when something is open: a holiday may have an entry of its own. */
  readonly hours: boolean;
}

/** At most so many questions of a message are answered. */
const MOST_ASKS = 2;
/** Of what an attribute without any entity is asked back. */
const LACKING: Partial<Record<Attribute, 'department' | 'doctor' | 'item'>> = {
  price: 'item',
  insurance: 'item',
  clinic: 'doctor',
  place: 'department',
  phone: 'department',
  intro: 'department',
  doctors: 'department',
};

/** Answers every ask of a message, with what the last topic was where the message leaves something out. */
export function tableReply(desk: Desk, reading: Reading, topic: Topic | null): TableReply {
  const asks = completed(desk, reading, topic);
  const hours = asks.some(({ attribute }) => attribute === 'hours' || attribute === 'clinic');
  const found = asks.slice(0, MOST_ASKS).map((ask) => factIn(desk, ask, topic));
  const open = found.find((one): one is Exclude<Fact, { type: 'fact' }> => one !== undefined && one.type !== 'fact');
  const facts = found.filter((one): one is Fact & { type: 'fact' } => one?.type === 'fact');
  const [ask] = asks;
  if (open !== undefined) return { reply: asking(open, desk, ask), hours };
  // One question of two without its fact: an entry may answer both.
  if (facts.length === 0 || facts.length < Math.min(asks.length, MOST_ASKS)) return { reply: undefined, hours };
  return { reply: answering(desk, facts, ask), hours };
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
  const distinct = asks.filter((ask, i) => asks.findIndex((one) => same(one, ask)) === i);
  if (distinct.length > 0) return distinct;
  const follows = topic !== null && goesOn(desk.text);
  const sibling = follows ? topicSibling(desk, topic) : undefined;
  if (sibling !== undefined && mentions.length === 0) return [{ attribute: 'price', mentions: [], ward: false }];
  const named = mentions.filter(({ kind, candidates }) => kind !== 'hospital' && candidates.length > 0);
  const last = follows ? (topic.attribute as Attribute | null) : null;
  if (named.length > 0) {
    const attribute = last ?? (desk.asked === null ? null : 'hours');
    return [{ attribute, mentions: named, ward: desk.ward }];
  }
  if (desk.asked === null) return [];
  return [{ attribute: last === 'clinic' ? 'clinic' : 'hours', mentions, ward: desk.ward }];
}

function same(one: Ask, other: Ask): boolean {
  return one.attribute === other.attribute && one.mentions[0] === other.mentions[0];
}

function factIn(desk: Desk, ask: Ask, topic: Topic | null): Fact | undefined {
  const target = targetOf(ask);
  const follows = topic !== null && goesOn(desk.text);
  if (target !== undefined && target.kind !== 'hospital') {
    const joined = follows ? alsoFor(desk, target, topic) : undefined;
    return joined ?? factFor(desk, ask);
  }
  if (follows && (target === undefined || saysGoesOn(desk.text))) {
    const continued = ofTopic(desk, ask, topic);
    if (continued !== undefined) return continued;
  }
  if (target !== undefined) return factFor(desk, ask);
  const specialists = ask.attribute === 'doctors' ? factFor(desk, ask) : undefined;
  return specialists ?? lacking(desk, ask);
}

/** The price beside the last one that a qualifier of the text names. */
function topicSibling(desk: Desk, topic: Topic): string | undefined {
  const id = topic.entities.find((entity) => entity.startsWith('price:'))?.slice('price:'.length);
  const item = id === undefined ? undefined : siblingOf(desk, id);
  return item === undefined || item.id === id ? undefined : `price:${item.id}`;
}

/** The same of what was talked about last, on the day of then if none is named. */
function ofTopic(desk: Desk, { attribute }: Ask, topic: Topic): Fact | undefined {
  const before = topic.day === null ? null : askedDayOf(topic.day, desk.today);
  const asked =
    desk.asked?.days.length === 0 && before !== null ? { ...before, part: desk.asked.part } : (desk.asked ?? before);
  const sibling = attribute === 'price' ? topicSibling(desk, topic) : undefined;
  if (sibling !== undefined) return factOf(desk, sibling, attribute);
  const department = topic.entities.find((entity) => entity.startsWith('department:'))?.slice('department:'.length);
  if (attribute === 'doctors' && department !== undefined) {
    const specialists = specialistsFact(desk, department);
    if (specialists !== undefined) return specialists;
  }
  const timely = attribute === 'hours' || attribute === 'clinic' ? { ...desk, asked } : desk;
  for (const entity of topic.entities) {
    const found = entity.startsWith('faq:') ? undefined : factOf(timely, entity, attribute);
    if (found !== undefined) return found;
  }
  return undefined;
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
