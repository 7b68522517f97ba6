import type { Named } from '../../domain/appointment.ts';
import type { Language } from '../../domain/language.ts';
import type { Consulted, ConsultingMemory, RecentPlace } from '../../flows/flow.ts';
import { type FindPlaces, readDetails } from '../appointment/details.ts';
import type { Inquiry, KnowledgeReply, Topic } from '../knowledge/inquiry.types.ts';

/** What a trouble told in a message leads to. */
interface TroubleReading {
  /** 挂什么科: the message asks for a department. */
  readonly asksDepartment: boolean;
  /** A trouble is told at all. */
  readonly tellsTrouble: boolean;
  /** Best first, at most three. */
  readonly suggestions: readonly { readonly department: Named; readonly score: number }[];
  /** The first is very likely right. */
  readonly sure: boolean;
}

export interface ConsultDeps {
  readonly inquire: (inquiry: Inquiry) => KnowledgeReply;
  readonly readTrouble: (text: string) => TroubleReading;
  readonly findPlaces: FindPlaces;
  /** The department or doctor that the talk was about last; null if it was about something else. */
  readonly placeOfTopic: (topic: Topic | null) => RecentPlace | null;
  /** IANA name. */
  readonly zone: string;
}

/** Reads a message with the knowledge base: what it asks, which department its trouble belongs to, what it says for an appointment. */
export type Consult = (
  text: string,
  memory: ConsultingMemory,
  at: { readonly now: number; readonly language: Language },
) => Consulted;

/** Puts the readers together. Pure. */
export function createConsult({ inquire, readTrouble, findPlaces, placeOfTopic, zone }: ConsultDeps): Consult {
  return (text, { topic, offered, asked, trouble: told }, { now, language }) => {
    const ask = (words: string) => inquire({ text: words, now, zone, language, topic, offered });
    const reply = ofAny(ask, text);
    const mayTell = (asked === null || asked === 'place') && /\p{L}/u.test(text);
    const trouble = mayTell ? readTogether(readTrouble, told, text) : NO_TROUBLE;
    const details = readDetails(text, asked, { now, zone }, findPlaces);
    const recent = details.wish === 'book' ? placeOfTopic(topic) : null;
    const examined = details.wish === 'book' && details.namesOther && !trouble.asksDepartment;
    return {
      reply: examined ? reply : withTrouble(reply, trouble, text),
      details,
      recent,
      asksDepartment: trouble.asksDepartment,
    };
  };
}

/** 三天了, 男的62, 没有发烧 after a trouble belong to it: alone they would sound like another. */
function readTogether(read: (text: string) => TroubleReading, told: string | null, text: string): TroubleReading {
  const alone = read(text);
  if (told === null || alone.asksDepartment || text.length > DETAIL) return alone;
  const together = read(`${told}，${text}`);
  return isDetail(text) || alone.tellsTrouble
    ? { ...together, tellsTrouble: alone.tellsTrouble || isDetail(text) }
    : alone;
}
const DETAIL = 14;
const isDetail = (text: string): boolean =>
  /\d|[一二两三四五六七八九十半几]个?[天周月年岁]|[岁歲]|男|女|没有?|不|晚上|早上|夜里/u.test(text);

/** Asked for a day, a name or a number, nobody tells a trouble. */
const NO_TROUBLE: TroubleReading = { asksDepartment: false, tellsTrouble: false, suggestions: [], sure: false };

/** 保安推人，太过分了。另外病案室几点下班: where the whole has no answer, the part that asks may have one. */
function ofAny(ask: (text: string) => KnowledgeReply, text: string): KnowledgeReply {
  const whole = ask(text);
  if (whole.type === 'answer' || whole.type === 'none') return whole;
  const parts = text
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part.length >= LEAST_PART && part.length < text.trim().length);
  const answers = parts
    .slice(-MOST_PARTS)
    .map(ask)
    .filter(({ type }) => type === 'answer');
  return answers.at(-1) ?? whole;
}
const ASKS =
  /[吗么嗎麼？?]|[能会有可要行].{0,12}[不没沒][？?。]?$|怎么(?!办)|怎麼(?!辦)|如何|哪|多少|几[点號号天楼樓]|能不能|可不可以|有没有|有沒有|是否|找谁|找誰|什么|什麼|啥|\b(?:how|where|when|what|which|can|is|are|do)\b/iu;
/** Ends of sentences, and words with which another matter begins. */
const PARTS = /[。！？!?；;\n]|[，,](?=另外|还有|顺便|对了|请问|想问|问一?下|我想问|就想|想(?:了解|知道)|麻烦问)/u;
const LEAST_PART = 4;
const MOST_PARTS = 3;

/** Who asks for a department is told one; who only tells a trouble, and asks nothing that could be answered, is too. */
function withTrouble(reply: KnowledgeReply, trouble: TroubleReading, text: string): KnowledgeReply {
  const { asksDepartment, tellsTrouble, suggestions } = trouble;
  const told = tellsTrouble && (reply.type === 'none' || !ASKS.test(text));
  if (!asksDepartment && !told) return reply;
  if (reply.type === 'answer' && !outweighs(reply, trouble, told)) return reply;
  if (suggestions.length > 0) return suggest(trouble);
  return reply.type === 'answer' || !asksDepartment ? reply : { type: 'describe' };
}

/** 头疼得厉害，老是恶心 asks nothing: no entry that comes near to it is its answer. */
function outweighs(
  { sources }: Answer,
  { asksDepartment, tellsTrouble, sure }: TroubleReading,
  told: boolean,
): boolean {
  const fromEntries = sources.every(({ id }) => id.startsWith('faq:'));
  return sure && tellsTrouble && (asksDepartment || (told && fromEntries));
}

function suggest({ suggestions, sure }: TroubleReading): KnowledgeReply {
  const entities = suggestions.map(({ department }) => `department:${department.id}`);
  const topic = { entities, attribute: null, day: null };
  return { type: 'departments', suggestions: sure ? suggestions.slice(0, 2) : suggestions, topic };
}
type Answer = Extract<KnowledgeReply, { type: 'answer' }>;
