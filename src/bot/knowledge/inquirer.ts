import { localDate, minuteOfDay } from '../../domain/zoned-time.ts';
import { endsOf, type Normalised, normalise } from '../understanding/normalise.ts';
import { type Reading, readAsks } from './asks/asks.ts';
import { ASKED_AS, ASKED_BARE, ASKING, type Attribute, TELLS, WARD } from './asks/attributes.lists.ts';
import { goesOn, saysGoesOn } from './asks/elliptical.ts';
import {
  continuedReply,
  entryReply,
  type FaqDesk,
  faqReply,
  holidayEntry,
  tellsPriceOf,
  toldBefore,
} from './asks/entries.ts';
import { taken } from './asks/taken.ts';
import { type AskedDay, askedDayOf, readAskedDay, readAskedHour } from './days/asked-day.ts';
import { readDate } from './days/dates.ts';
import { withCommonTimes } from './days/dialect.ts';
import { entitiesIn, indexEntities, type Mention } from './entities/index.ts';
import { buildFaq, type Faq } from './faq/index.ts';
import type { IntentModel } from './faq/intent-model.ts';
import { finish, framesFor } from './frames/index.ts';
import type { Inquiry, KnowledgeReply, Topic } from './inquiry.types.ts';
import type { Knowledge } from './knowledge.types.ts';
import { choiceOf, type Desk, factOf, GENERAL, type Tables, tablesOf } from './tables/index.ts';
import { LACKING, type TableReply, tableReply } from './tables/reply.ts';

/** Answers questions from the knowledge base. Pure; below 5 ms a question. */
export type Inquirer = (inquiry: Inquiry) => KnowledgeReply;

/** Of a longer message the beginning and the end are read. */
const HEAD = 400;
const TAIL = 200;
/** So much beside entity, attribute and day may a question hold that a table answers before any entry. */
const LITTLE = 2;
/** … and so much that it answers when no entry does. */
const SOME = 4;
/** What asks nothing and is longer is a statement, whatever entry it is near to. */
const SHORT_STATEMENT = 14;
const LEAST_SAID = 2;
/** Two answers together are no longer. */
const MOST_TOLD = 240;

/** Holds more than a number or a yes. */
const SAYS = /[\u3400-\u9fff]{2}|[a-z]{2}|[\u3400-\u9fff][?？]/;

/** What was built of a knowledge base once. */
export interface Base {
  readonly tables: Tables;
  readonly faq: Faq;
}

/** Makes the inquirer of a knowledge base; takes a few hundred ms. Without a model entries are found by words alone. */
export function createInquirer(knowledge: Knowledge, model: IntentModel | null): Inquirer {
  return inquirerOf(baseOf(knowledge, model));
}

/** Builds what answers are found in. */
export function baseOf(knowledge: Knowledge, model: IntentModel | null): Base {
  return { tables: tablesOf(knowledge, indexEntities(knowledge)), faq: buildFaq(knowledge.faq, model) };
}

/** Answers from what was built. */
export function inquirerOf(base: Base): Inquirer {
  return (inquiry) => inLanguage(reply(base, inquiry), inquiry);
}

/** 夜间门诊 is a thing with hours of its own, and no time that is asked about. */
const NIGHT_CLINIC = /(?:夜间|晚间|夜)(?=门诊)/g;

/** What one question is answered from. */
interface Question {
  readonly base: Base;
  readonly inquiry: Inquiry;
  readonly n: Normalised;
  readonly desk: Desk;
  readonly reading: Reading;
  readonly faqDesk: FaqDesk;
  readonly table: TableReply;
}

function questionOf(base: Base, inquiry: Inquiry): Question {
  const n = endsOf(normalise(withCommonTimes(inquiry.text)), HEAD, TAIL);
  const today = readDate(localDate(inquiry.now, inquiry.zone));
  const desk: Desk = {
    tables: base.tables,
    frames: framesFor(inquiry.language),
    today,
    minute: minuteOfDay(inquiry.now, inquiry.zone),
    asked:
      readAskedDay(n.text.replace(NIGHT_CLINIC, ''), today) ?? (inquiry.topic === null ? null : hourGoneOn(n.text)),
    ward: WARD.test(n.text),
    text: n.text,
  };
  const reading = readAsks(n, entitiesIn(base.tables.entities, n));
  const nameOf = (entity: string) => choiceOf(desk, entity).map(({ label }) => label);
  const { updatedOn } = base.tables.knowledge;
  const faqDesk = { faq: base.faq, today: today.date, frames: desk.frames, updatedOn, nameOf };
  return { base, inquiry, n, desk, reading, faqDesk, table: tableReply(desk, reading, inquiry.topic) };
}

/** 那我六点到呢: an hour counts only where something was talked about, as who tells when they come asks nothing by it. */
function hourGoneOn(text: string): AskedDay | null {
  return saysGoesOn(text) ? readAskedHour(text) : null;
}

