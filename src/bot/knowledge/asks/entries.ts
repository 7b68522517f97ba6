import { type Normalised, normalise } from '../../understanding/normalise.ts';
import { holidayOn } from '../days/asked-day.ts';
import { HOLIDAY_WORDS } from '../days/holidays.lists.ts';
import { chancesOf } from '../faq/confidence.ts';
import { type Faq, type Found, rankFaq } from '../faq/index.ts';
import type { Frames } from '../frames/frames.types.ts';
import type { KnowledgeReply, Topic } from '../inquiry.types.ts';
import type { FaqEntry } from '../knowledge.types.ts';
import type { Desk } from '../tables/desk.ts';
import { ATTRIBUTES, TELLS } from './attributes.lists.ts';
import { completedBy } from './elliptical.ts';
import { askedOfThing, followUpOf, holdsWords, thingsIn } from './follow-up.ts';

/** What answering from the entries needs. */
export interface FaqDesk {
  readonly faq: Faq;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly frames: Frames;
  readonly updatedOn: string;
  /** What an entity is called, for questions that leave it out. */
  readonly nameOf: (entity: string) => readonly string[];
}

/**
 * The chances from which an entry is given, and from which up to three are offered. With each phrasing of the demo base left
 * out the first gives three answers in a hundred that are another entry's; a question that nothing fits passes the second
 * one time in five, the first one time in thirty.
 */
const GIVEN = 0.91;
const OFFERED = 0.55;
/** The same for a question that goes on with the last entry: what it leaves out is known. */
const CONTINUED = 0.6;
/** … where the new words alone are near to nothing. */
const CONTINUED_ALONE = 0.45;
const NOTHING_NEAR = 0.2;
/** An entry is given again, whatever others there are, if the new words alone lie so near to it beside the nearest. */
const AGAIN = 0.6;
/** One of the same kind is given where it leads the others of it so far, and lies so near beside the nearest of all. */
const KIN_LEAD = 0.8;
const KIN_NEAR = 0.55;
const MOST_OF_ITS_OWN = 6;
/** The same for a text that asks nothing by its words (挂个号). */
const OFFERED_UNASKED = 0.7;
const MOST_CHOICES = 3;
const LEAST_CHOICES = 2;
/** An entry so far behind the best is not offered beside it. */
const FAR_BEHIND = 1.6;
/** What is offered shares so much with the question, or lies so near to it. */
const SHARED = 0.1;
const VERY_NEAR = 0.6;
/** From this chance the only entry that may be meant is given. */
const ALONE = 0.84;

/** An entry that answers the text, up to three that may, or nothing. */
export function faqReply(desk: FaqDesk, text: string, topic: Topic | null, asks: boolean): KnowledgeReply {
  const ranking = rankFaq(desk.faq, text, desk.today);
  const { first, three } = chancesOf(ranking);
  if (first < GIVEN && topic !== null) {
    const goesOn = toldBefore(desk, text, topic) ?? continuedReply(desk, text, topic);
    if (goesOn !== undefined) return goesOn;
  }
  const asked = ranking.slice(0, MOST_CHOICES).find(({ entry }) => isWordFor(entry, text));
  if (first >= GIVEN || asked !== undefined) return answered(desk, asked ?? ranking[0]);
  const only = onlyOneTells(desk, ranking, text);
  if (only !== undefined) return replyOf(desk, only);
  if (three < (asks ? OFFERED : OFFERED_UNASKED)) return { type: 'unanswered' };
  return kinOffered(desk, ranking, topic) ?? offered(desk, ranking, first);
}

/** 外卖放哪里: of all entries one names the thing and tells what is asked of it, and it is among the nearest. */
function onlyOneTells({ faq, today }: FaqDesk, ranking: readonly Found[], text: string): FaqEntry | undefined {
  const tells = SEVERAL_CLAUSES.test(text) ? null : askedOfThing(text);
  if (tells === null) return undefined;
  const valid = faq.words.entries.map(({ entry }) => entry).filter((entry) => (entry.validUntil ?? today) >= today);
  const [only, ...others] = valid.filter(tells);
  const near = ranking.slice(0, MOST_CHOICES).some(({ entry }) => entry.id === only?.id);
  return near && others.length === 0 ? only : undefined;
}

const SEVERAL_CLAUSES = /[,。?!;].*\S/;

/** Of the nearest the one of the same kind as the entry before, if no other holds more of the words. */
function kinOffered(desk: FaqDesk, ranking: readonly Found[], topic: Topic | null): KnowledgeReply | undefined {
  const last = desk.faq.words.entries.find(({ entry }) => topic?.entities.includes(`faq:${entry.id}`))?.entry;
  const nearest = ranking.slice(0, MOST_CHOICES);
  const [kin, ...others] = nearest.filter(({ entry }) => entry.topic === last?.topic && entry.id !== last.id);
  if (last === undefined || kin === undefined || others.length > 0) return undefined;
  const holdsMost = nearest.every(({ covered }) => covered <= kin.covered);
  return holdsMost && kin.fused >= KIN_NEAR * (nearest[0]?.fused ?? 0) ? replyOf(desk, kin.entry) : undefined;
}

