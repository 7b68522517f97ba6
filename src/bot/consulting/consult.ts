import type { Named } from '../../domain/appointment.ts';
import type { Language } from '../../domain/language.ts';
import type { Consulted, ConsultingMemory, RecentPlace } from '../../flows/flow.ts';
import type { Details } from '../appointment/appointment.types.ts';
import { type FindPlaces, readDetails } from '../appointment/details.ts';
import { isWanted } from '../appointment/wish.ts';
import type { Inquiry, KnowledgeReply, Topic } from '../knowledge/inquiry.types.ts';
import { ASKS, type Ask, clausesOf, isAnswer, isEntry, ofAny, ofClauses, withoutLeadIn } from './clauses.ts';

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
  return (written, { topic, offered, asked, trouble: told }, { now, language }) => {
    const text = withCommas(written);
    const ask = (words: string) => inquire({ text: words, now, zone, language, topic, offered });
    const whole = ofAny(ask, withoutLeadIn(text));
    const read = asFact(text, whole, readDetails(text, asked, { now, zone }, findPlaces));
    const mayTell = (asked === null || asked === 'place') && /\p{L}/u.test(text) && !isBareWish(read, text);
    const trouble = mayTell ? asking(readTogether(readTrouble, told, text), text) : NO_TROUBLE;
    const place = placeOfTopic(topic);
    const details = goingOn(withoutGuess(read, trouble), text, place);
    const papers = papersToo(ask, text, trouble);
    const reply = trouble.asksDepartment ? whole : ofClauses(ask, text, whole);
    const recent = details.wish === 'book' ? place : null;
    const examined = details.wish === 'book' && details.namesOther && !trouble.asksDepartment;
    return {
      reply: withPlace(papers ?? (examined ? reply : withTrouble(reply, trouble, text)), details),
      details,
      recent,
      asksDepartment: trouble.asksDepartment,
    };
  };
}

/** 周六能看牙不 平时没空: a blank between words is a comma to who writes none. */
function withCommas(written: string): string {
  return written.replace(/(?<=\p{Script=Han}{2})[ \u3000]+(?=\p{Script=Han}{2})/gu, '，');
}

/** 中午有人看牙不, answered by an entry on noon: the talk can go on with the department (六点呢) as well. */
function withPlace(reply: KnowledgeReply, { departments, shortened }: Details): KnowledgeReply {
  const [only, ...others] = departments;
  if (reply.type !== 'answer' || only === undefined || others.length > 0 || shortened) return reply;
  const { entities } = reply.topic;
  if (!entities.every(isEntry)) return reply;
  return { ...reply, topic: { ...reply.topic, entities: [...entities, `department:${only.id}`] } };
}

/** 三天了, 男的62, 没有发烧 after a trouble belong to it: alone they would sound like another. */
function readTogether(read: (text: string) => TroubleReading, told: string | null, text: string): TroubleReading {
  const alone = read(text);
  if (told === null || alone.asksDepartment || text.length > DETAIL) return alone;
  const together = read(`${told}，${text}`);
  return isDetail(text) || alone.tellsTrouble
    ? { ...together, asksDepartment: alone.asksDepartment, tellsTrouble: alone.tellsTrouble || isDetail(text) }
    : alone;
}
const DETAIL = 14;
const isDetail = (text: string): boolean =>
  /\d|[一二两三四五六七八九十半几]个?[天周月年岁]|[岁歲]|男|女|没有?|不|晚上|早上|夜里/u.test(text);

/** 指关节早上发僵，看骨科吗: asks for a department too. */
function asking(trouble: TroubleReading, text: string): TroubleReading {
  return trouble.tellsTrouble && ASKS_WHETHER.test(text) ? { ...trouble, asksDepartment: true } : trouble;
}
const ASKS_WHETHER =
  /(?:看|挂|去|是|该|找|归|属于|屬於)(?:你们|你們)?(?:的)?[^，,。！!？?\s看挂去]{1,6}科(?:室|的?号|门诊)?(?:看|挂|管)?(?:吗|嗎|么|不|吧|还是|還是|对[吗不]|行[吗不]|可以[吗不]|合适[吗不])/u;

/** 想挂个号, 给我妈约个专家号: a wish for an appointment, and no word of a trouble. */
function isBareWish({ wish }: Details, text: string): boolean {
  return wish === 'book' && (text.replace(OF_BOOKING, '').match(/[\p{Script=Han}a-z]/giu)?.length ?? 0) < LEAST_TOLD;
}
const LEAST_TOLD = 2;
const OF_BOOKING =
  /您好|你好|在吗|请问|麻烦|谢谢|预约|掛號|挂号|预定|登记|专家|專家|普通|门诊|門診|医生|醫生|大夫|看病|就诊|(?:今|明|后|後)天|大后天|(?:下|这|本)?(?:个)?(?:周|星期|礼拜|週)[一二三四五六日天末]?|上午|下午|晚上|早上|妈妈?|爸爸?|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|爱人|老伴|媳妇|儿子|女儿|闺女|孩子|小孩|宝宝|家人|老人|朋友|你们|您们|医院|一下|可以|能不能|帮忙|现在|想|要|得|需|帮|给|替|请|约|約|挂|掛|看|来|去|个|個|号|號|我|咱|俺|家|就|先|再|的|了|吧|啊|呀|呢|吗|嘛|哈|咋|能|有|没/gu;