function reply(base: Base, inquiry: Inquiry): KnowledgeReply {
  const question = questionOf(base, inquiry);
  if (!SAYS.test(question.n.text)) return choiceTaken(question, []) ?? askedAgain(inquiry);
  return (
    choiceTaken(question, question.reading.mentions) ??
    onHoliday(question) ??
    goingOn(question) ??
    clear(question) ??
    rest(question)
  );
}

/** 1 after 请问您想问哪项: nothing is known by a number there. */
function askedAgain({ text, topic }: Inquiry): KnowledgeReply {
  const about = topic?.entities.length === 0 && ORDINAL.test(text) ? LACKING[topic.attribute as Attribute] : undefined;
  return about === undefined || topic === null ? { type: 'none' } : { type: 'which', about, topic };
}
const ORDINAL = /^\s*[1-9][.。、)]?\s*$/;

function choiceTaken(question: Question, mentions: readonly Mention[]): KnowledgeReply | undefined {
  const choice = taken(question.inquiry.offered, question.n.text, mentions);
  return choice === undefined ? undefined : choiceReply(question, choice.id);
}

/** When something is open on a holiday that has an entry of its own. */
function onHoliday({ table, faqDesk, desk, reading }: Question): KnowledgeReply | undefined {
  return table.hours && !particular(reading) ? holidayEntry(faqDesk, desk) : undefined;
}

/** Something is named that has hours of its own (体检, 急诊): its own line on holidays says more than the entry for all. */
function particular({ mentions }: Reading): boolean {
  return mentions.some(({ kind, word }) => kind === 'hours' && !GENERAL.test(word));
}

/** 那职工的呢, after an entry; 一共多少钱 after one that tells it, and that named something the tables know too. */
function goingOn(question: Question): KnowledgeReply | undefined {
  const { topic } = question.inquiry;
  if (topic?.entities.some(isEntry) !== true) return undefined;
  const { n, faqDesk, reading } = question;
  const bare = reading.mentions.length === 0 && !topic.entities.every(isEntry);
  const found =
    (saysGoesOn(n.text) ? nextAsked(question, topic, bare) : undefined) ??
    (bare ? toldBefore(faqDesk, n.text, topic) : undefined);
  return found?.type === 'answer' ? keeping(found, topic) : found;
}

/** 那六点到呢: when the thing is open that the entry was asked for; else an entry, by the words alone or with those of before. */
function nextAsked({ n, faqDesk, desk, table }: Question, topic: Topic, bare: boolean): KnowledgeReply | undefined {
  if (bare && desk.asked !== null && table.hours && isFact(table)) return table.reply;
  const alone = faqReply(faqDesk, n.text, null, false);
  return alone.type === 'answer' ? alone : continuedReply(faqDesk, n.text, topic);
}

/** The same entry once more: what was named beside it stays. */
function keeping(found: Answer, { entities }: Topic): Answer {
  const same = found.topic.entities.every((entity) => entities.includes(entity));
  return same ? { ...found, topic: { ...found.topic, entities } } : found;
}
const isEntry = (entity: string): boolean => entity.startsWith('faq:');

/** A question whose entity, attribute and day are nearly all it holds; of the hospital as a whole, all. */
function clear({ table, n, inquiry, reading: { rest: more, asks } }: Question): KnowledgeReply | undefined {
  if (table.general && inquiry.topic === null && !ASKING.test(n.text) && !ASKED_BARE.test(n.text)) return undefined;
  const follows = inquiry.topic !== null && saysGoesOn(n.text) ? LITTLE : 0;
  const little = table.general ? 0 : LITTLE + follows + (asks.length > 1 ? 1 : 0);
  return more <= little ? table.reply : undefined;
}

/** An entry that answers; else what the tables have on the thing that is named; else a choice, or what is missing. */
function rest(question: Question): KnowledgeReply {
  const { n, table } = question;
  // 就是那个睡一觉就做完的胃镜, after 请问您想问哪项: whatever else it says, it is the item.
  if (missingOf(question) !== null && table.reply?.type === 'answer') return table.reply;
  const asks = isAsking(question);
  if (!asks && (n.text.length > SHORT_STATEMENT || saysNothing(question))) return { type: 'none' };
  const found = ofAskedThing(question, entryFor(question, asks));
  const fact = nearly(question);
  if (found.type === 'answer') return answerOf(question, found, fact);
  return fact ?? (found.type === 'choose' ? found : lackingOr(question, { type: asks ? 'unanswered' : 'none' }));
}

type Answer = KnowledgeReply & { readonly type: 'answer' };

function answerOf(question: Question, found: Answer, fact: KnowledgeReply | undefined): KnowledgeReply {
  if (fact !== undefined && !tells(question, found.text)) return fact;
  return withNamed(withHalf(found, question.table), question.reading.mentions);
}