/** An entry that tells a price, and names something of what the price is asked of. */
export function tellsPriceOf({ faq }: FaqDesk, id: string, { text, clauses }: Normalised): boolean {
  const entry = faq.words.entries.find((one) => `faq:${one.entry.id}` === id)?.entry;
  if (entry === undefined) return true;
  const at = clauses.findIndex((one) => PRICE.test(one.text));
  const clause = clauses[at]?.text ?? text;
  // 洗澡抚触做不做，这个另外收钱吗: the thing stands before.
  const told = THIS.test(clause) ? `${clauses[at - 1]?.text ?? ''},${clause}` : clause;
  const things = thingsIn(told).flatMap((thing) => Array.from(thing));
  const words = `${entry.question}${entry.askedAs.join('')}${entry.answer}`.toLowerCase();
  const held = things.filter((character) => words.includes(character)).length;
  return held >= SAME_THING * things.length && (TELLS.price?.test(entry.answer) ?? true);
}
const PRICE = ATTRIBUTES.find(([attribute]) => attribute === 'price')?.[1] ?? /$^/;
const THIS = /^(?:这|那|它)/;
/** Share of the characters of a thing that an entry on it holds at least. */
const SAME_THING = 0.5;

/** 在哪栋楼打, 打车多少钱, 礼拜六去行不行 after an entry that tells just that: it is that one which is asked on. */
export function toldBefore(desk: FaqDesk, text: string, { entities }: Topic): KnowledgeReply | undefined {
  const asked = followUpOf(text) ?? followUpOf(text.split(',')[0] ?? '');
  const ids = asked === null ? [] : entities.filter((entity) => entity.startsWith('faq:'));
  const entries = ids.flatMap((id) => desk.faq.words.entries.find((one) => `faq:${one.entry.id}` === id)?.entry ?? []);
  const tells = (entry: FaqEntry): boolean =>
    asked?.(entry) === true && (entry.validUntil === undefined || entry.validUntil >= desk.today);
  const found = entries.find(tells) ?? kinThatTells(desk, text, entries[0], tells);
  return found === undefined ? undefined : replyOf(desk, found);
}

/** 一页几毛钱 after who may have records copied: another entry of the same kind tells it. */
function kinThatTells(
  { faq, today }: FaqDesk,
  text: string,
  last: FaqEntry | undefined,
  tells: (entry: FaqEntry) => boolean,
): FaqEntry | undefined {
  if (last === undefined || !NAMES_MEASURE.test(text)) return undefined;
  const ranking = rankFaq(faq, completedBy(last.question, text), today);
  return kinOf(ranking, last.topic).find(({ entry }) => entry.id !== last.id && tells(entry))?.entry;
}
const NAMES_MEASURE = /[一每](?:页|张|次|天|晚|针|份|个|小时)/;

/**
 * The answer to a text made whole by the entry that was talked about. Its old question draws that entry near whatever is asked
 * now: it is given once more only where the new words lie near to it as well, or to no other.
 */
export function continuedReply(desk: FaqDesk, text: string, topic: Topic): KnowledgeReply | undefined {
  const ranking = continuing(desk, text, topic);
  const [best] = ranking ?? [];
  if (ranking === undefined || best === undefined) return undefined;
  const { first } = chancesOf(ranking);
  const same = topic.entities.includes(`faq:${best.entry.id}`);
  if (!same && first >= CONTINUED) return replyOf(desk, best.entry);
  return onceMore(desk, { best, first }, text, topic);
}

/** The entry of before, where the text is for it; else its kin. */
function onceMore(
  desk: FaqDesk,
  { best, first }: { readonly best: Found; readonly first: number },
  text: string,
  topic: Topic,
): KnowledgeReply | undefined {
  const alone = rankFaq(desk.faq, text, desk.today);
  const sure = first >= (chancesOf(alone).three < NOTHING_NEAR ? CONTINUED_ALONE : CONTINUED);
  if (sure && isMeantAgain(best.entry, alone, text)) return replyOf(desk, best.entry);
  if (chancesOf(alone).three >= OFFERED) return undefined;
  // What says much of its own, and is near to nothing, is no word on the same once more.
  const bare = thingsIn(text).join('').length <= MOST_OF_ITS_OWN;
  return kinReply(desk, alone, topic) ?? (sure && bare ? replyOf(desk, best.entry) : undefined);
}

function isMeantAgain(entry: FaqEntry, alone: readonly Found[], text: string): boolean {
  const own = alone.find((found) => found.entry.id === entry.id);
  return (own?.fused ?? 0) >= AGAIN * (alone[0]?.fused ?? 0) || holdsWords(entry, text);
}

/** 要自己带被子吗 after how to be admitted: the entry of the same kind that stands out, though others may lie as near. */
function kinReply(desk: FaqDesk, alone: readonly Found[], { entities }: Topic): KnowledgeReply | undefined {
  const last = desk.faq.words.entries.find(({ entry }) => entities.includes(`faq:${entry.id}`))?.entry;
  if (last === undefined) return undefined;
  const [best, second] = kinOf(alone, last.topic);
  if (best === undefined || best.entry.id === last.id || !isSpecific(best)) return undefined;
  const leads = best.fused - (second?.fused ?? 0) >= KIN_LEAD;
  return leads && best.fused >= KIN_NEAR * (alone[0]?.fused ?? 0) ? replyOf(desk, best.entry) : undefined;
}