/** 孩子嗓子疼，想挂个号: who tells a trouble names it, and not the department that is called after it. */
function withoutGuess(details: Details, { asksDepartment, tellsTrouble, suggestions }: TroubleReading): Details {
  const [first] = suggestions;
  if (!details.shortened || !(asksDepartment || tellsTrouble) || first === undefined) return details;
  return details.departments.every(({ id }) => id !== first.department.id) ? { ...details, departments: [] } : details;
}

/** 那就周五上午，王芳，138…, after the days of a doctor: an appointment there. */
function goingOn(details: Details, text: string, place: RecentPlace | null): Details {
  const named = place !== null && details.days.length > 0 && details.phone !== null;
  return named && details.wish === null && isWanted(text) ? { ...details, wish: 'book' } : details;
}

/** Asked for a day, a name or a number, nobody tells a trouble. */
const NO_TROUBLE: TroubleReading = { asksDepartment: false, tellsTrouble: false, suggestions: [], sure: false };

/** 口腔科礼拜六开不, 挂他一个号多少: what a fact answers is no wish to book. */
function asFact(text: string, reply: KnowledgeReply, details: Details): Details {
  if (details.wish !== 'book' || reply.type !== 'answer') return details;
  const books = ANY_OF.test(text) || (BOOKS.test(text) && !ASKS_PRICE.test(text));
  return books || !(ASKS.test(text) || ASKS_PRICE.test(text)) ? details : { ...details, wish: null };
}
/** 哪个大夫都行 asks nothing. */
const ANY_OF = /[哪什啥][^，,。？?]{0,6}都(?:行|可以|成|好|中)/u;
const BOOKS = /约|挂|約|掛|book|appointment|see /iu;
const ASKS_PRICE = /多少(?!号|號)|几块|幾塊|贵|貴|how much/iu;

/** Who asks for a department is told one; who only tells a trouble, and asks nothing that could be answered, is too. */
function withTrouble(reply: KnowledgeReply, trouble: TroubleReading, text: string): KnowledgeReply {
  const { asksDepartment, tellsTrouble, suggestions, sure } = trouble;
  if (!asksDepartment && (!tellsTrouble || isHouseMatter(reply, text))) return reply;
  const told = sure && tellsTrouble && (asksDepartment || isNearOnly(reply, text));
  const answered = reply.type === 'answer';
  if (answered && !told) return reply;
  if (suggestions.length === 0) return answered || !asksDepartment ? reply : { type: 'describe' };
  return suggesting(trouble);
}

/** 建档要带什么，挂哪个科: an entry that tells the papers and names the department that would be suggested answers both. */
function papersToo(
  ask: Ask,
  text: string,
  { asksDepartment, suggestions: [first] }: TroubleReading,
): KnowledgeReply | undefined {
  if (!asksDepartment || first === undefined || HOUSE[1]?.test(text) !== true) return undefined;
  const clauses = clausesOf(text);
  const pairs = clauses.map((clause, at) => `${clause}，${clauses[at + 1] ?? ''}`);
  return pairs.map(ask).find((reply) => isAnswer(reply) && reply.text.includes(first.department.name));
}

function suggesting({ suggestions, sure }: TroubleReading): KnowledgeReply {
  const topic = {
    entities: suggestions.map(({ department }) => `department:${department.id}`),
    attribute: null,
    day: null,
  };
  const likely = suggestions[0]?.score ?? 0;
  // Far behind a likely one, another is only a guess.
  const shown = suggestions.filter(({ score }) => likely < LIKELY || score >= NOT_FAR * likely);
  return { type: 'departments', suggestions: sure ? shown.slice(0, 2) : shown, topic };
}
const LIKELY = 0.5;
const NOT_FAR = 0.45;

/** 头疼得厉害，老是恶心 asks nothing: no entry that comes near to it is its answer. */
function isNearOnly(reply: KnowledgeReply, text: string): boolean {
  return reply.type === 'answer' && !ASKS.test(text) && reply.sources.every(({ id }) => id.startsWith('faq:'));
}

/** 老爹有糖尿病，慢病卡去哪儿申请: the trouble is told beside a question on prices, papers, ways or services of the house. */
function isHouseMatter(reply: KnowledgeReply, text: string): boolean {
  return reply.type !== 'none' && HOUSE.some((words) => words.test(text));
}
const HOUSE: readonly RegExp[] = [
  /多少[钱錢]|[掏花要][钱錢]|花多少|几块|幾塊|收[费費]|价[格钱]|價[格錢]|报销|報銷|给报|能报|how much|\b(?:cost|price|fee)s?\b|insurance/iu,
  /手续|手續|材料|资料|資料|[拿带帶][些点點齐齊]?(?:什么|什麼|啥子?|哪些)(?:东西|東西|证|證)|证件|證件|申请|申請|建[档檔]|[拿带帶][啥什]|要[带帶]|身份证|[办辦](?:理|[^，,。！？!?]{0,6}[卡证證])/u,
  /[在去上到]哪[儿里兒裡裏]?(?:做|办|辦|交|换|換|打|拍|取|拿|缴|繳|印|开证|补|補|领|領|停)|几楼|幾樓|哪栋|哪棟|窗口|[哪啥]个?电话|電話/u,
  /(?:抽血|验|驗|化验|检查|檢查|[彩B]超|镜|鏡|CT|核磁|体检|體檢)[^。！？!?]{0,12}(?:空腹|空着|吃|喝)/iu,
  /能(?:不能)?(?:给|給|帮|幫)?[^，,。！？!?怎么]{0,4}(?:做|配|装|裝|测|測|镶|鑲|割|植)[^，,。！？!?怎么]{2,10}[吗嗎么麼不没?？]/u,
];