/** 狂犬针今晚能打吗: the talk can go on with the entry, and with the one thing that was named (多少钱, 农合报吗). */
function withNamed(found: Answer, mentions: readonly Mention[]): Answer {
  const named = mentions.filter(({ kind, candidates }) => KEPT.has(kind) && candidates.length === 1);
  const ids = named.map(({ kind, candidates: [one] }) => `${kind}:${one?.id ?? ''}`);
  const [id, ...others] = new Set(ids);
  if (id === undefined || others.length > 0) return found;
  return { ...found, topic: { ...found.topic, entities: [...found.topic.entities, id] } };
}
const KEPT: ReadonlySet<Mention['kind']> = new Set(['price', 'department', 'doctor']);

/** 高压氧做一次多少钱: prices of other things, however near, are no answer. */
function ofAskedThing({ n, reading, faqDesk }: Question, found: KnowledgeReply): KnowledgeReply {
  const priced = reading.asks.some(({ attribute }) => attribute === 'price');
  if (!priced || reading.mentions.some(({ kind }) => kind === 'price')) return found;
  const ids = found.type === 'answer' ? found.sources : found.type === 'choose' ? found.choices : [];
  return ids.length === 0 || ids.some(({ id }) => tellsPriceOf(faqDesk, id, n)) ? found : { type: 'unanswered' };
}

/** 报告啥时候能拿: an attribute of nothing asks for what is missing. */
function lackingOr({ table, reading }: Question, otherwise: KnowledgeReply): KnowledgeReply {
  return table.reply?.type === 'which' && reading.rest <= LITTLE ? table.reply : otherwise;
}

/** A thing alone after 请问您想问哪项 is asked for what was asked then, if its own entry does not tell that. */
function entryFor(question: Question, asks: boolean): KnowledgeReply {
  const { n, faqDesk, inquiry } = question;
  const found = faqReply(faqDesk, n.text, asks && goesOn(n.text) ? inquiry.topic : null, asks);
  const attribute = missingOf(question);
  const words = attribute === null ? undefined : ASKED_AS[attribute];
  if (attribute === null || words === undefined) return found;
  if (found.type === 'answer' && TELLS[attribute]?.test(found.text) === true) return found;
  return faqReply(faqDesk, `${n.text}${words}`, null, true);
}

/** What the last question asked of nothing, where the text names only a thing. */
function missingOf({ n, reading, inquiry: { topic } }: Question): Attribute | null {
  const missing = topic?.entities.length === 0 && reading.asks.length === 0 && goesOn(n.text);
  return missing ? (topic.attribute as Attribute | null) : null;
}

/** An entry that says nothing of a price is no answer to how much something costs. */
function tells({ reading: { asks } }: Question, text: string): boolean {
  return asks.every(({ attribute }) => attribute === null || (TELLS[attribute]?.test(text) ?? true));
}

/** 换药去哪儿，一回多少钱: an entry tells the one, the tables the other. */
function withHalf(found: Answer, { half }: TableReply): Answer {
  if (half?.type !== 'answer' || half.text.length + found.text.length > MOST_TOLD) return found;
  return { ...found, text: `${found.text}\n${half.text}`, sources: [...found.sources, ...half.sources] };
}

/** What the tables have on something that is named beside words they do not know. */
function nearly({ table, reading }: Question): KnowledgeReply | undefined {
  const named = !table.general && reading.rest <= SOME && reading.asks.length > 0;
  return named && isFact(table) ? table.reply : undefined;
}

/** A day alone asks something only when something was talked about. */
function isAsking({ reading, desk, n, inquiry }: Question): boolean {
  const day = desk.asked !== null && inquiry.topic !== null && reading.rest <= SOME;
  return reading.asks.length > 0 || ASKING.test(n.text) || day;
}

/** 好的, 行吧: nothing that an entry could be about. */
function saysNothing({ reading }: Question): boolean {
  return reading.rest < LEAST_SAID && reading.mentions.length === 0;
}

type Answered = TableReply & { readonly reply: KnowledgeReply };

/** The tables have an answer or a choice, and do not ask for what is missing. */
function isFact(table: TableReply): table is Answered {
  return table.reply?.type === 'answer' || table.reply?.type === 'choose';
}

/** What was asked, of the choice that was taken. */
function choiceReply({ inquiry, desk, faqDesk }: Question, id: string): KnowledgeReply | undefined {
  if (id.startsWith('faq:')) return entryReply(faqDesk, id.slice('faq:'.length));
  const attribute = (inquiry.topic?.attribute ?? null) as Attribute | null;
  const key = inquiry.topic?.day ?? null;
  const asked = desk.asked ?? (key === null ? null : askedDayOf(key, desk.today));
  const found = factOf({ ...desk, asked }, id, attribute) ?? factOf(desk, id, null);
  if (found?.type !== 'fact') return undefined;
  const { text, entities, sources } = found;
  return { type: 'answer', text, sources, topic: { entities, attribute, day: key } };
}

/** Texts and labels as the contact reads them. */
function inLanguage(found: KnowledgeReply, { language }: Inquiry): KnowledgeReply {
  if (found.type === 'answer') return { ...found, text: finish(found.text, language) };
  if (found.type !== 'choose') return found;
  return { ...found, choices: found.choices.map(({ id, label }) => ({ id, label: finish(label, language) })) };
}