function kinOf(ranking: readonly Found[], kind: string): readonly Found[] {
  return ranking.filter(({ entry }) => entry.topic === kind);
}

/** The ranking of a text made whole by the entry that was talked about. */
function continuing({ faq, today, nameOf }: FaqDesk, text: string, { entities }: Topic): readonly Found[] | undefined {
  const id = entities.find((entity) => entity.startsWith('faq:'))?.slice('faq:'.length);
  const thing = entities.flatMap((entity) => nameOf(entity))[0];
  if (id === undefined && thing !== undefined) return rankFaq(faq, `${thing} ${text}`, today);
  const entry = id === undefined ? undefined : faq.words.entries.find((one) => one.entry.id === id)?.entry;
  return entry === undefined ? undefined : rankFaq(faq, completedBy(entry.question, text), today);
}

function answered(desk: FaqDesk, found: Found | undefined): KnowledgeReply {
  return found === undefined ? { type: 'unanswered' } : replyOf(desk, found.entry);
}

function replyOf({ frames, updatedOn }: FaqDesk, { id, answer }: FaqEntry): KnowledgeReply {
  const source = { id: `faq:${id}`, updatedOn };
  const topic = { entities: [source.id], attribute: null, day: null };
  return { type: 'answer', text: frames.entry(answer), sources: [source], topic };
}

/** The entry of a choice that was taken; undefined when it may not be given any more. */
export function entryReply(desk: FaqDesk, id: string): KnowledgeReply | undefined {
  const entry = desk.faq.words.entries.find((one) => one.entry.id === id)?.entry;
  const valid = entry !== undefined && (entry.validUntil === undefined || entry.validUntil >= desk.today);
  return valid ? replyOf(desk, entry) : undefined;
}

/** The question is the very one that an entry answers, however near others lie. */
function isWordFor({ question, askedAs }: FaqEntry, text: string): boolean {
  return [question, ...askedAs].some((words) => normalise(words).text.replace(MARKS, '') === text.replace(MARKS, ''));
}
const MARKS = /[\s,.?!，。？！]/g;

function offered(desk: FaqDesk, ranking: readonly Found[], first: number): KnowledgeReply {
  const best = ranking[0]?.fused ?? 0;
  const near = ranking
    .slice(0, MOST_CHOICES)
    .filter((found, i) => i === 0 || (best - found.fused < FAR_BEHIND && isSpecific(found)));
  const [only] = near;
  if (only === undefined || !near.some(isSpecific)) return { type: 'unanswered' };
  if (near.length === 1 && first >= ALONE) return answered(desk, only);
  const shown = near.length < LEAST_CHOICES ? ranking.slice(0, LEAST_CHOICES) : near;
  const choices = shown.map(({ entry }) => ({ id: `faq:${entry.id}`, label: entry.question }));
  return {
    type: 'choose',
    about: 'entry',
    choices,
    topic: { entities: first >= CONTINUED ? choices.slice(0, 1).map(({ id }) => id) : [], attribute: null, day: null },
  };
}

function isSpecific({ closest, near }: Found): boolean {
  return closest >= SHARED || near >= VERY_NEAR;
}

/**
 * What the hospital tells of the asked holiday: its own entry if it is for that year, else the one on holidays in general. Of a
 * day that only lies near a holiday an own entry tells, and no general one.
 */
export function holidayEntry(desk: FaqDesk, { asked }: Desk): KnowledgeReply | undefined {
  if (asked === null || asked.now) return undefined;
  const [day] = asked.days;
  const dated = day === undefined ? null : holidayOn(day);
  const holiday = asked.holiday ?? dated?.id;
  if (holiday === undefined) return undefined;
  const own = entriesOn(desk, holiday).find((entry) => isForYear(entry, day?.date.slice(0, 4)));
  const sure = asked.holiday !== null || dated?.sure === true;
  const entry = own ?? (sure ? entriesOn(desk, 'other')[0] : undefined);
  return entry === undefined ? undefined : replyOf(desk, entry);
}

/** A question that names a year is for that year only. */
function isForYear({ question }: FaqEntry, year: string | undefined): boolean {
  const told = /20\d\d/.exec(question)?.[0];
  return told === undefined || year === undefined || told === year;
}

function entriesOn({ faq, today }: FaqDesk, holiday: string): readonly FaqEntry[] {
  const words = HOLIDAY_WORDS.find(([id]) => id === holiday)?.[1];
  const others = HOLIDAY_WORDS.filter(([id]) => id !== holiday && id !== 'other').map(([, other]) => other);
  return faq.words.entries
    .map(({ entry }) => entry)
    .filter(({ question, validUntil }) => {
      const about = words?.test(question) === true && /门诊|看病|医院|安排|开/.test(question);
      return (
        about && !others.some((other) => other.test(question)) && (validUntil === undefined || validUntil >= today)
      );
    });
}
